// The parts of `--plain` without a terminal: servers filled in, names judged, questions about servers answered.
import {mkdtemp, readdir, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import test, {type ExecutionContext} from 'ava';
import {profileDisk} from '../../source/files/profile-disk.js';
import type {Machine} from '../../source/machine/machine.js';
import {thisMachine} from '../../source/machine/this-machine.js';
import {fillServer} from '../../source/plan/fill-server.js';
import {makePlan} from '../../source/plan/make.js';
import {type Overrides, overrideEntry} from '../../source/plan/override.js';
import type {Server} from '../../source/plan/plan.js';
import {error} from '../../source/problem/problem.js';
import {loadProfile} from '../../source/profile/load.js';
import type {KeyType, Output, ProfileEntry} from '../../source/profile/profile.js';
import {parseArguments} from '../../source/terminal/arguments.js';
import type {Conversation} from '../../source/terminal/plain/conversation.js';
import {prepare} from '../../source/prepare.js';
import {finish} from '../../source/terminal/plain/finish.js';
import {forServer, writtenEntries} from '../../source/terminal/plain/filled-request.js';
import {addNames} from '../../source/terminal/plain/name-list.js';
import type {Question} from '../../source/terminal/plain/questions.js';
import {save} from '../../source/terminal/plain/save.js';
import {forServers} from '../../source/terminal/plain/servers.js';
import {subjectOf} from '../../source/terminal/plain/standing.js';

const shipped = fileURLToPath(new URL('../../../profiles', import.meta.url));
const folders = {current: '/nowhere', user: null, shipped};
const now = new Date('2026-11-23T12:00:00Z');

const server: Server = {
	fqdn: 'js1.company.com',
	hostname: 'js1',
	addresses: [
		{address: '192.0.2.11', adapter: null},
		{address: '2001:db8::11', adapter: null},
	],
	isThisComputer: false,
};

const written = (value: string) => ({value, place: null});

async function entriesOf(reference: string): Promise<readonly ProfileEntry[]> {
	return (await loadProfile(reference, folders, profileDisk)).profile?.entries ?? [];
}

for (const name of ['ssl', 'ssl-wildcard', 'near-roaming-group-signing', 'group'])
	test(`a server filled into the profile "${name}" leads to the same plan as its placeholders`, async t => {
		const entries = await entriesOf(name);
		t.true(entries.length > 0);
		for (const entry of entries) {
			const {plan} = makePlan(entry, {server, now});
			t.not(plan, null);
			t.deepEqual(makePlan(fillServer(entry, server), {server: null, now}).plan, plan);
		}
	});

test('a subject that is offered to be typed again leads to the same subject, backslashes and braces included', t => {
	const entry: ProfileEntry = {
		place: null,
		kind: {value: 'signing', place: null},
		friendlyName: written('Signing'),
		subject: {
			value: {
				commonName: [written('ACME\\Print')],
				organizationalUnitName: [written('Unit\\41 {{1}}')],
				organizationName: [written('Tail\\')],
				countryName: [written('CZ')],
			},
			place: null,
		},
	};
	const {plan} = makePlan(entry, {server: null, now});
	t.not(plan, null);
	const again = {...entry, subject: written(subjectOf({entry, plan}))};
	t.deepEqual(makePlan(again, {server: null, now}).plan?.subject, plan?.subject);
});

test('doubled braces and placeholders of other things stay when a server is filled in', t => {
	const entry: ProfileEntry = {
		place: null,
		subject: {
			value: {commonName: [written('{fqdn}')], organizationName: [written('{{fqdn}} {{{hostname}}}')]},
			place: null,
		},
		friendlyName: written('{commonName} {expires} {hostname}'),
	};
	const filled = fillServer(entry, server);
	t.is(filled.friendlyName?.value, '{commonName} {expires} js1');
	t.like(filled.subject?.value, {
		commonName: [written('js1.company.com')],
		organizationName: [written('{{fqdn}} {{js1}}')],
	});
});

test('a server without known addresses leaves none, and one name for both is there once', t => {
	const entry: ProfileEntry = {
		place: null,
		subjectAlternativeNames: {
			value: ['{fqdn}', '{hostname}', '{addresses}', 'print.company.com'].map(written),
			place: null,
		},
	};
	const filled = fillServer(entry, {...server, fqdn: 'js1', addresses: null});
	t.deepEqual(
		filled.subjectAlternativeNames?.value.map(({value}) => value),
		['js1', 'print.company.com'],
	);
});

for (const name of ['ssl', 'ssl-wildcard', 'group'])
	test(`of the profile "${name}" for a server, unchanged, every placeholder is saved as it was`, async t => {
		const entries = await entriesOf(name);
		const requests = entries.map(entry => forServer({entry, profile: null}, server));
		t.deepEqual(writtenEntries(requests), entries);
	});

test('what was changed for a server is saved as it is, beside the placeholders of all else', async t => {
	const [ssl] = await entriesOf('ssl');
	if (ssl === undefined) return t.fail();
	const saved = (changes: Overrides, ...others: readonly Server[]) => {
		const [first, ...more] = [server, ...others].map(each => forServer({entry: ssl, profile: null}, each));
		if (first === undefined) throw new Error('no request');
		return writtenEntries([{...first, entry: overrideEntry(first.entry, changes)}, ...more]);
	};
	const list = ['js1.company.com', 'js1', '192.0.2.11', '2001:db8::11'];
	const [more] = saved({subjectAlternativeNames: [...list, 'print.company.com'], friendlyName: 'JS1'});
	t.deepEqual(more === undefined ? null : namesOf(more), [
		'{fqdn}',
		'{hostname}',
		'{addresses}',
		'print.company.com',
	]);
	t.is(more?.subject?.value, '{fqdn}');
	t.is(more?.friendlyName?.value, 'JS1');
	const [fewer] = saved({
		subjectAlternativeNames: list.filter(each => each !== 'js1' && !each.includes('::')),
	});
	t.deepEqual(fewer === undefined ? null : namesOf(fewer), ['{fqdn}', '192.0.2.11']);
	const two = saved({}, {...server, fqdn: 'js2.company.com', hostname: 'js2'});
	t.deepEqual(
		two.map(({subject}) => subject?.value),
		['js1.company.com', 'js2.company.com'],
	);
});

test('addresses that somebody typed, because DNS has none, are saved as they are', async t => {
	const [ssl] = await entriesOf('ssl');
	if (ssl === undefined) return t.fail();
	const {conversation} = scripted(t, ['js4.company.com', '2', '192.0.2.4']);
	const requests = await forServers(conversation, {requests: [{entry: ssl, profile: null}], isGroup: false});
	const [saved] = writtenEntries(requests);
	t.deepEqual(saved === undefined ? null : namesOf(saved), ['{fqdn}', '{hostname}', '192.0.2.4']);
});

test('names that are added are told apart: new, doubled in any spelling, wrong with what was meant', t => {
	const {names, added, doubled, wrong} = addNames(
		['js1.company.com', '2001:db8::1', '{commonName}'],
		['JS1.company.com', '2001:DB8:0::1', 'js2', 'js2', 'https://js3:5000/x', '10.0.0.300'],
	);
	t.deepEqual(names, ['js1.company.com', '2001:db8::1', '{commonName}', 'js2']);
	t.deepEqual(added, ['js2']);
	t.deepEqual(doubled, ['JS1.company.com', '2001:DB8:0::1', 'js2']);
	t.deepEqual(
		wrong.map(each => [each.problem.code, each.offer]),
		[
			['bad-dns-name', 'js3'],
			['bad-ip-address', '10.0.0.300'],
		],
	);
});

test('a group that was put together is saved with its servers, to be made again without naming them', async t => {
	const cwd = await mkdtemp(path.join(os.tmpdir(), 'plain-save-'));
	t.teardown(() => rm(cwd, {recursive: true}));
	const [ssl] = await entriesOf('ssl');
	const [signing] = await entriesOf('near-roaming-group-signing');
	if (ssl === undefined || signing === undefined) return t.fail();
	const {conversation, rest, said} = scripted(t, ['1', '', 'y']);
	const mine = {...conversation.profiles, folders: {...folders, user: cwd}};
	const requests = [{entry: signing, profile: null}, forServer({entry: ssl, profile: null}, server)];
	await save({...conversation, profiles: mine}, requests);
	t.deepEqual(rest, []);
	t.regex(said.join(''), /Its name: my-group(?!-)/);
	const {profile, problems} = await loadProfile(path.join(cwd, 'my-group.yaml'), folders, profileDisk);
	t.deepEqual(problems, []);
	t.deepEqual(
		profile?.entries.map(({subject}) => subject?.value),
		['YSoft SafeQ', 'js1.company.com'],
	);
});

test('a list of passwords goes when no PFX was written, though another file was, and is not reported', async t => {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'plain-finish-'));
	t.teardown(() => rm(folder, {recursive: true}));
	const [ssl] = await entriesOf('ssl');
	if (ssl === undefined) return t.fail();
	const entry = (friendlyName: string, output: Output, key: KeyType) => ({
		...overrideEntry(fillServer(ssl, server), {friendlyName, key}),
		outputs: {value: [{value: output, place: null}], place: null},
	});
	const entries = [entry('whole', 'pfx', 'rsa-2048'), entry('bare', 'cer', 'ecdsa-p256')];
	const requests = entries.map(each => ({entry: each, profile: null}));
	const {conversation, said} = scripted(t, ['y']);
	const machine: Machine = {
		...conversation.machine,
		generateKeyPair: (type, signal) =>
			type === 'rsa-2048' ? Promise.reject(new Error('no key')) : thisMachine().generateKeyPair(type, signal),
	};
	const prepared = await prepare(requests, {servers: [], folder, overwrite: true, machine});
	const source = {from: 'generated', file: path.join(folder, 'passwords.txt')} as const;
	const session = {requests, folder, password: {from: 'elsewhere', source} as const};
	t.is(await finish({...conversation, machine}, {session, prepared}), 70, said.join('\n'));
	t.deepEqual(await readdir(folder), ['bare.cer']);
	t.notRegex(said.join(''), /passwords\.txt/);
});

