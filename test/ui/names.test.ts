// Addresses from elsewhere: text files, certificate and PFX files, a running server.
import {mkdtemp, rm} from 'node:fs/promises';
import type {AddressInfo} from 'node:net';
import os from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import test, {type ExecutionContext} from 'ava';
import {issueCertificate} from '../../source/certificate/issue.js';
import {certificateToPem} from '../../source/certificate/pem.js';
import {serialNumberFrom} from '../../source/certificate/serial-number.js';
import {thisMachine} from '../../source/machine/this-machine.js';
import {encodePfx} from '../../source/pfx/encode.js';
import {textBuffer} from '../../source/ui/parts/text-buffer.js';
import {findNames} from '../../source/ui/effects/names.js';
import type {Services} from '../../source/ui/effects/services.js';
import {Secret} from '../../source/ui/model/secret.js';
import {slowPfx} from '../pfx/slow-pfx.js';
import {writeFiles} from '../program.js';
import {js1, openForServer} from './session.js';
import {servicesIn} from './services.js';

const machine = {...thisMachine(), lookUp: async () => js1.addresses ?? []};
const never = new AbortController().signal;

async function services(
	t: ExecutionContext,
	files: Readonly<Record<string, string | Uint8Array>>,
): Promise<Services> {
	const cwd = await mkdtemp(path.join(os.tmpdir(), 'ui-names-'));
	t.teardown(() => rm(cwd, {recursive: true}));
	await writeFiles(cwd, files);
	return {...servicesIn(cwd), machine};
}

async function makeServer() {
	const plan = (await openForServer()).draft().outlook.plan;
	if (plan === null) throw new Error('no plan');
	const keyPair = await machine.generateKeyPair('ecdsa-p256');
	const certificate = issueCertificate(
		{...plan, key: 'ecdsa-p256', keyUsage: ['digitalSignature']},
		{
			subjectPublicKey: keyPair.publicKey,
			signer: {privateKey: keyPair.privateKey, certificate: null},
			serialNumber: serialNumberFrom(machine.randomBytes),
		},
	);
	return {keyPair, certificate, plan};
}

const ask = (argument: string, source: 'text' | 'certificate' | 'server', password: string | null = null) =>
	({
		effect: 'find-names',
		asked: 1,
		draft: 1,
		source,
		argument,
		password: password === null ? null : new Secret(textBuffer(password)),
	}) as const;

test('names come from a certificate file, DER and PEM, also with a path in quotes', async t => {
	const {certificate} = await makeServer();
	const all = await services(t, {'a.cer': certificate, 'a b.pem': certificateToPem(certificate)});
	const expected = ['js1.company.com', 'js1', '10.20.1.11'];
	t.deepEqual((await findNames(all, ask('a.cer', 'certificate'), never)).names, expected);
	t.deepEqual((await findNames(all, ask('"a b.pem"', 'certificate'), never)).names, expected);
});

test('a PFX asks for its password, and says when it is wrong', async t => {
	const {certificate, keyPair, plan} = await makeServer();
	const pfx = await encodePfx(
		{privateKey: keyPair.privateKey, certificate, chain: [], friendlyName: 'x', provider: null},
		{...plan.pfx, password: 'right', randomBytes: machine.randomBytes},
	);
	const all = await services(t, {'a.pfx': pfx});
	const first = await findNames(all, ask('a.pfx', 'certificate'), never);
	t.true(first.needsPassword);
	t.regex(first.problems[0]?.message ?? '', /needs its password/);
	const wrong = await findNames(all, ask('a.pfx', 'certificate', 'wrong'), never);
	t.regex(wrong.problems[0]?.message ?? '', /password is wrong/);
	const right = await findNames(all, ask('a.pfx', 'certificate', 'right'), never);
	t.deepEqual(right.names, ['js1.company.com', 'js1', '10.20.1.11']);
});

