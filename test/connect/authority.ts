// A certificate authority of the tests: root, intermediate and servers, made by openssl and thrown away.
import type {ExecutionContext} from 'ava';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {put, runOk, temporaryFolder} from '../interop/tools.js';

/** PEM. */
export type Pem = {readonly key: string; readonly certificate: string};

export type Authority = {
	readonly root: Pem;
	readonly intermediate: Pem;
	/** The path of the root's certificate, for SSL_CERT_FILE. */
	readonly rootFile: string;
	/** Issued by the intermediate, with these SAN entries (`DNS:a,IP:1.2.3.4`). */
	readonly issue: (name: string, san: string) => Promise<Pem>;
};

const ca = (pathLength: number) =>
	`basicConstraints=critical,CA:TRUE,pathlen:${pathLength}\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n`;

/** Makes an authority in a folder of the test's own. */
export async function makeAuthority(t: ExecutionContext): Promise<Authority> {
	const folder = await temporaryFolder(t);
	const file = (name: string) => path.join(folder, name);
	const sign = async (name: string, extensions: string, issuer: string | null): Promise<Pem> => {
		const request = [...'req -new -nodes -newkey ec -pkeyopt ec_paramgen_curve:P-256 -utf8'.split(' ')];
		await runOk('openssl', [
			...request,
			'-subj',
			`/CN=${name}`,
			'-keyout',
			file(`${name}.key`),
			'-out',
			file(`${name}.csr`),
		]);
		const extensionFile = await put(folder, `${name}.cnf`, extensions);
		const signer =
			issuer === null
				? ['-signkey', file(`${name}.key`)]
				: ['-CA', file(`${issuer}.pem`), '-CAkey', file(`${issuer}.key`), '-CAcreateserial'];
		await runOk('openssl', [
			...'x509 -req -sha256 -days 30 -in'.split(' '),
			file(`${name}.csr`),
			...signer,
			'-extfile',
			extensionFile,
			'-out',
			file(`${name}.pem`),
		]);
		return {
			key: await readFile(file(`${name}.key`), 'utf8'),
			certificate: await readFile(file(`${name}.pem`), 'utf8'),
		};
	};
	const root = await sign('Test Root CA', ca(1), null);
	const intermediate = await sign('Test Issuing CA', ca(0), 'Test Root CA');
	return {
		root,
		intermediate,
		rootFile: file('Test Root CA.pem'),
		issue: (name, san) =>
			sign(
				name,
				`subjectAltName=${san}\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=serverAuth\n`,
				'Test Issuing CA',
			),
	};
}