/** Answers the questions in order; a question that would refuse its answer fails the test. */
function scripted(t: ExecutionContext, answers: readonly string[], args: readonly string[] = []) {
	const rest = [...answers];
	const said: string[] = [];
	const ask = async ({message, fallback = '', refuse}: Question) => {
		const typed = rest.shift();
		if (typed === undefined) throw new Error(`nobody expected the question "${message}"`);
		const answer = typed === '' ? fallback : typed;
		t.is(refuse?.(answer) ?? null, null, message);
		said.push(`${message}: ${answer}`);
		return answer;
	};
	const say = async (text: string) => {
		said.push(text);
	};
	const conversation: Conversation = {
		args: parseArguments(args).arguments,
		questions: {
			say,
			explain: say,
			ask,
			askSecret: message => ask({message}),
			takePasted: () => [],
			close: () => {},
		},
		console: {
			stdin: process.stdin,
			stdout: process.stdout,
			stderr: process.stderr,
			env: {},
			cwd: '/',
			platform: 'linux',
		},
		profiles: {folders, disk: profileDisk},
		machine: {
			...thisMachine(),
			thisComputer: async () => ({
				server: {...server, fqdn: 'own.company.com', isThisComputer: true},
				problems: [],
			}),
			lookUp: async name =>
				name === 'js2.company.com'
					? [{address: '192.0.2.2', adapter: null}]
					: error('server-unknown', `DNS does not know "${name}"`),
		},
		signal: new AbortController().signal,
	};
	return {conversation, said, rest};
}

