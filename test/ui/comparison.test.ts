// Comparing what is looked at with others: files, servers, and the token keys that servers publish.
import test from 'ava';
import {readCertificate} from '../../source/certificate/read.js';
import type {TokenKeys} from '../../source/connect/token-keys.js';
import {sightingOf} from '../../source/look/sighting.js';
import type {Target} from '../../source/look/target.js';
import type {Choice, Look} from '../../source/ui/model/look.js';
import {currentScreen} from '../../source/ui/model/state.js';
import {issue, keyPair, signingPlan, sslPlan} from '../proof/material.js';
import {now, openSession, type Session} from './session.js';

const ssl = readCertificate(issue(sslPlan()));
const otherSsl = readCertificate(issue(sslPlan()));
const signing = readCertificate(issue(signingPlan()));
const otherSigning = readCertificate(issue(signingPlan(), keyPair('rsa-2048', true)));

const short = ({thumbprint}: {readonly thumbprint: string}) => `${thumbprint.slice(0, 8)}…`;

const choice = (certificate: typeof ssl, changes: Partial<Choice> = {}): Choice => ({
	name: 'SSL',
	certificate,
	hasKey: false,
	isIssuer: false,
	pfx: null,
	...changes,
});

function look(target: Target, choices: readonly Choice[], name: string): Omit<Look, 'id'> {
	const address = target.type === 'server' ? '10.20.1.11' : null;
	return {
		target,
		name,
		answers: [],
		parts: [],
		choices,
		chosen: 0,
		address,
		keys: null,
		folder: '/certs',
		now,
	};
}

const server = (host: string, certificate = ssl) =>
	look({type: 'server', text: host, endpoint: {host, port: 5000}}, [choice(certificate)], `${host}:5000`);

const file = (name: string, ...choices: readonly Choice[]) =>
	look({type: 'file', text: name, path: `/certs/${name}`}, choices, name);

/** Names the next file or server to the question that is open, and answers for the machine. */
function name(session: Session, answer: Omit<Look, 'id'>): void {
	session.type(answer.target.text);
	session.press('enter');
	const effect = session.effects().findLast(each => each.effect === 'look');
	if (effect?.effect !== 'look') throw new Error('nothing is looked at');
	const {asked} = effect;
	session.send({type: 'looked', asked, look: {...answer, id: asked}, problems: [], needsPassword: false});
}

function compared(first: Omit<Look, 'id'>, ...others: readonly Omit<Look, 'id'>[]): Session {
	const session = openSession(100, 60);
	session.press('l');
	name(session, first);
	for (const other of others) {
		session.press('c');
		name(session, other);
	}
	return session;
}

const published = (...certificates: readonly (typeof signing)[]): TokenKeys => ({
	status: 'published',
	keys: certificates.map(each => ({kid: null, ...sightingOf(each)})),
});

/** Answers for the server of this name. */
function tell(session: Session, host: string, keys: TokenKeys): void {
	const effect = session
		.effects()
		.find(each => each.effect === 'find-token-keys' && each.endpoint.host === host);
	if (effect?.effect !== 'find-token-keys') throw new Error(`${host} was not asked`);
	session.send({type: 'token-keys-found', look: effect.look, keys});
}

/** In one line. */
const text = (session: Session) => session.screen().replace(/\s+/g, ' ');

test('two servers are asked for their token keys, and until they answer the screen says so', t => {
	const session = compared(server('js1'), server('js2', otherSsl));
	t.deepEqual(
		session.effects().filter(each => each.effect === 'find-token-keys'),
		[
			{effect: 'find-token-keys', look: 1, endpoint: {host: 'js1', port: 5000}, address: '10.20.1.11'},
			{effect: 'find-token-keys', look: 2, endpoint: {host: 'js2', port: 5000}, address: '10.20.1.11'},
		],
	);
	t.regex(text(session), /looking for the token keys of js1:5000, js2:5000 …/);
	t.regex(text(session), /SSL certificate .* js1 has the SSL certificate .*; js2 has another one/);
	tell(session, 'js1', published(signing));
	t.regex(text(session), /looking for the token keys of js2:5000 …/);
	tell(session, 'js2', published(signing));
	t.notRegex(text(session), /looking for/);
	t.true(text(session).includes(`js1 and js2 both have the signing certificate ${short(signing)}`));
});

