// `compare` as people run it: files, servers, and the token keys of a near roaming group.
import {X509Certificate} from 'node:crypto';
import test, {type ExecutionContext} from 'ava';
import * as v from 'valibot';
import {compareDefinition, type CompareJson} from '../../source/describe/compare-definition.js';
import {documents, identity, startHttps, startTcp, startTls} from '../connect/servers.js';
import {after, issue, keyPair, pack, password, signingPlan, sslPlan} from '../proof/material.js';
import type {Run} from '../program.js';
import {localIdentity, run} from './loopback.js';

const ssl = localIdentity();
const signing = issue(signingPlan());
const otherSigning = issue(signingPlan('rsa-2048', {notBefore: after(-48)}), keyPair('rsa-2048', true));
const renewed = issue(signingPlan('rsa-2048', {notAfter: after(24)}));

const hex = (der: Uint8Array) => new X509Certificate(der).fingerprint.replaceAll(':', '');
const short = (der: Uint8Array) => `${hex(der).slice(0, 8)}…`;

const jwk = (der: Uint8Array) => ({
	...new X509Certificate(der).publicKey.export({format: 'jwk'}),
	use: 'sig',
	x5t: Buffer.from(hex(der), 'hex').toString('base64url'),
	x5c: [Buffer.from(der).toString('base64')],
});

/** A Job Service that publishes these keys; returns `localhost:port`. */
async function jobService(t: ExecutionContext, keys: readonly unknown[], own = ssl): Promise<string> {
	const port = await startHttps(
		t,
		own,
		documents({
			'/.well-known/openid-configuration': () => ({body: {jwks_uri: '/jwks'}}),
			'/jwks': () => ({body: {keys}}),
		}),
	);
	return `localhost:${port}`;
}

function jsonOf({stdout}: Run): CompareJson {
	return v.parse(compareDefinition, JSON.parse(stdout));
}

const only = (json: CompareJson, of: string) => json.comparisons.find(each => each.of === of);

test('the same certificate in a PFX, a .cer and a PEM file is exit 0', async t => {
	const plan = sslPlan('ecdsa-p256');
	const files = {'a.pfx': await pack(plan, ssl.der), 'b.cer': ssl.der, 'c.pem': ssl.cert};
	const ran = await run(['compare', 'a.pfx', 'b.cer', 'c.pem'], {
		files,
		env: {SAFEQ_CERT_PASSWORD: password},
	});
	t.is(ran.code, 0, ran.stderr);
	t.is(
		ran.stdout.split('\n').slice(0, 2).join('\n'),
		`Certificate\n  a.pfx, b.cer and c.pem all have the certificate ${short(ssl.der)}`,
	);
	t.notRegex(ran.stdout, /What differs/);
	t.false((ran.stdout + ran.stderr).includes(password));
});

test('a renewed certificate is another one with the same key, and what differs is listed', async t => {
	const files = {'old.cer': signing, 'new.cer': renewed};
	const {code, stdout} = await run(['compare', 'old.cer', 'new.cer'], {files});
	t.is(code, 1);
	t.is(
		stdout.slice(0, stdout.indexOf('\n\n')).replace(/\s+/g, ' '),
		`Certificate old.cer has the certificate ${short(signing)}; new.cer has another one with the same key, ${short(renewed)}, issued on ${new Date(after(-1)).toISOString().slice(0, 10)}`,
	);
	t.regex(stdout, /\n {2}What differs \(the key is the same\)\n {4}Serial number\n {6}A {2}[\da-f]+\n {6}B /);
	t.regex(stdout, /\n {4}Valid to\n {6}A {2}\d{4}-/);
	t.notRegex(stdout, /\n {4}Subject\n/);
});

test('the servers of a group with the same signing certificate are exit 0', async t => {
	const servers = [await jobService(t, [jwk(signing)]), await jobService(t, [jwk(signing)])];
	const ran = await run(['compare', ...servers, '--kind', 'signing', '--json']);
	t.is(ran.code, 0, ran.stdout);
	const json = jsonOf(ran);
	t.is(json.status, 'same');
	t.is(json.comparisons.length, 1);
	t.like(only(json, 'signing'), {same: true, sameKey: true, missing: []});
	t.is(
		only(json, 'signing')?.summary,
		`${servers.join(' and ')} both have the signing certificate ${short(signing)}`,
	);
});

