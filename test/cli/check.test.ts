// `check` as people run it: answers, exit codes, JSON; every server is on this computer.
import {spawn} from 'node:child_process';
import {X509Certificate} from 'node:crypto';
import {once} from 'node:events';
import {createServer as createHttpServer} from 'node:http';
import test from 'ava';
import * as v from 'valibot';
import {checkDefinition, type CheckJson} from '../../source/describe/check-definition.js';
import {commands} from '../../source/terminal/commands.js';
import {identity, listen, startTcp, startTls} from '../connect/servers.js';
import {after, pack, password, sslPlan} from '../proof/material.js';
import {program, type Run} from '../program.js';
import {openTerminal} from '../terminal.js';
import {localIdentity, onLinux, run} from './loopback.js';

const local = localIdentity();
const thumbprint = new X509Certificate(local.der).fingerprint;

/** A pinned certificate: whether the store trusts it does not count. */
const pin = ['--same-as', thumbprint];

function jsonOf({stdout}: Run): CheckJson {
	return v.parse(checkDefinition, JSON.parse(stdout));
}

const answersOf = (json: CheckJson, check: string, index = 0) =>
	json.targets[index]?.answers.filter(each => each.check === check) ?? [];

onLinux('a server that is well in every respect is exit 0, line by line', async t => {
	const port = await startTls(t, local);
	const {code, stdout, stderr} = await run(['check', `localhost:${port}`], {trusted: local});
	t.is(stderr, '');
	t.is(code, 0);
	const lines = stdout.split('\n');
	t.is(lines[0], `localhost:${port}`);
	for (const line of [
		/^ {2}ok {2}resolves to +.*127\.0\.0\.1/,
		/^ {2}ok {2}answers +127\.0\.0\.1/,
		/^ {2}ok {2}TLS +TLS 1\.3, TLS_/,
		/^ {2}ok {2}presents +.*CN=js1\.company\.com, .*, self-signed$/,
		/^ {2}ok {2}covers localhost +by DNS Name=localhost$/,
		/^ {2}ok {2}trusted here +yes/,
		/^ {2}ok {2}dates +valid to \d{4}-.* UTC, 729 days left$/,
	])
		t.true(
			lines.some(each => line.test(each)),
			`${line}\n${stdout}`,
		);
	t.regex(stdout, /\nAll is well\.\n$/);
});

onLinux(
	'a certificate that this computer does not trust is a negative answer, unless it is the expected one',
	async t => {
		const port = await startTls(t, local);
		const strange = await run(['check', `localhost:${port}`, '--json'], {trusted: identity()});
		t.is(strange.code, 1);
		t.like(answersOf(jsonOf(strange), 'trusted')[0], {ok: false, counts: true});
		const known = await run(['check', `localhost:${port}`, '--json', ...pin], {trusted: identity()});
		t.is(known.code, 0);
		t.like(answersOf(jsonOf(known), 'trusted')[0], {ok: false, counts: false});
	},
);

test('the address that was given is the one to cover; others can be asked for', async t => {
	const port = await startTls(t, identity());
	const given = await run(['check', `localhost:${port}`, '--json']);
	t.is(given.code, 1);
	t.deepEqual(answersOf(jsonOf(given), 'covers'), [
		{
			check: 'covers',
			ok: false,
			counts: true,
			subject: 'localhost',
			message: '"localhost" is not in the SAN',
		},
	]);
	const asked = await run([
		'check',
		`localhost:${port}`,
		'--json',
		'--address',
		'js1,a.print.company.com',
		'--address',
		'https://js1.company.com:5000/x',
	]);
	t.deepEqual(
		answersOf(jsonOf(asked), 'covers').map(each => [each.subject, each.ok, each.message]),
		[
			['js1', true, 'by DNS Name=js1'],
			['a.print.company.com', true, 'by DNS Name=*.print.company.com'],
			['https://js1.company.com:5000/x', true, 'by DNS Name=js1.company.com'],
		],
	);
});

test('an IPv6 address in brackets and an https URL are servers', async t => {
	const port = await startTls(t, local, '::1');
	const {code, stdout} = await run(['check', `https://[::1]:${port}/some/page`, '--json', ...pin]);
	t.is(code, 0, stdout);
	const [target] = jsonOf({stdout} as Run).targets;
	t.like(target, {type: 'server', status: 'ok', failure: null});
	t.like(target?.connection, {host: '::1', port, address: '::1', protocol: 'TLSv1.3'});
	t.is(target?.certificates[0]?.thumbprint, thumbprint.replaceAll(':', ''));
});