test('a third and a fourth server are added, and the one with another signing certificate is named', t => {
	const session = compared(server('js1'), server('js2'), server('js3'));
	tell(session, 'js1', published(signing));
	tell(session, 'js2', published(signing));
	tell(session, 'js3', published(otherSigning));
	const date = otherSigning.notBefore.toISOString().slice(0, 10);
	const sentence = `js1 and js2 have the signing certificate ${short(signing)}; js3 has another one, ${short(otherSigning)}, issued on ${date}`;
	t.true(text(session).includes(sentence), text(session));
	session.press('c');
	name(session, server('js4'));
	tell(session, 'js4', published(signing));
	t.true(text(session).includes('js1, js2 and js4 have the signing certificate'));
});

test('a server is asked for its token keys once, however often it is compared', t => {
	const session = compared(server('js1'), server('js2'), server('js3'));
	const asked = session.effects().flatMap(each => (each.effect === 'find-token-keys' ? [each.look] : []));
	t.deepEqual(asked, [1, 2, 3]);
});

test('where nothing is published, the screen says so and what to do', t => {
	const session = compared(server('js1'), server('js2'));
	tell(session, 'js1', {status: 'none', reason: 'answers with HTTP 404 when asked for its token keys'});
	tell(session, 'js2', {status: 'failed', reason: 'does not tell its token keys within 8 seconds'});
	const screen = text(session);
	t.regex(screen, /No signing certificate can be seen/);
	t.regex(screen, /\? js1:5000: answers with HTTP 404/);
	t.regex(screen, /\? js2:5000: does not tell its token keys within 8 seconds/);
	t.regex(screen, /So compare the files that the Job Services were installed with\./);
});

test('a server that publishes nothing among those that do is named once', t => {
	const session = compared(server('js1'), server('js2'));
	tell(session, 'js1', published(signing));
	tell(session, 'js2', {status: 'none', reason: 'publishes an empty list of token keys'});
	t.is(text(session).split('publishes an empty list').length, 2);
	t.regex(text(session), /\? js2:5000: publishes an empty list of token keys So compare the files/);
});

test('a signing file is compared with what servers publish, not with what they present', t => {
	const session = compared(file('signing.pfx', choice(signing)), server('js1'));
	tell(session, 'js1', published(otherSigning, signing));
	t.true(text(session).includes('both have the signing certificate'));
	t.notRegex(text(session), /what a server presents/);
});

test('while token keys are asked for, a signing file is not compared with what servers present', t => {
	const session = compared(file('signing.cer', choice(signing)), server('js1'), server('js2'));
	t.regex(text(session), /looking for the token keys of js1:5000, js2:5000 …/);
	t.notRegex(text(session), /has another one|SSL certificate|signing certificate/);
	tell(session, 'js1', published(signing));
	t.notRegex(text(session), /has another one|SSL certificate|signing certificate/);
	tell(session, 'js2', published(signing));
	t.regex(text(session), /signing\.cer, js1 and js2 all have the signing certificate/);
});

test('while token keys are asked for, servers alone and the SSL certificate in a file are compared already', t => {
	for (const first of [file('ssl.cer', choice(ssl)), server('js3')]) {
		const session = compared(first, server('js1'), server('js2'));
		t.regex(text(session), /looking for the token keys of /);
		t.regex(text(session), /all have the SSL certificate/);
		t.notRegex(text(session), /No signing certificate can be seen/);
	}
});

test('the old and the new signing file are different, though the server publishes both', t => {
	const session = compared(
		file('old.pfx', choice(signing)),
		file('new.pfx', choice(otherSigning)),
		server('js1'),
	);
	tell(session, 'js1', published(signing, otherSigning));
	t.regex(
		text(session),
		/old\.pfx and js1 have the signing certificate \w{8}…; new\.pfx and js1 have another one, .*; js1 publishes both /,
	);
	t.regex(session.screen(), /\n A {2}old\.pfx, js1:5000\n/);
	t.regex(session.screen(), /\n B {2}new\.pfx, js1:5000\n/);
});

