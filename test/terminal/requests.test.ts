// What is asked for, and which problems are said: each mistake once, and nothing that only follows from it.
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import type {Machine} from '../../source/machine/machine.js';
import {prepare} from '../../source/prepare.js';
import {error} from '../../source/problem/problem.js';
import {parseArguments} from '../../source/terminal/arguments.js';
import {findRequests} from '../../source/terminal/requests.js';
import {memoryDisk, noFolders} from '../profile/disks.js';

const machine: Machine = {
	now: () => new Date('2026-11-23T12:00:00Z'),
	randomBytes: length => new Uint8Array(length),
	generateKeyPair: () => Promise.reject(new Error('no keys here')),
	thisComputer: () => Promise.reject(new Error('no computer here')),
	lookUp: async name => error('server-unknown', name),
};

/** `file: code` of every problem of a run with these files and arguments. */
async function codesOf(files: Readonly<Record<string, string>>, ...args: string[]): Promise<string[]> {
	const parsed = parseArguments(args);
	const access = {folders: noFolders, disk: memoryDisk(files)};
	const {requests, problems} = await findRequests(parsed.arguments, access);
	const prepared = await prepare(requests, {
		servers: parsed.arguments.servers,
		folder: path.dirname(fileURLToPath(import.meta.url)),
		overwrite: false,
		machine,
	});
	return [...parsed.problems, ...problems, ...prepared.problems].map(
		({place, code}) => `${place?.file ?? '-'}: ${code}`,
	);
}

test('two profiles that extend the same broken file say its problems once', async t => {
	const files = {
		'base.yaml': 'kind: ssl\nkye: rsa-2048\n',
		'a.yaml': 'extends: base.yaml\nsubject: a.company.com\n',
		'b.yaml': 'extends: base.yaml\nsubject: b.company.com\n',
	};
	t.deepEqual(await codesOf(files, '-p', 'a.yaml', '-p', 'b.yaml'), ['base.yaml: unknown-key']);
});

const complete =
	'kind: ssl\nsubject: a.company.com\nfriendlyName: A\nsubjectAlternativeNames: [a.company.com]\n';

const slips: Readonly<Record<string, string>> = {
	'a misspelt key that must be there': complete.replace('friendlyName', 'freindlyName'),
	'a misspelt list of names': complete.replace('subjectAlternativeNames', 'san'),
	'an unquoted wildcard, which leaves the CN uncovered': complete.replace(
		'[a.company.com]',
		'\n  - b.company.com\n  - *.company.com',
	),
	'a misspelt purpose, which leaves serverAuth out': `${complete}extendedKeyUsage: [clientAuth, serverAut]\n`,
	'a misspelt usage, which leaves digitalSignature out': `${complete}keyUsage: [keyEncipherment, digitalSig]\n`,
	'two entries whose files differ by a misspelt key':
		'kind: signing\nsubject: x\nfriendlyName: X\ncertificates:\n  - {filename: a}\n  - {key: rsa-3072}\n',
};

for (const [slip, text] of Object.entries(slips))
	test(`one mistake is one problem: ${slip}`, async t => {
		const codes = await codesOf({'a.yaml': text}, '-p', 'a.yaml');
		t.is(codes.length, 1, codes.join('\n'));
	});

test('a profile without its placeholders because of a mistake does not make --for useless', async t => {
	const text = complete.replace('a.company.com\n', '{fqdn}\n');
	t.deepEqual(await codesOf({'a.yaml': text}, '-p', 'a.yaml', '--for', 'a.company.com'), [
		'a.yaml: yaml-braces',
	]);
	t.deepEqual(await codesOf({'a.yaml': '{'}, '-p', 'a.yaml', '--for', 'a.company.com'), [
		'a.yaml: yaml-syntax',
	]);
});

test('further errors of the same profile are shown with the first', async t => {
	const text = `${complete.replace('[a.company.com]', '[a.company.com, 10.0.0.300]')}kye: x\nvalidity: soon\n`;
	t.deepEqual((await codesOf({'a.yaml': text}, '-p', 'a.yaml')).sort(), [
		'a.yaml: bad-ip-address',
		'a.yaml: bad-validity',
		'a.yaml: unknown-key',
	]);
});

test('a sound profile beside a broken one keeps its own problems and warnings', async t => {
	const files = {
		'a.yaml': 'kind: ssl\nkye: x\n',
		'b.yaml': `${complete.replace('[a.company.com]', '[b.company.com]').replace('friendlyName: A\n', '')}`,
	};
	t.deepEqual(await codesOf(files, '-p', 'a.yaml', '-p', 'b.yaml'), [
		'a.yaml: unknown-key',
		'b.yaml: missing-value',
		'b.yaml: common-name-not-in-san',
	]);
});

test('--subject with several certificates is wrong usage, also when one profile cannot be read', async t => {
	const codes = await codesOf(
		{'a.yaml': complete, 'b.yaml': '{'},
		'-p',
		'a.yaml',
		'-p',
		'b.yaml',
		'--subject',
		'x',
	);
	t.true(codes.includes('-: usage'));
});