for (const [what, changes, message] of [
	['expired', {notBefore: after(-100), notAfter: after(-49)}, /^expired on .* UTC, 3 days ago$/],
	['not valid yet', {notBefore: after(49), notAfter: after(100)}, /^not valid before .* UTC, in 3 days$/],
] as const)
	test(`a certificate that is ${what} is a negative answer`, async t => {
		const port = await startTls(t, localIdentity(changes));
		const ran = await run(['check', `localhost:${port}`, '--json']);
		t.is(ran.code, 1);
		const [dates] = answersOf(jsonOf(ran), 'dates');
		t.false(dates?.ok);
		t.regex(dates?.message ?? '', message);
	});

test('--days asks for more than today', async t => {
	const files = {'soon.cer': localIdentity({notAfter: after(20 * 24 + 1)}).der};
	t.is((await run(['check', 'soon.cer', '--days', '20'], {files})).code, 0);
	const ran = await run(['check', 'soon.cer', '--days', '21'], {files});
	t.is(ran.code, 1);
	t.regex(ran.stdout, / x {3}dates +valid to .*, 20 days left: fewer than 21\n/);
});

test('--same-as takes a PFX, a .cer and a pasted thumbprint', async t => {
	const port = await startTls(t, local);
	const plan = sslPlan('ecdsa-p256');
	const files = {
		'own.pfx': await pack(plan, local.der),
		'own.cer': local.der,
		'other.cer': localIdentity().der,
		'password.txt': password,
	};
	const ask = (expected: string, ...more: readonly string[]) =>
		run(['check', `localhost:${port}`, '--json', '--same-as', expected, ...more], {files});
	for (const expected of ['own.cer', `\u200e${thumbprint.toLowerCase().replaceAll(':', ' ')}`]) {
		const ran = await ask(expected);
		t.is(ran.code, 0, ran.stdout + ran.stderr);
	}
	t.is((await ask('own.pfx', '--password-file', 'password.txt')).code, 0);
	const other = await ask('other.cer');
	t.is(other.code, 1);
	t.regex(
		answersOf(jsonOf(other), 'same-as')[0]?.message ?? '',
		/^no, other\.cer holds another one, [\dA-F]{40}, with the same key$/,
	);
});

test('--kind says whether usages and key fit', async t => {
	const files = {'ssl.cer': local.der};
	const signing = await run(['check', 'ssl.cer', '--kind', 'signing', '--json'], {files});
	t.is(signing.code, 1);
	t.regex(answersOf(jsonOf(signing), 'kind')[0]?.message ?? '', /needs an RSA key.*\[signing-needs-rsa\]$/);
	const ssl = await run(['check', 'ssl.cer', '--kind', 'ssl', '--json'], {files});
	t.is(ssl.code, 0);
	t.true(answersOf(jsonOf(ssl), 'kind').some(({ok, counts}) => ok && counts));
});

test('a file needs no server, and its password only when its certificate is encrypted', async t => {
	const canary = 'canary-Zwölf-31';
	const pfx = await pack(sslPlan('ecdsa-p256'), local.der);
	const files = {'own.pfx': pfx, 'own.pem': local.cert, 'key-and-certificate.pem': local.key + local.cert};
	for (const file of ['own.pem', 'key-and-certificate.pem'])
		t.is((await run(['check', file, '--address', '127.0.0.1'], {files})).code, 0);
	const closed = await run(['check', 'own.pfx'], {files});
	t.is(closed.code, 3);
	t.regex(
		closed.stderr,
		/^own\.pfx: error: .*there is no password \[password-missing\]\n {2}hint: use --password-file/,
	);
	const wrong = await run(['check', 'own.pfx', '--password-stdin'], {files, input: canary});
	t.is(wrong.code, 3);
	t.regex(wrong.stderr, /\[password-wrong\]/);
	t.false((wrong.stdout + wrong.stderr).includes(canary));
	const open = await run(['check', 'own.pfx'], {files, env: {SAFEQ_CERT_PASSWORD: password}});
	t.is(open.code, 0);
	t.regex(
		open.stdout,
		/^own\.pfx\n {2}ok {2}file +a PFX with its private key\n {2}ok {2}holds +OU=Print \+ CN=js1/,
	);
	t.false((open.stdout + open.stderr).includes(password));
});