test('a file that shows no certificate is not taken into the comparison, and the question says why', t => {
	const session = compared(server('js1'));
	session.press('c');
	name(session, file('closed.pfx'));
	t.regex(session.screen(), /x no certificate can be seen in closed\.pfx/);
	const {sheet} = session.state();
	t.deepEqual(sheet?.sheet === 'look-at' ? sheet.problems.map(({code}) => code) : null, ['no-certificate']);
});

test('files are compared field by field, and a copy is the same certificate', t => {
	const session = compared(file('a.cer', choice(ssl)), file('b.cer', choice(otherSsl)));
	t.regex(session.screen(), /b\.cer has another\s+one with the same key/);
	t.regex(session.screen(), /Serial number\n +A {2}[0-9a-f]+\n +B {2}[0-9a-f]+/);
	session.press('delete');
	t.is(currentScreen(session.state()).screen, 'look');
	session.press('c');
	name(session, file('c.pfx', choice(ssl)));
	t.regex(session.screen(), /a\.cer and c\.pfx both have the certificate/);
	t.notRegex(session.screen(), /What differs/);
});

test('Del takes the last one out, Esc keeps the others', t => {
	const session = compared(server('js1'), server('js2'), server('js3'));
	session.press('delete');
	t.regex(session.screen(), /js3:5000 is taken out of the comparison/);
	session.press('escape', 'c');
	t.regex(session.screen(), /Compared {2}js1:5000, js2:5000 /);
});

test('the same server again takes the place of what was seen of it before', t => {
	const session = compared(server('js1'), server('js2'), server('js2', otherSsl));
	t.regex(session.screen(), /Compared {2}js1:5000, js2:5000 /);
	t.regex(text(session), /js2 has another one with the same key/);
});

test('of a file with several certificates it is asked which one, the one with the key first', t => {
	const session = openSession(100, 60);
	session.press('l');
	name(session, file('a.cer', choice(ssl)));
	session.press('c');
	name(session, file('all.pem', choice(otherSsl, {name: 'js2', hasKey: true}), choice(ssl, {name: 'js1'})));
	t.regex(
		session.screen(),
		/Which certificate of all\.pem\?[^\n]*\n › 1 {2}js2 {2}with its key\n {3}2 {2}js1\n/,
	);
	session.press('down', 'enter');
	t.regex(text(session), /a\.cer and all\.pem both have the certificate/);
});

test('a chain in a file is no question: the certificate that it belongs to is meant', t => {
	const session = compared(
		file('a.cer', choice(ssl)),
		file('chain.pfx', choice(ssl), choice(signing, {isIssuer: true})),
	);
	t.regex(text(session), /both have the certificate/);
});

test('Tab chooses the certificate that questions are about, and the comparison follows', t => {
	const session = openSession(100, 60);
	session.press('l');
	name(session, file('all.pem', choice(ssl, {name: 'js1', hasKey: true}), choice(signing, {name: 'sign'})));
	t.regex(session.screen(), /ASK ABOUT {2}1 of 2: js1, with its key +Tab: another one/);
	session.press('t');
	session.type('js1.company.com');
	t.regex(session.screen(), /yes, js1\.company\.com covers it/);
	session.press('escape', 'tab');
	t.regex(session.screen(), /ASK ABOUT {2}2 of 2: sign/);
	session.press('t');
	session.type('js1.company.com');
	t.notRegex(session.screen(), /yes, /);
	session.press('escape', 'c');
	name(session, file('signing.cer', choice(signing)));
	t.regex(text(session), /both have the certificate/);
});

test('k says what the certificate can be used for, and why not', t => {
	const session = compared(file('signing.cer', choice(signing)));
	session.press('k');
	t.regex(session.screen(), /AS AN SSL CERTIFICATE\n +x {2}/);
	t.regex(session.screen(), /AS A SIGNING CERTIFICATE\n +√ {2}can be a signing certificate/);
	t.notRegex(session.screen(), /\[[a-z-]+\]/);
	session.press('escape', 'tab');
	t.regex(session.screen(), /Tab: there is only one certificate/);
});
