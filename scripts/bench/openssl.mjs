// What the program is compared with: two calls of openssl that make a key, a certificate and a PFX.
import {spawnSync} from 'node:child_process';
import {mkdir, rm} from 'node:fs/promises';
import path from 'node:path';
import {timed} from './child.mjs';
import {names} from './profile.mjs';

const keyArguments = {
	'rsa-2048': ['-newkey', 'rsa:2048'],
	'ecdsa-p256': ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
};
const encryptionArguments = {
	compatible: ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1', '-iter', '2048'],
	modern: ['-keypbe', 'AES-256-CBC', '-certpbe', 'AES-256-CBC', '-macalg', 'sha256', '-iter', '100000'],
};

/** `OpenSSL 3.0.17 …`, as it names itself. */
export function opensslVersion() {
	return spawnSync('openssl', ['version'], {encoding: 'utf8'}).stdout?.trim() ?? 'no openssl';
}

/** Makes one certificate and its PFX with openssl in `folder`; returns the milliseconds. */
export async function timedOpenssl(folder, {key, encryption}, index = 0) {
	const work = path.join(folder, `openssl-${index}`);
	await mkdir(work, {recursive: true});
	const subjectAltName = names
		.map(each => (/^[\d.]+$|:/.test(each) ? `IP:${each}` : `DNS:${each}`))
		.join(',');
	const extensions = [
		`subjectAltName=${subjectAltName}`,
		'keyUsage=critical,digitalSignature,keyEncipherment',
		'extendedKeyUsage=serverAuth',
	].flatMap(each => ['-addext', each]);
	const subject = '/C=CZ/O=Company/CN=srv01.company.com';
	const request = [
		'req',
		'-x509',
		...keyArguments[key],
		'-nodes',
		'-sha256',
		'-days',
		'730',
		'-subj',
		subject,
	];
	const files = ['-keyout', 'key.pem', '-out', 'certificate.pem'];
	const start = performance.now();
	await timed('openssl', [...request, ...extensions, ...files], {cwd: work});
	const source = [
		'-inkey',
		'key.pem',
		'-in',
		'certificate.pem',
		'-name',
		'Bench',
		'-passout',
		'pass:bench pass 1',
	];
	const exported = ['pkcs12', '-export', ...source, ...encryptionArguments[encryption], '-out', 'bench.pfx'];
	await timed('openssl', exported, {cwd: work});
	const ms = performance.now() - start;
	await rm(work, {recursive: true});
	return ms;
}

/** `count` certificates with openssl, `width` at a time; returns the milliseconds for all. */
export async function timedOpensslBatch(folder, settings, count, width) {
	const start = performance.now();
	const queue = Array.from({length: count}, (_, index) => index).values();
	const work = async () => {
		for (const index of queue) await timedOpenssl(folder, settings, index);
	};
	await Promise.all(Array.from({length: width}, work));
	return performance.now() - start;
}
