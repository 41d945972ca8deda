// A profile with what was changed: the text of the file that it becomes.
import {mkdtemp, readdir, readFile, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import test, {type ExecutionContext} from 'ava';
import {profileDisk} from '../../source/files/profile-disk.js';
import {type Overrides, overrideEntry} from '../../source/plan/override.js';
import {loadProfile} from '../../source/profile/load.js';
import {freeName, newProfileFile, type SaveTarget} from '../../source/save/place.js';
import {compareProfile, type ComparedProfile, writeProfile} from '../../source/save/save-profile.js';
import {writeFiles} from '../program.js';

const shipped = fileURLToPath(new URL('../../../profiles', import.meta.url));

/** Saves the profile with the changes laid over every certificate; nothing is written. */
async function save(
	t: ExecutionContext,
	reference: string,
	{
		target = 'new',
		name = 'mine',
		changes = {},
		files = {},
	}: {
		readonly target?: SaveTarget;
		readonly name?: string;
		readonly changes?: Overrides;
		readonly files?: Readonly<Record<string, string>>;
	} = {},
) {
	const cwd = await mkdtemp(path.join(os.tmpdir(), 'save-'));
	t.teardown(() => rm(cwd, {recursive: true}));
	await writeFiles(cwd, files);
	const folders = {current: path.join(cwd, 'profiles'), user: path.join(cwd, 'own'), shipped};
	const {profile} = await loadProfile(
		reference.includes('.') ? path.join(cwd, reference) : reference,
		folders,
		profileDisk,
	);
	if (profile === null) throw new Error('no such profile');
	const entries = profile.entries.map(each => overrideEntry(each, changes));
	const compared = await compareProfile({target, name, profile, entries}, {folders, disk: profileDisk, cwd});
	const reload = async ({file, text}: ComparedProfile) => {
		await writeProfile(file, text, target);
		return loadProfile(file, folders, profileDisk);
	};
	return {cwd, entries, compared, reload};
}

function textOf(compared: Awaited<ReturnType<typeof compareProfile>>): string {
	return 'text' in compared ? compared.text : compared.map(each => each.message).join('\n');
}

for (const name of ['ssl', 'ssl-wildcard', 'near-roaming-group-signing', 'group'])
	test(`a copy of the shipped "${name}" makes the same certificates, and says nothing that holds for the old one only`, async t => {
		const {compared, entries, reload} = await save(t, name);
		const text = textOf(compared);
		t.regex(text, new RegExp(`^# Made from "${name}", which ships with safeq-cert-tui\\.\n\ndescription: `));
		t.notRegex(text, /\$schema|--profile|copy this file|Example to copy|Nothing here names/);
		if (!('text' in compared)) return t.fail();
		const {profile, problems} = await reload(compared);
		t.deepEqual(problems, []);
		const values = (all: readonly unknown[]) =>
			JSON.parse(JSON.stringify(all, (key, each) => (key === 'place' ? null : each)));
		t.deepEqual(values(profile?.entries ?? []), values(entries));
	});

test('the comment above a key and behind a value stay in a copy', async t => {
	const text = textOf((await save(t, 'ssl')).compared);
	t.regex(text, /\n# To whom the certificate is issued\..*\nsubject: "\{fqdn\}"\n/);
	t.regex(text, /- "\{addresses\}" # all IP addresses/);
});

test('a copy of an own profile keeps its comments, and names the schema only where one is', async t => {
	const own =
		'# yaml-language-server: $schema=../profile.schema.json\n\n# ours\n\nname: Ours\nkind: ssl # HTTPS\nsubject: js1\n';
	const files = {'profiles/ours.yaml': own};
	t.is(textOf((await save(t, 'ours', {files})).compared), '# ours\n\nkind: ssl # HTTPS\nsubject: js1\n');
	t.is(
		textOf((await save(t, 'ours', {files: {...files, 'own/profile.schema.json': '{}'}})).compared),
		'# yaml-language-server: $schema=./profile.schema.json\n\n# ours\n\nkind: ssl # HTTPS\nsubject: js1\n',
	);
});

test('what is new is shown as the file that it will be, what lies there as its changes', async t => {
	const files = {'profiles/ours.yaml': 'kind: ssl\nsubject: js1\nfriendlyName: JS1\n'};
	const changes = {subject: 'js2'};
	const fresh = (await save(t, 'ours', {files, changes})).compared;
	t.deepEqual('difference' in fresh && fresh.difference.map(each => each.sign + each.text), [
		' kind: ssl',
		' subject: js2',
		' friendlyName: JS1',
	]);
	const own = (await save(t, 'ours', {files, changes, target: 'own'})).compared;
	t.deepEqual('difference' in own && own.difference.map(each => each.sign + each.text), [
		' kind: ssl',
		'-subject: js1',
		'+subject: js2',
		' friendlyName: JS1',
	]);
});

test('a profile that leans on a file beside it is saved to its own folder as one that stands alone', async t => {
	const files = {
		'profiles/base.yaml': 'kind: ssl\nfriendlyName: "{commonName}"\n',
		'profiles/js1.yaml': 'extends: ./base.yaml\nsubject: js1.company.com\n',
	};
	const {compared, reload} = await save(t, 'js1', {files});
	t.notRegex(textOf(compared), /extends/);
	if ('text' in compared) t.deepEqual((await reload(compared)).problems, []);
});

test('a profile that was changed behind our back to hold other certificates is left alone', async t => {
	const files = {'profiles/ours.yaml': 'kind: ssl\nsubject: js1\nfriendlyName: JS1\n'};
	const {cwd} = await save(t, 'ours', {files});
	const folders = {current: path.join(cwd, 'profiles'), user: null, shipped};
	const {profile} = await loadProfile('ours', folders, profileDisk);
	await writeFiles(cwd, {'profiles/ours.yaml': 'certificates:\n  - {kind: ssl}\n  - {kind: signing}\n'});
	if (profile === null) return t.fail();
	const compared = await compareProfile(
		{target: 'own', name: '', profile, entries: profile.entries},
		{folders, disk: profileDisk, cwd},
	);
	t.regex(textOf(compared), /holds other certificates by now/);
});

test('an export stands alone, keeps its description, and gets its ending', async t => {
	const {cwd, compared} = await save(t, 'ssl', {target: 'export', name: 'for colleague'});
	t.is('file' in compared && compared.file, path.join(cwd, 'for colleague.yaml'));
	t.regex(textOf(compared), /^description: SSL certificate for a SafeQ server/);
	t.notRegex(textOf(compared), /#|extends|name: for/);
	t.deepEqual(await readdir(cwd), []);
});

test('a name that is a path, none at all, or unsafe on Windows is refused and never bent in silence', t => {
	const folders = {current: '/here/profiles', user: '/home/admin/own', shipped};
	const refused = (name: string) => {
		const found = newProfileFile(name, folders);
		return typeof found === 'string' ? found : `${found.message}; ${found.hint}`;
	};
	t.is(refused('../x'), '"../x" is not a name without a folder; the profile goes to /home/admin/own');
	t.is(refused('a\\b'), '"a\\b" is not a name without a folder; the profile goes to /home/admin/own');
	t.is(refused('..'), '".." is not a name without a folder; the profile goes to /home/admin/own');
	t.is(refused('what?'), '"what?" has a ?, which no file name on Windows can have; did you mean "what_"?');
	t.is(refused('con'), '"con" is the name of a device on Windows, and never of a file; did you mean "_con"?');
	t.is(refused('Prague print.yaml'), path.join('/home/admin/own', 'Prague print.yaml'));
	t.is(typeof newProfileFile('x', {...folders, user: null}), 'string');
});

test('the name that is offered for a new profile is free', t => {
	t.is(freeName('ssl', ['ssl']), 'my-ssl');
	t.is(freeName('/program/profiles/ssl.yaml', ['ssl', 'My-SSL', 'my-ssl-2']), 'my-ssl-3');
	t.is(freeName('my-ssl', ['my-ssl']), 'my-ssl-2');
	t.is(freeName('', []), 'my-profile');
});

test('a new file never takes the place of one that lies there', async t => {
	const {cwd, compared} = await save(t, 'ssl', {files: {'own/mine.yaml': 'kind: ssl\n'}});
	t.regex(textOf(compared), /mine\.yaml exists already/);
	const file = path.join(cwd, 'own/mine.yaml');
	t.is((await writeProfile(file, 'x', 'new'))[0]?.code, 'output-exists');
	t.is(await readFile(file, 'utf8'), 'kind: ssl\n');
});