test('files that cannot be looked at are exit 3, and say why', async t => {
	const files = {'text.cer': 'nothing\n', 'empty.pem': '', 'folder.cer/x': ''};
	for (const [file, code] of [
		['text.cer', 'file-unknown'],
		['empty.pem', 'file-unknown'],
		['folder.cer', 'file-unreadable'],
		['missing.cer', 'file-not-found'],
	] as const) {
		const ran = await run(['check', file, '--json'], {files});
		t.is(ran.code, 3, file);
		const json = jsonOf(ran);
		t.is(json.status, 'could-not-look');
		t.like(json.problems[0], {code, file});
		t.is(json.targets[0]?.failure?.reason, code);
	}
});

test('--addresses reads a file, and tells its wrong lines', async t => {
	const files = {
		'own.cer': local.der,
		'good.txt': '# what printers use\r\nlocalhost\n127.0.0.1, ::1 # all of it\n\n',
		'bad.txt': 'localhost\n10.0.0.300\n',
		'none.txt': '# nothing\n',
	};
	const good = await run(['check', 'own.cer', '--addresses', 'good.txt', '--json'], {files});
	t.is(good.code, 0);
	t.deepEqual(
		answersOf(jsonOf(good), 'covers').map(({subject}) => subject),
		['localhost', '127.0.0.1', '::1'],
	);
	const bad = await run(['check', 'own.cer', '--addresses', 'bad.txt'], {files});
	t.is(bad.code, 2);
	t.regex(bad.stderr, /^bad\.txt:2: error: "10\.0\.0\.300" is not an IPv4 or IPv6 address \[usage\]\n/);
	t.is((await run(['check', 'own.cer', '--addresses', 'none.txt'], {files})).code, 2);
	t.is((await run(['check', 'own.cer', '--addresses', 'missing.txt'], {files})).code, 3);
});

test('a server that cannot be looked at is exit 3, in time, and says which step failed', async t => {
	const silent = await startTcp(t, () => {});
	const plain = await listen(
		t,
		createHttpServer((_, response) => response.end()),
	);
	const client = await startTls(t, {...local, requestCert: true, rejectUnauthorized: true, ca: local.cert});
	for (const [target, reason, check] of [
		[`127.0.0.1:${silent}`, 'silent', 'tls'],
		[`127.0.0.1:${plain}`, 'plain-http', 'tls'],
		[`127.0.0.1:${client}`, 'client-certificate', 'client-certificate'],
		['no-such-name.invalid', 'unknown-name', 'resolves'],
	] as const) {
		const before = performance.now();
		const ran = await run(['check', target, '--timeout', '3', '--json', ...pin]);
		t.true(performance.now() - before < 20_000);
		const [found] = jsonOf(ran).targets;
		// A sandbox without any name server cannot tell whether a name exists.
		if (reason !== 'unknown-name') t.is(found?.failure?.reason, reason, ran.stdout);
		t.is(ran.code, 3, ran.stdout);
		t.is(found?.answers.find(({ok}) => ok === null)?.check, check);
	}
});

test('many targets make a table, and a negative answer comes before one that could not be had', async t => {
	const silent = await startTcp(t, socket => socket.destroy());
	const good = await startTls(t, local);
	const bad = await startTls(t, identity());
	const {code, stdout} = await run([
		'check',
		`localhost:${good}`,
		`localhost:${bad}`,
		`localhost:${silent}`,
		...pin,
	]);
	t.is(code, 1);
	const lines = stdout.split('\n');
	t.regex(lines[0] ?? '', /^ +target +expires +days left {2}thumbprint$/);
	t.regex(lines[1] ?? '', new RegExp(`^ok {2}localhost:${good} +\\d{4}-\\d\\d-\\d\\d +729 {2}[\\dA-F]{40}$`));
	t.regex(
		stdout,
		new RegExp(`^x {3}localhost:${bad} .*\\n {6}covers localhost: "localhost" is not in the SAN$`, 'm'),
	);
	t.regex(stdout, new RegExp(`^\\? {3}localhost:${silent}\\n {6}TLS: breaks off the connection`, 'm'));
	t.regex(stdout, /\n3 targets: 1 ok, 1 not well, 1 could not be looked at\n$/);
	t.is((await run(['check', `localhost:${good}`, `localhost:${silent}`, ...pin])).code, 3);
});

