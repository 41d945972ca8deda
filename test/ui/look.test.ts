// Looking at a file or a server: the question, its answer, and what can be done from there.
import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type {AddressInfo} from 'node:net';
import tls from 'node:tls';
import {inspect} from 'node:util';
import test, {type ExecutionContext} from 'ava';
import {issueCertificate} from '../../source/certificate/issue.js';
import {certificateToPem} from '../../source/certificate/pem.js';
import {serialNumberFrom} from '../../source/certificate/serial-number.js';
import {thisMachine} from '../../source/machine/this-machine.js';
import {encodePfx} from '../../source/pfx/encode.js';
import {lookAt} from '../../source/ui/effects/look.js';
import type {Services} from '../../source/ui/effects/services.js';
import {Secret} from '../../source/ui/model/secret.js';
import {currentScreen} from '../../source/ui/model/state.js';
import {textBuffer} from '../../source/ui/parts/text-buffer.js';
import {identity, loopbackNames, startTls} from '../connect/servers.js';
import {writeFiles} from '../program.js';
import {openForServer, openSession, type Session} from './session.js';
import {servicesIn} from './services.js';

const machine = thisMachine();
const never = new AbortController().signal;

async function makeFiles() {
	const {plan} = (await openForServer()).draft().outlook;
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
	const pfx = await encodePfx(
		{
			certificate,
			privateKey: keyPair.privateKey,
			chain: [],
			friendlyName: 'SSL js1',
			provider: plan.pfx.provider,
		},
		{...plan.pfx, password: 'Secret-1234', randomBytes: machine.randomBytes},
	);
	return {pfx, certificate, keyPair};
}

async function services(
	t: ExecutionContext,
	files: Readonly<Record<string, string | Uint8Array>>,
): Promise<Services> {
	const cwd = await mkdtemp(path.join(os.tmpdir(), 'ui-look-'));
	t.teardown(() => rm(cwd, {recursive: true}));
	await writeFiles(cwd, files);
	return {...servicesIn(cwd), machine};
}

const question = (text: string, password: string | null = null) =>
	({
		effect: 'look',
		asked: 1,
		text,
		password: password === null ? null : new Secret(textBuffer(password)),
	}) as const;

/** Answers the last question of the session as the machine does. */
async function answerLast(session: Session, world: Services): Promise<void> {
	const effect = session.effects().at(-1);
	if (effect?.effect !== 'look') throw new Error('nothing is looked at');
	session.send(await lookAt(world, effect, never));
}

async function lookedAt(t: ExecutionContext): Promise<{session: Session; world: Services}> {
	const {pfx} = await makeFiles();
	const world = await services(t, {'js1.pfx': pfx});
	const session = openSession(120, 50);
	session.paste('js1.pfx\n');
	session.press('enter');
	await answerLast(session, world);
	session.type('Secret-1234');
	session.press('enter');
	await answerLast(session, world);
	return {session, world};
}

test('a path that is pasted on the first screen is asked back, then looked at', async t => {
	const {session} = await lookedAt(t);
	t.is(currentScreen(session.state()).screen, 'look');
	t.regex(session.screen(), /js1\.pfx {2}\[PFX, 1 certificate, 1 private key\]/);
	t.regex(session.screen(), /Opened by/);
	t.regex(session.screen(), /Certificate 1 of 1: SSL js1 {2}\[ssl\]/);
	t.regex(session.screen(), /DNS Name=js1\.company\.com/);
});

test('the password of a file is drawn as dots and stands nowhere in the state', async t => {
	const {pfx} = await makeFiles();
	const world = await services(t, {'js1.pfx': pfx});
	const session = openSession();
	session.press('l');
	session.type('js1.pfx');
	session.press('enter');
	await answerLast(session, world);
	session.paste('Secret-1234');
	t.regex(session.screen(), /Its password {2}•{11}/);
	t.false(inspect(session.state(), {depth: null}).includes('Secret-1234'));
	session.press('enter');
	await answerLast(session, world);
	t.false(inspect(session.state(), {depth: null}).includes('Secret-1234'));
	t.false(inspect(session.effects(), {depth: null}).includes('Secret-1234'));
});

test('a wrong password is asked for again, and without any the visible part is shown', async t => {
	const {pfx} = await makeFiles();
	const world = await services(t, {'js1.pfx': pfx});
	const wrong = await lookAt(world, question('js1.pfx', 'no'), never);
	t.true(wrong.needsPassword);
	t.is(wrong.problems[0]?.code, 'password-wrong');
	const without = await lookAt(world, question('js1.pfx', ''), never);
	t.deepEqual(without.look?.choices, []);
	t.regex(inspect(without.look?.parts), /not opened/);
});

test('a file that is not there, and one that is no certificate, say so in the question', async t => {
	const world = await services(t, {'a.txt': 'hello'});
	const session = openSession();
	session.press('l');
	session.type('./b.pfx');
	session.press('enter');
	await answerLast(session, world);
	t.regex(session.screen(), /x .*(?:does not exist|no such file|not found|no file)/i);
	const text = await lookAt(world, question('a.txt'), never);
	t.is(text.look, null);
	t.is(text.problems.length, 1);
});

test('a server that does not answer says so in the question', async t => {
	const {look, problems} = await lookAt(await services(t, {}), question('127.0.0.1:1'), never);
	t.is(look, null);
	t.deepEqual(
		problems.map(({code}) => code),
		['no-certificate'],
	);
	t.regex(problems[0]?.message ?? '', /^127\.0\.0\.1:1 refuses the connection/);
});