test('the server with another signing certificate is named, with its date', async t => {
	const [a, b, c] = [
		await jobService(t, [jwk(signing)]),
		await jobService(t, [jwk(otherSigning)]),
		await jobService(t, [jwk(signing)]),
	];
	const ran = await run(['compare', a, b, c, '--json']);
	t.is(ran.code, 1);
	const json = jsonOf(ran);
	const date = after(-48).toISOString().slice(0, 10);
	t.is(
		only(json, 'signing')?.summary,
		`${a} and ${c} have the signing certificate ${short(signing)}; ${b} has another one, ${short(otherSigning)}, issued on ${date}`,
	);
	t.false(only(json, 'signing')?.sameKey);
	t.true(only(json, 'ssl')?.same);
	t.is(json.status, 'different');
});

test('a file is compared with what the servers use it for, and with nothing else', async t => {
	const other = identity({subjectAlternativeNames: [{type: 'dns', value: 'localhost'}]});
	const servers = [await jobService(t, [jwk(signing)]), await jobService(t, [jwk(signing)], other)];
	const files = {'signing.cer': signing, 'ssl.cer': ssl.der};
	const asSigning = await run(['compare', 'signing.cer', ...servers, '--json'], {files});
	t.is(asSigning.code, 0, asSigning.stdout);
	t.deepEqual(
		jsonOf(asSigning).comparisons.map(({of}) => of),
		['signing'],
	);
	const asSsl = await run(['compare', 'ssl.cer', ...servers, '--json'], {files});
	t.is(asSsl.code, 1);
	t.deepEqual(
		jsonOf(asSsl).comparisons.map(({of, groups}) => [of, groups.map(({targets}) => targets)]),
		[['ssl', [['ssl.cer', servers[0]], [servers[1]]]]],
	);
});

test('a server that changes its key has two: a file is one of them, a server with one is another group', async t => {
	const rolling = await jobService(t, [jwk(signing), jwk(otherSigning)]);
	const settled = await jobService(t, [jwk(signing)]);
	const files = {'new.cer': otherSigning};
	t.is((await run(['compare', 'new.cer', rolling], {files})).code, 0);
	t.is((await run(['compare', settled, rolling, '--kind', 'signing'])).code, 1);
});

test('the files of a change of the signing certificate are different ones, though a server publishes both', async t => {
	const rolling = await jobService(t, [jwk(signing), jwk(otherSigning)]);
	const files = {'old.pem': signing, 'new.pem': otherSigning};
	const both = [
		`old.pem and ${rolling} have the signing certificate ${short(signing)}`,
		`new.pem and ${rolling} have another one, ${short(otherSigning)}, issued on ${after(-48).toISOString().slice(0, 10)}`,
		`${rolling} publishes both`,
	];
	const ran = await run(['compare', 'old.pem', 'new.pem', rolling, '--json'], {files});
	t.is(ran.code, 1);
	t.is(only(jsonOf(ran), 'signing')?.summary, both.join('; '));
	t.is((await run(['compare', rolling, 'new.pem', 'old.pem'], {files})).code, 1);
});

test('files with one key and different certificates are different, and which one a key alone belongs to is not known', async t => {
	const {x5c: _, x5t: __, ...key} = jwk(signing);
	const server = await jobService(t, [key]);
	const files = {'old.pem': signing, 'new.pem': renewed};
	const ran = await run(['compare', 'old.pem', server, 'new.pem', '--kind', 'signing', '--json'], {files});
	t.is(ran.code, 1);
	const signed = only(jsonOf(ran), 'signing');
	t.deepEqual(
		signed?.groups.map(({targets}) => targets),
		[['old.pem'], ['new.pem']],
	);
	t.like(signed?.missing, [{target: server, reason: 'key-alone'}]);
});

test('a fingerprint is enough, and so is the key alone', async t => {
	const {x5c: _, ...fingerprint} = jwk(signing);
	const {x5t: __, ...key} = fingerprint;
	const files = {'signing.cer': signing, 'other.cer': otherSigning};
	for (const published of [fingerprint, key]) {
		const server = await jobService(t, [published]);
		t.is((await run(['compare', 'signing.cer', server, '--kind', 'signing'], {files})).code, 0);
		t.is((await run(['compare', 'other.cer', server, '--kind', 'signing'], {files})).code, 1);
	}
});

test('a server that publishes no keys says so, and that files must be compared', async t => {
	const silent = `localhost:${await startHttps(t, ssl, documents({}))}`;
	const loud = await jobService(t, [jwk(signing)]);
	const both = await run(['compare', silent, `${silent}/`]);
	t.is(both.code, 3);
	t.regex(both.stdout, /^ {2}No signing certificate can be seen$/m);
	t.regex(both.stdout, /answers with HTTP 404 when asked for its OpenID configuration$/m);
	t.regex(both.stdout, /compare the files that the Job Services were\ninstalled with:/);
	t.regex(both.stdout, /^--kind ssl compares what servers present alone\.$/m);
	const presented = await run(['compare', silent, `${silent}/`, '--kind', 'ssl']);
	t.is(presented.code, 0);
	t.notRegex(presented.stdout, /signing/i);
	const asked = await run(['compare', silent, loud, '--kind', 'signing', '--json']);
	t.is(asked.code, 3);
	t.like(only(jsonOf(asked), 'signing'), {same: null, missing: [{target: silent, reason: 'no-token-keys'}]});
});

