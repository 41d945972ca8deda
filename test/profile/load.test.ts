// Loading as a whole: what a reference becomes, and how profiles lie over each other.
import test from 'ava';
import {formatProblem} from '../../source/problem/format.js';
import type {ProfileDisk} from '../../source/profile/disk.js';
import {loadProfile} from '../../source/profile/load.js';
import type {Profile} from '../../source/profile/profile.js';
import {memoryDisk} from './disks.js';

const folders = {current: 'profiles', user: 'home/profiles', shipped: 'shipped'};

async function load(disk: ProfileDisk, reference: string): Promise<Profile> {
	const {profile, problems} = await loadProfile(reference, folders, disk);
	if (profile === null || problems.length > 0) throw new Error(problems.map(formatProblem).join('\n'));
	return profile;
}

async function problemsOf(disk: ProfileDisk, reference: string): Promise<string[]> {
	const {problems} = await loadProfile(reference, folders, disk);
	return problems.map(formatProblem);
}

test('every value carries the place where it stands', async t => {
	const yaml = 'kind: ssl\nsubject:\n  commonName: srv\nsubjectAlternativeNames:\n  - srv\n  - 10.0.0.1\n';
	const {entries} = await load(memoryDisk({'a.yaml': yaml}), 'a.yaml');
	const [entry] = entries;
	t.deepEqual(entry?.place, {file: 'a.yaml', line: 1, column: 1});
	t.deepEqual(entry?.kind, {value: 'ssl', place: {file: 'a.yaml', line: 1, column: 7}});
	t.deepEqual(entry?.subject, {
		value: {commonName: [{value: 'srv', place: {file: 'a.yaml', line: 3, column: 15}}]},
		place: {file: 'a.yaml', line: 3, column: 3},
	});
	t.deepEqual(entry?.subjectAlternativeNames?.value[1], {
		value: '10.0.0.1',
		place: {file: 'a.yaml', line: 6, column: 5},
	});
});

test('every key arrives typed', async t => {
	const yaml = `
name: All keys
description: A profile with every key
kind: signing
subject: CN=srv, O=Company
friendlyName: Friendly
subjectAlternativeNames: [srv]
key: ecdsa-p384
validity: {notBefore: 2026-01-01, notAfter: 2028-01-01}
keyUsage: [digitalSignature]
extendedKeyUsage: [serverAuth, 1.3.6.1.5.5.7.3.2]
signatureHash: sha512
pfx: {encryption: modern, iterations: 100000, provider: Microsoft Software Key Storage Provider}
ipAddressesAsDnsNames: true
outputs: [pem]
fileName: file
`;
	const profile = await load(memoryDisk({'a.yaml': yaml}), 'a.yaml');
	t.is(profile.name, 'All keys');
	t.is(profile.description, 'A profile with every key');
	t.false(profile.isBatch);
	const values = JSON.parse(
		JSON.stringify(profile.entries[0], (key, value) => (key === 'place' ? undefined : value)),
	);
	t.deepEqual(values, {
		kind: {value: 'signing'},
		subject: {value: 'CN=srv, O=Company'},
		friendlyName: {value: 'Friendly'},
		subjectAlternativeNames: {value: [{value: 'srv'}]},
		key: {value: 'ecdsa-p384'},
		validity: {value: {notBefore: {value: '2026-01-01'}, notAfter: {value: '2028-01-01'}}},
		keyUsage: {value: [{value: 'digitalSignature'}]},
		extendedKeyUsage: {value: [{value: 'serverAuth'}, {value: '1.3.6.1.5.5.7.3.2'}]},
		signatureHash: {value: 'sha512'},
		pfx: {
			value: {
				encryption: {value: 'modern'},
				iterations: {value: 100000},
				provider: {value: 'Microsoft Software Key Storage Provider'},
			},
		},
		ipAddressesAsDnsNames: {value: true},
		outputs: {value: [{value: 'pem'}]},
		fileName: {value: 'file'},
	});
});

test('mappings merge by key, text and lists replace, null removes, through every layer', async t => {
	const disk = memoryDisk({
		'shipped/base.yaml':
			'name: Base\nkind: ssl\nkey: rsa-4096\nsubject: {organizationName: Company, countryName: CZ}\nkeyUsage: [digitalSignature]\npfx: {encryption: modern, iterations: 5000}\n',
		'own.yaml':
			'extends: base\nkey: null\nsubject: {localityName: Praha, countryName: null}\nkeyUsage: [keyEncipherment]\npfx: {encryption: compatible}\ncertificates:\n  - subject: {commonName: a}\n  - subject: b\n    pfx: null\n',
	});
	const profile = await load(disk, 'own.yaml');
	t.is(profile.name, 'own', 'a name is not inherited');
	t.true(profile.isBatch);
	const [a, b] = profile.entries;
	t.is(a?.kind?.value, 'ssl');
	t.is(a?.kind?.place?.file, 'shipped/base.yaml');
	t.is(a?.key, undefined);
	const subject = a?.subject?.value;
	t.deepEqual(typeof subject === 'object' && Object.keys(subject), [
		'localityName',
		'organizationName',
		'commonName',
	]);
	t.deepEqual(
		a?.keyUsage?.value.map(each => each.value),
		['keyEncipherment'],
	);
	t.is(a?.pfx?.value.encryption?.value, 'compatible');
	t.is(a?.pfx?.value.iterations?.value, 5000);
	t.deepEqual(a?.place, {file: 'own.yaml', line: 7, column: 5});
	t.is(b?.subject?.value, 'b');
	t.is(b?.pfx, undefined);
});