test('a certificate cannot steer the terminal', async t => {
	const port = await startTls(
		t,
		localIdentity({subject: [[{type: '2.5.4.3', value: 'js1\u001b[2J\u202e'}]]}),
	);
	for (const more of [[], ['--json']]) {
		const {stdout} = await run(['check', `localhost:${port}`, ...more]);
		t.regex(stdout, /js1/);
		t.notRegex(stdout, /[\u001b\u202e]/);
	}
});

test('wrong usage is exit 2 with a suggestion, with --json as one object too', async t => {
	for (const [args, message] of [
		[[], /nothing to check/],
		[['js1', '--adress', 'x'], /unknown option "--adress" .*\n.*did you mean "--address"\?/],
		[['http://js1'], /has no certificate to look at/],
		[['js1', '--address', '1.2.3.400'], /is not an IPv4 or IPv6 address/],
		[['js1', '--same-as', 'ab'.repeat(19)], /has 38 hexadecimal digits/],
		[['js1', '--same-as', 'js2'], /is neither a file nor a thumbprint/],
		[['js1', '--days', 'ten'], /--days "ten" is not a number from 0 on/],
		[['js1', '--timeout', '0'], /--timeout "0" is not a number/],
		[['js1', '--kind', 'sll'], /unknown kind "sll"/],
		[['js1', '--password-stdin', '--password-file', 'x'], /only one of/],
	] as const) {
		const ran = await run(['check', ...args]);
		t.is(ran.code, 2, ran.stderr);
		t.regex(ran.stderr, message);
		t.is(ran.stdout, '');
	}
	const json = await run(['check', 'http://js1', '--json']);
	t.is(json.code, 2);
	t.is(jsonOf(json).problems[0]?.code, 'usage');
});

test('the help of the program names every command, and the command has its own', async t => {
	const {stdout: help} = await run(['--help']);
	for (const name of Object.keys(commands)) t.regex(help, new RegExp(`^ {2}${name} [A-Z…]`, 'm'));
	const {code, stdout} = await run(['check', '--help']);
	t.is(code, 0);
	t.regex(stdout, /--same-as FILE\|THUMBPRINT/);
	t.true(stdout.split('\n').every(line => line.length <= 100));
});

test('a misspelt command is recognised', async t => {
	const {code, stderr} = await run(['chek', 'js1']);
	t.is(code, 2);
	t.regex(stderr, /did you mean "check"\?/);
});

test('Ctrl+C ends a look at once', async t => {
	const connected = Promise.withResolvers<void>();
	const port = await startTcp(t, () => connected.resolve());
	const args = [program, 'check', `127.0.0.1:${port}`, '--timeout', '60', '--json'];
	const child = spawn(process.execPath, args, {stdio: ['ignore', 'pipe', 'ignore']});
	t.teardown(() => child.kill('SIGKILL'));
	let stdout = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		stdout += text;
	});
	await connected.promise;
	const before = performance.now();
	child.kill('SIGINT');
	await once(child, 'close');
	t.true(performance.now() - before < 2000);
	t.is(child.exitCode, 130);
	t.is(v.parse(checkDefinition, JSON.parse(stdout)).problems[0]?.code, 'cancelled');
});

test('on a terminal a person is asked for the password, and again when it is wrong', async t => {
	const terminal = await openTerminal(t, ['check', 'own.pfx'], {
		files: {'own.pfx': await pack(sslPlan('ecdsa-p256'), local.der)},
	});
	await terminal.waitFor(/Password of own\.pfx/);
	terminal.type('wrong');
	terminal.press('enter');
	await terminal.waitFor(/That is not it\. Password of own\.pfx/);
	terminal.type(password);
	terminal.press('enter');
	const {code, text} = await terminal.exit();
	t.is(code, 0);
	t.regex(text, /ok {2}file +a PFX with its private key/);
	t.false(text.includes(password));
});
