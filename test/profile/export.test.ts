// One flat file for a colleague: it loads to the same entries, and needs nothing else.
import test from 'ava';
import fc from 'fast-check';
import {parse} from 'yaml';
import {exportProfile, newProfile} from '../../source/profile/export.js';
import {loadProfile} from '../../source/profile/load.js';
import {
	extendedKeyUsages,
	keyTypes,
	keyUsages,
	kinds,
	outputs,
	type Profile,
	type ProfileEntry,
	pfxEncryptions,
	providers,
	signatureHashes,
	subjectKeys,
} from '../../source/profile/profile.js';
import {memoryDisk, noFolders} from './disks.js';

async function load(files: Record<string, string>): Promise<Profile> {
	const {profile, problems} = await loadProfile('a.yaml', noFolders, memoryDisk(files));
	if (profile === null || problems.length > 0) throw new Error(JSON.stringify(problems));
	return profile;
}

/** Everything but where it was written. */
const meant = (profile: Profile): unknown =>
	JSON.parse(
		JSON.stringify(profile, (key, value) => (key === 'place' || key === 'file' ? undefined : value)),
	);

test('an exported profile has no extends and loads to the same', async t => {
	const files = {
		'a.yaml': 'extends: b.yaml\ndescription: Ours\nsubject: {organizationName: Company}\nkey: null\n',
		'b.yaml': 'extends: ssl\nname: Base\nkey: rsa-4096\nsubject: {commonName: "{fqdn}"}\n',
		'shipped/ssl.yaml':
			'kind: ssl\nsubjectAlternativeNames: ["{fqdn}"]\nfriendlyName: YSoft SafeQ SSL {expires}\n',
	};
	const profile = await load(files);
	const text = exportProfile(profile);
	t.is(
		text,
		`description: Ours
kind: ssl
subject:
  organizationName: Company
  commonName: "{fqdn}"
friendlyName: YSoft SafeQ SSL {expires}
subjectAlternativeNames:
  - "{fqdn}"
`,
	);
	t.deepEqual(meant(await load({'a.yaml': text})), meant(profile));
});

test('what all certificates of a batch share stands once', async t => {
	const profile = await load({
		'a.yaml':
			'kind: ssl\nkey: rsa-3072\npfx: {encryption: modern}\ncertificates:\n  - kind: signing\n    subject: s\n  - subject: a\n  - subject: b\n    pfx: {iterations: 5000}\n',
	});
	const text = exportProfile(profile);
	t.deepEqual(parse(text), {
		key: 'rsa-3072',
		certificates: [
			{kind: 'signing', subject: 's', pfx: {encryption: 'modern'}},
			{kind: 'ssl', subject: 'a', pfx: {encryption: 'modern'}},
			{kind: 'ssl', subject: 'b', pfx: {encryption: 'modern', iterations: 5000}},
		],
	});
	t.deepEqual(meant(await load({'a.yaml': text})), meant(profile));
});

const at = <T>(value: T) => ({value, place: null});
const texts = fc
	.string({unit: 'grapheme', minLength: 1, maxLength: 12})
	.filter(text => !/[\0\ufeff]/.test(text));
const writtenText = texts.map(at);
const oneOf = <T>(...words: readonly T[]) => fc.constantFrom(...words).map(at);
const listOf = <T>(item: fc.Arbitrary<T>) => fc.array(item, {maxLength: 3}).map(at);
const severalOf = <T>(item: fc.Arbitrary<T>) => fc.array(item, {minLength: 1, maxLength: 3});
const entries: fc.Arbitrary<ProfileEntry> = fc.record(
	{
		place: fc.constant(null),
		kind: oneOf(...kinds),
		subject: fc.oneof(
			writtenText,
			fc.dictionary(fc.constantFrom(...subjectKeys), severalOf(writtenText), {minKeys: 1}).map(at),
		),
		friendlyName: writtenText,
		subjectAlternativeNames: listOf(writtenText),
		key: oneOf(...keyTypes),
		validity: fc.oneof(
			writtenText,
			fc.record({notBefore: writtenText, notAfter: writtenText}, {requiredKeys: ['notAfter']}).map(at),
		),
		keyUsage: listOf(oneOf(...keyUsages)),
		extendedKeyUsage: listOf(oneOf(...extendedKeyUsages, '1.3.6.1.5.5.7.3.17')),
		signatureHash: oneOf(...signatureHashes),
		pfx: fc
			.record(
				{
					encryption: oneOf(...pfxEncryptions),
					iterations: fc.integer({min: 1000, max: 300_000}).map(at),
					provider: oneOf(...providers),
				},
				{requiredKeys: ['encryption']},
			)
			.map(at),
		ipAddressesAsDnsNames: oneOf(true, false),
		outputs: fc.array(oneOf(...outputs), {minLength: 1, maxLength: 3}).map(at),
		fileName: writtenText,
	},
	{requiredKeys: ['place', 'kind']},
);

test('whatever an entry holds, a new profile made of it loads to the same', async t => {
	await fc.assert(
		fc.asyncProperty(entries, fc.option(texts), async (entry, description) => {
			const loaded = await load({'a.yaml': newProfile(entry, description)});
			t.deepEqual(meant(loaded), {
				name: 'a',
				description,
				origin: 'path',
				entries: [meant({...loaded, entries: [entry]})].flatMap(each => (each as Profile).entries),
				isBatch: false,
			});
		}),
		{numRuns: 200},
	);
});

test('whatever a batch holds, its export loads to the same', async t => {
	await fc.assert(
		fc.asyncProperty(fc.array(entries, {minLength: 1, maxLength: 4}), async all => {
			const batch: Profile = {
				name: 'Batch',
				description: null,
				file: 'a.yaml',
				origin: 'path',
				entries: all,
				isBatch: true,
			};
			const loaded = await load({'a.yaml': exportProfile(batch)});
			t.deepEqual(meant(loaded), meant(batch));
		}),
		{numRuns: 100},
	);
});