test('a batch is inherited, and its entries lie over the profile that extends it', async t => {
	const disk = memoryDisk({
		'base.yaml': 'kind: ssl\ncertificates:\n  - subject: a\n  - subject: b\n',
		'own.yaml': 'extends: base.yaml\nvalidity: 1 years\n',
		'one.yaml': 'extends: base.yaml\nsubject: only\ncertificates: null\n',
	});
	const own = await load(disk, 'own.yaml');
	t.deepEqual(
		own.entries.map(({subject, validity}) => [subject?.value, validity?.value]),
		[
			['a', '1 years'],
			['b', '1 years'],
		],
	);
	const one = await load(disk, 'one.yaml');
	t.is(one.entries.length, 1);
	t.false(one.isBatch);
});

test('a name is looked up in the current folder, the user folder and among the shipped ones, without case', async t => {
	const disk = memoryDisk({
		'profiles/One.yml': 'kind: ssl\n',
		'home/profiles/one.yaml': 'kind: ssl\n',
		'home/profiles/two.yaml': 'kind: ssl\n',
		'shipped/two.yaml': 'kind: ssl\n',
		'shipped/three.yaml': 'kind: ssl\n',
	});
	const found = async (name: string) => {
		const {file, origin} = await load(disk, name);
		return [file, origin];
	};
	t.deepEqual(await found('one'), ['profiles/One.yml', 'current folder']);
	t.deepEqual(await found('TWO'), ['home/profiles/two.yaml', 'user folder']);
	t.deepEqual(await found('three'), ['shipped/three.yaml', 'shipped']);
	t.deepEqual(await found('shipped/two.yaml'), ['shipped/two.yaml', 'path']);
});

test('a name that is not found says where was looked and what was probably meant', async t => {
	const disk = memoryDisk({'shipped/ssl.yaml': 'kind: ssl\n'});
	t.deepEqual(await problemsOf(disk, 'sls'), [
		'safeq-cert-tui: error: there is no profile "sls" in profiles, home/profiles, shipped [profile-not-found]\n  hint: did you mean "ssl"?',
	]);
	t.deepEqual(await problemsOf(disk, './sll.yaml'), [
		'safeq-cert-tui: error: there is no file "./sll.yaml" [profile-not-found]',
	]);
	t.deepEqual(await problemsOf(disk, 'shipped/sll.yaml'), [
		'safeq-cert-tui: error: there is no file "shipped/sll.yaml" [profile-not-found]\n  hint: did you mean "shipped/ssl.yaml"?',
	]);
});

test('all problems of all files are reported, each in its own file, also for values that are overridden', async t => {
	const disk = memoryDisk({
		'base/base.yaml': 'kind: sssl\nkye: rsa-2048\nextends: ../top.yaml\n',
		'top.yaml': 'key: rsa-1024\n',
		'own.yaml': 'extends: base/base.yaml\nkind: ssl\noutputs: [pxf]\n',
	});
	t.deepEqual(await problemsOf(disk, 'own.yaml'), [
		'own.yaml:3:11: error: "pxf" is not a known value of an entry of "outputs" [unknown-value]\n  hint: did you mean "pfx"?',
		'base/base.yaml:1:7: error: "sssl" is not a known value of "kind" [unknown-value]\n  hint: did you mean "ssl"?',
		'base/base.yaml:2:1: error: unknown key "kye" [unknown-key]\n  hint: did you mean "key"?',
		'top.yaml:1:6: error: "rsa-1024" is not a known value of "key" [unknown-value]\n  hint: did you mean "rsa-2048"?',
	]);
});

test('a profile with wrong values is still there, without them, so that more problems can be found', async t => {
	const disk = memoryDisk({'a.yaml': 'kind: sl\nsubjectAlternativeNames: [srv, 1.2, 10.0.0.300]\n'});
	const {profile, problems} = await loadProfile('a.yaml', folders, disk);
	t.is(problems.length, 2);
	t.is(profile?.entries[0]?.kind, undefined);
	t.deepEqual(
		profile?.entries[0]?.subjectAlternativeNames?.value.map(each => each.value),
		['srv', '10.0.0.300'],
	);
});