test('a server is trusted by the store that the program has read, whatever this computer trusts', async t => {
	const own = identity({subjectAlternativeNames: loopbackNames});
	const text = `127.0.0.1:${await startTls(t, own)}`;
	const context = tls.createSecureContext({ca: own.cert});
	const world = {...(await services(t, {})), systemStore: async () => ({context})};
	const {look} = await lookAt(world, question(text), never);
	t.like(
		look?.answers.find(({check}) => check === 'trusted'),
		{ok: true, message: "yes, by this computer's store"},
	);
});

test('a path is understood as Explorer copies it: in quotes, and behind a mark that nobody sees', async t => {
	const {certificate} = await makeFiles();
	const world = await services(t, {'a b.cer': certificate});
	const file = path.join(world.cwd, 'a b.cer');
	for (const text of [`"${file}"`, `\u202a${file}`, `\u200e"${file}"`]) {
		const {look} = await lookAt(world, question(text), never);
		t.is(look?.name, 'a b.cer', text);
		t.is(look?.target.text, file);
	}
});

test('Esc goes back from the password to the path, and then to the first screen', async t => {
	const {pfx} = await makeFiles();
	const world = await services(t, {'js1.pfx': pfx});
	const session = openSession();
	session.paste('js1.pfx');
	session.press('enter');
	await answerLast(session, world);
	session.press('escape');
	t.regex(session.screen(), /Path or host {2}js1\.pfx/);
	session.press('escape');
	t.is(session.state().sheet, null);
});

test('Esc stops a look that takes long, keeps the text, and its answer changes nothing', async t => {
	const session = openSession();
	session.press('l');
	session.type('js1.company.com');
	session.press('enter');
	t.regex(session.screen(), /looking … Esc stops/);
	session.press('escape');
	t.deepEqual(session.effects().at(-1), {effect: 'stop-looking'});
	t.regex(session.screen(), /Path or host {2}js1\.company\.com/);
	session.send({type: 'looked', asked: 1, look: null, problems: [], needsPassword: true});
	t.regex(session.screen(), /Path or host {2}js1\.company\.com/);
});

test('"will it work" answers for the certificate that is looked at', async t => {
	const {session} = await lookedAt(t);
	session.press('t');
	session.type('js1');
	t.regex(session.screen(), /yes, js1 covers it/);
	session.type('9');
	t.regex(session.screen(), /no: /);
	t.notRegex(session.screen(), /Enter adds/);
	session.press('enter');
	t.is(session.state().sheet, null);
});

test('another file that is locked is asked for its password, and then compared', async t => {
	const {session, world} = await lookedAt(t);
	session.press('c');
	session.type('./js1.pfx');
	session.press('enter');
	await answerLast(session, world);
	t.regex(session.screen(), /The password of \.\/js1\.pfx/);
	session.type('wrong');
	session.press('enter');
	await answerLast(session, world);
	t.regex(session.screen(), /x the password is wrong/);
	session.type('Secret-1234');
	session.press('enter');
	await answerLast(session, world);
	t.regex(session.screen(), /js1\.pfx and \.\/js1\.pfx both have the certificate/);
	t.false(inspect(session.state(), {depth: null}).includes('Secret-1234'));
});

test('one like it opens with its names, and the review says what changes', async t => {
	const {session} = await lookedAt(t);
	session.press('enter');
	t.deepEqual(session.list(), ['js1.company.com DNS', 'js1 DNS', '10.20.1.11 IP']);
	session.press('delete');
	session.paste('new.company.com\nb.company.com');
	session.press('ctrl+r');
	session.send({type: 'targets-found', targets: [], problems: [], now: new Date()});
	const screen = session.screen();
	t.regex(screen, /COMPARED WITH js1\.pfx/);
	t.regex(screen, /\+ DNS Name=new\.company\.com/);
	t.regex(screen, /- DNS Name=js1\.company\.com/);
	t.regex(screen, /2 names stay/);
	t.regex(screen, /› Write/);
});

test('an issuer that changes is said first, and Back is preselected', async t => {
	const {session} = await lookedAt(t);
	session.press('enter', 'tab', 'tab', 'ctrl+u');
	session.type('CN=other.company.com');
	session.press('tab', 'ctrl+r');
	session.send({type: 'targets-found', targets: [], problems: [], now: new Date()});
	t.regex(session.screen(), /! Issuer: CN=js1\.company\.com → CN=other\.company\.com/);
	t.regex(session.screen(), /› Back/);
});

test('a server shows what check says of it, and its certificate', async t => {
	const {certificate, keyPair} = await makeFiles();
	const server = tls.createServer({
		key: keyPair.privateKey.export({type: 'pkcs8', format: 'pem'}),
		cert: certificateToPem(certificate),
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	t.teardown(() => server.close());
	const {port} = server.address() as AddressInfo;
	const session = openSession(120, 60);
	session.press('l');
	session.type(`127.0.0.1:${port}`);
	session.press('enter');
	await answerLast(session, await services(t, {}));
	const screen = session.screen();
	t.regex(screen, /TLS +TLS 1\.3/);
	t.regex(screen, /x covers 127\.0\.0\.1 +the IP address 127\.0\.0\.1 is not in the SAN/);
	t.regex(screen, /x trusted here +no: it is self-signed/);
	t.regex(screen, /Certificate 1 of 1/);
	t.notRegex(screen, /not in this file/);
});