test('a server that answers the question for its keys with another protocol is not seen, and never exit 0', async t => {
	const switching = await startHttps(t, ssl, ({socket}) => {
		socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
	});
	const target = `127.0.0.1:${switching}`;
	const files = {'c.pem': signing};
	const ran = await run(['compare', target, 'c.pem', '--kind', 'signing', '--timeout', '2', '--json'], {
		files,
	});
	t.is(ran.code, 3);
	t.like(only(jsonOf(ran), 'signing'), {same: null, missing: [{target, reason: 'no-token-keys'}]});
});

test('servers whose signing certificate was not seen are never exit 0, and each says why', async t => {
	const nothing = `localhost:${await startHttps(t, ssl, documents({}))}`;
	const closed = await startTls(t, {...ssl, requestCert: true, rejectUnauthorized: true});
	const refusing = `localhost:${closed}`;
	const ran = await run(['compare', nothing, refusing, '--json']);
	t.is(ran.code, 3, ran.stdout);
	const json = jsonOf(ran);
	t.is(json.status, 'could-not-look');
	t.true(only(json, 'ssl')?.same);
	t.like(only(json, 'signing'), {same: null, groups: []});
	t.deepEqual(
		only(json, 'signing')?.missing.map(({target, reason}) => [target, reason]),
		[
			[nothing, 'no-token-keys'],
			[refusing, 'client-certificate'],
		],
	);
});

test('an SSL certificate that differs is exit 1, whatever else could not be seen', async t => {
	const a = `localhost:${await startHttps(t, ssl, documents({}))}`;
	const b = `localhost:${await startHttps(t, localIdentity(), documents({}))}`;
	t.is((await run(['compare', a, b])).code, 1);
});

test('servers with an SSL certificate each are exit 1, with a word about what matters', async t => {
	const a = `localhost:${await startTls(t, ssl)}`;
	const b = `localhost:${await startTls(t, localIdentity())}`;
	const ran = await run(['compare', a, b, '--kind', 'ssl']);
	t.is(ran.code, 1);
	t.regex(ran.stdout, /another one\s+with\s+the\s+same\s+key/);
	t.regex(ran.stdout, /--kind signing compares that alone/);
});

test('what could not be looked at is exit 3, unless the rest differs already', async t => {
	const silent = `127.0.0.1:${await startTcp(t, () => {})}`;
	const server = `127.0.0.1:${await startTls(t, ssl)}`;
	const files = {'own.cer': ssl.der, 'other.cer': localIdentity().der};
	const options = ['--timeout', '2', '--kind', 'ssl', '--json'];
	const open = await run(['compare', 'own.cer', server, silent, ...options], {files});
	t.is(open.code, 3, open.stdout);
	t.like(only(jsonOf(open), 'ssl')?.missing[0], {target: silent, reason: 'silent'});
	t.is((await run(['compare', 'other.cer', server, silent, ...options], {files})).code, 1);
	const missing = await run(['compare', 'own.cer', 'missing.cer', '--json'], {files});
	t.is(missing.code, 3);
	t.is(jsonOf(missing).problems[0]?.code, 'file-not-found');
	const key = keyPair('ecdsa-p256').privateKey.export({type: 'pkcs8', format: 'pem'}).toString();
	const without = await run(['compare', 'own.cer', 'key.pem', '--json'], {files: {...files, 'key.pem': key}});
	t.is(without.code, 3);
	t.like(jsonOf(without).problems[0], {code: 'no-certificate', file: 'key.pem'});
});

test('wrong usage is exit 2', async t => {
	for (const [args, message] of [
		[['js1'], /comparing takes at least two/],
		[[], /comparing takes at least two/],
		[['a.cer', 'http://js1'], /has no certificate to look at/],
		[['a.cer', 'b.cer', '--kin', 'ssl'], /did you mean "--kind"\?/],
	] as const) {
		const ran = await run(['compare', ...args]);
		t.is(ran.code, 2);
		t.regex(ran.stderr, message);
	}
	const {code, stdout} = await run(['compare', '--help']);
	t.is(code, 0);
	t.regex(stdout, /--kind ssl\|signing/);
	t.true(stdout.split('\n').every(line => line.length <= 100));
});