test('names come from what a running server presents', async t => {
	const {certificate, keyPair} = await makeServer();
	const server = tls.createServer({
		cert: certificateToPem(certificate),
		key: keyPair.privateKey.export({type: 'pkcs8', format: 'pem'}),
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	t.teardown(() => server.close());
	const {port} = server.address() as AddressInfo;
	const all = await services(t, {});
	const found = await findNames(all, ask(`127.0.0.1:${port}`, 'server'), never);
	t.deepEqual(found.names, ['js1.company.com', 'js1', '10.20.1.11']);
});

test('a file that is none, and a server that does not answer, say so', async t => {
	const all = await services(t, {'a.txt': 'no certificate'});
	t.regex(
		(await findNames(all, ask('a.txt', 'certificate'), never)).problems[0]?.message ?? '',
		/this is no PFX, certificate, request or key/,
	);
	t.is((await findNames(all, ask('missing.cer', 'certificate'), never)).problems.length, 1);
	t.regex(
		(await findNames(all, ask('127.0.0.1:1', 'server'), never)).problems[0]?.message ?? '',
		/127\.0\.0\.1 on port 1 /,
	);
});

test('an IPv6 address is no port, and what cannot be a server says so', async t => {
	const all = await services(t, {});
	const message = async (typed: string) =>
		(await findNames(all, ask(typed, 'server'), never)).problems[0]?.message ?? '';
	t.regex(await message('::ffff:127.0.0.1'), /on port 5000 /);
	t.regex(await message('127.0.0.1:99999'), /no possible port/);
	t.regex(await message('http://127.0.0.1'), /no certificate to look at/);
});

test('a PFX that takes long is called off with the program', async t => {
	const all = await services(t, {'slow.pfx': await slowPfx()});
	const abort = new AbortController();
	const asked = findNames(all, ask('slow.pfx', 'certificate', 'password'), abort.signal);
	setTimeout(() => abort.abort(), 200);
	await t.throwsAsync(asked, {name: 'AbortError'});
});

test('a text file says what was left out of it, and keeps what is wrong to be mended', async t => {
	const all = await services(t, {
		'printers.csv': 'Name;Address\r\nfirst floor;10.0.0.1\r\nsecond floor;10.0.0.300\r\n',
	});
	const found = await findNames(all, ask('printers.csv', 'text'), never);
	t.deepEqual(found.names, ['10.0.0.1', '10.0.0.300']);
	const session = await openForServer();
	session.press('ctrl+n', 'down', 'down', 'down', 'down', 'enter');
	session.type('printers.csv');
	session.press('enter');
	const asked = session.effects().findLast(each => each.effect === 'find-names')?.asked ?? null;
	session.send({...found, asked, draft: 1});
	t.is(
		session.state().notice?.text,
		'printers.csv: 1 new, the heading and 4 other words left out, 1 wrong: marked x, Ctrl+R goes there',
	);
});

test('for this computer the menu of places begins with it, for another server with DNS', async t => {
	const session = await openForServer();
	session.press('ctrl+n');
	t.regex(session.screen(), /› DNS/);
	session.press('enter');
	const asked = session.effects().findLast(each => each.effect === 'find-names');
	t.is(asked?.source, 'dns');
	const here = await openForServer();
	here.press('shift+tab', 'space');
	here.send({
		type: 'server-found',
		draft: 1,
		asked: '',
		server: {...js1, isThisComputer: true},
		problems: [],
	});
	here.press('ctrl+n');
	t.regex(here.screen(), /› this computer/);
});

test('what a source knows is added to the list, marked with where it came from', async t => {
	const session = await openForServer();
	session.press('ctrl+n', 'down', 'down', 'enter');
	t.regex(session.screen(), /Server +js1\.company\.com +typing replaces it/);
	session.type('js2.company.com');
	session.press('enter');
	const asked = session.effects().findLast(each => each.effect === 'find-names');
	t.is(asked?.argument, 'js2.company.com');
	session.send({
		type: 'names-found',
		draft: 1,
		asked: asked?.asked ?? null,
		argument: 'js2.company.com',
		names: ['js2.company.com', 'js1'],
		origin: 'server',
		from: 'js2.company.com',
		problems: [],
		needsPassword: false,
	});
	t.is(session.state().notice?.text, 'js2.company.com: 1 new, 1 already there');
	t.regex(session.screen(), /js2\.company\.com +DNS +from a server/);
});

/** At the question for a server, after Enter; `answer` is what that server says, whenever it comes. */
async function askingServer(name: string) {
	const session = await openForServer();
	session.press('ctrl+n', 'down', 'down', 'enter');
	session.type(name);
	session.press('enter');
	const effect = session.effects().findLast(each => each.effect === 'find-names');
	const common = {type: 'names-found', asked: effect?.asked ?? null, draft: 1, argument: name} as const;
	const answer = {...common, names: ['old.company.com'], origin: 'server', from: name} as const;
	return {session, answer: () => session.send({...answer, problems: [], needsPassword: false})};
}

test('Esc calls the question off: what the server says afterwards is added to nothing', async t => {
	const {session, answer} = await askingServer('old.company.com');
	t.regex(session.screen(), /looking … Esc stops/);
	session.press('escape');
	t.is(session.effects().at(-1)?.effect, 'stop-finding');
	t.regex(session.screen(), /Server +old\.company\.com/);
	const before = session.list();
	answer();
	t.deepEqual(session.list(), before);
	session.press('escape');
	t.is(session.state().sheet, null);
});

test('a late answer neither closes the next question nor changes what is typed there', async t => {
	const {session, answer} = await askingServer('old.company.com');
	session.press('escape', 'escape', 'ctrl+n', 'down', 'down', 'down', 'enter');
	session.type('/certs/my.pfx');
	const before = session.list();
	answer();
	t.regex(session.screen(), /File +\/certs\/my\.pfx/);
	t.deepEqual(session.list(), before);
});

test('while the answer is awaited, the line cannot become another question', async t => {
	const {session, answer} = await askingServer('old.company.com');
	session.type('x');
	session.press('backspace', 'backspace');
	t.regex(session.screen(), /Server +old\.company\.com/);
	answer();
	t.true(session.list().includes('old.company.com DNS'));
});