const namesOf = ({subjectAlternativeNames: names}: ProfileEntry) => names?.value.map(({value}) => value);

test('a group gets one signing certificate, and an SSL certificate for each server, known to DNS or not', async t => {
	const [ssl] = await entriesOf('ssl');
	const [signing] = await entriesOf('near-roaming-group-signing');
	const requests = [signing, ssl].flatMap(entry => (entry === undefined ? [] : [{entry, profile: null}]));
	const {conversation, rest} = scripted(t, [
		'js2.company.com JS4.company.com',
		'js9.company.com',
		'',
		'2',
		'192.0.2.4 2001:db8::4',
		'1',
		'js2.company.com',
	]);
	const made = await forServers(conversation, {requests, isGroup: true});
	t.deepEqual(rest, []);
	t.deepEqual(
		made.map(({entry}) => [entry.kind?.value, namesOf(entry)]),
		[
			['signing', undefined],
			['ssl', ['js2.company.com', 'js2', '192.0.2.2']],
			['ssl', ['js4.company.com', 'js4', '192.0.2.4', '2001:db8::4']],
			['ssl', ['js2.company.com', 'js2', '192.0.2.2']],
		],
	);
});

test('Enter takes this computer with the addresses of its adapters, and says so', async t => {
	const [entry] = await entriesOf('ssl');
	const {conversation, said} = scripted(t, ['']);
	const made = await forServers(conversation, {
		requests: entry === undefined ? [] : [{entry, profile: null}],
		isGroup: false,
	});
	t.deepEqual(
		made.map(each => namesOf(each.entry)),
		[['own.company.com', 'js1', '192.0.2.11', '2001:db8::11']],
	);
	t.regex(said.join(''), /own\.company\.com, this computer\n {2}192\.0\.2\.11\n/);
});

test('a wildcard profile asks for the domain and offers the one of this computer', async t => {
	const [entry] = await entriesOf('ssl-wildcard');
	const {conversation, said} = scripted(t, ['']);
	const made = await forServers(conversation, {
		requests: entry === undefined ? [] : [{entry, profile: null}],
		isGroup: false,
	});
	t.deepEqual(
		made.map(each => namesOf(each.entry)),
		[['*.company.com', 'company.com']],
	);
	t.regex(said.join('\n'), /For which domain, such as company\.com\?: company\.com/);
});

test('--for is not asked again, and an address or a wildcard is no server', async t => {
	const [entry] = await entriesOf('ssl');
	const requests = entry === undefined ? [] : [{entry, profile: null}];
	const {conversation, rest, said} = scripted(t, ['js2.company.com'], ['--for', '192.0.2.9']);
	const made = await forServers(conversation, {requests, isGroup: false});
	t.deepEqual(rest, []);
	t.regex(said.join(''), /x "192\.0\.2\.9" is an address/);
	t.deepEqual(
		made.map(each => namesOf(each.entry)),
		[['js2.company.com', 'js2', '192.0.2.2']],
	);
});
