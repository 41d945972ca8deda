// What each foreign program says about PFX files of ours: opened or not, and what it found inside.
import {createPrivateKey, hash, X509Certificate} from 'node:crypto';
import {mkdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {createSecureContext} from 'node:tls';
import {inPairs, run, runOk, runPython} from './tools.js';

/** A PFX of ours on the disk. */
export type PfxFile = {
	/** Unique within a test; an alias for keytool, a folder for NSS. */
	readonly name: string;
	readonly file: string;
	readonly password: string;
	readonly certificate: Uint8Array;
};

/** `said` is null when the file was opened, key included; else why not. */
export type Verdict = {readonly said: string | null; readonly output: string};
export type Verifier = (files: readonly PfxFile[]) => Promise<ReadonlyMap<string, Verdict>>;

/** One process for each file, two at a time. */
function each(verify: (file: PfxFile) => Promise<Verdict>): Verifier {
	return async files => {
		const verdicts = new Map<string, Verdict>();
		await inPairs(files, async file => {
			verdicts.set(file.name, await verify(file));
		});
		return verdicts;
	};
}

/** Opened, unless the key or the certificate that came out is not the one that went in. */
function judge(
	{certificate}: PfxFile,
	output: string,
	key: string | undefined,
	pem: string | undefined,
): Verdict {
	const belongs =
		pem !== undefined &&
		key !== undefined &&
		new X509Certificate(pem).raw.equals(certificate) &&
		new X509Certificate(pem).checkPrivateKey(createPrivateKey(key));
	return {said: belongs ? null : 'another key or certificate came out', output};
}

const keyPattern = /-----BEGIN PRIVATE KEY-----[\s\S]*?-----END PRIVATE KEY-----/;
const encryptedKeyPattern =
	/-----BEGIN ENCRYPTED PRIVATE KEY-----[\s\S]*?-----END ENCRYPTED PRIVATE KEY-----/;
const certificatePattern = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/;

/** `openssl pkcs12 -info`; the output holds bags and attributes in order. */
export const openssl = each(async file => {
	const args = ['pkcs12', '-in', file.file, '-info', '-noenc', '-passin', `pass:${file.password}`];
	const {code, stdout, stderr} = await run('openssl', args);
	if (code !== 0) return {said: stderr, output: stdout};
	return judge(file, stdout + stderr, keyPattern.exec(stdout)?.[0], certificatePattern.exec(stdout)?.[0]);
});

/** `certtool --p12-info` for MAC and certificate; the key stays encrypted there, so `--key-info` opens it. */
export const certtool = each(async file => {
	const secret = ['--password', file.password];
	const info = await run('certtool', ['--p12-info', '--inder', '--infile', file.file, ...secret]);
	if (info.code !== 0) return {said: info.stderr, output: info.stdout};
	const encrypted = encryptedKeyPattern.exec(info.stdout)?.[0];
	const key = await run('certtool', ['--key-info', ...secret], encrypted);
	if (key.code !== 0) return {said: key.stderr, output: info.stdout};
	// The key itself is printed without its curve, but with the hash of its public half.
	const spki = new X509Certificate(file.certificate).publicKey.export({type: 'spki', format: 'der'});
	const belongs = key.stdout.includes(`pin-sha256:${hash('sha256', spki, 'base64')}\n`);
	const leaf = certificatePattern.exec(info.stdout)?.[0] ?? '';
	const same = leaf !== '' && new X509Certificate(leaf).raw.equals(file.certificate);
	return {said: belongs && same ? null : 'another key or certificate came out', output: info.stdout};
});

/** `pk12util -i` into a database of its own, where the certificate then has a private key: `u`. */
export const nss = each(async file => {
	const folder = `${file.file}.nss`;
	await mkdir(folder);
	const database = ['-d', `sql:${folder}`];
	await runOk('certutil', ['-N', ...database, '--empty-password']);
	const {code, stdout, stderr} = await run('pk12util', ['-i', file.file, ...database, '-W', file.password]);
	if (code !== 0) return {said: stdout + stderr, output: ''};
	const listed = await runOk('certutil', ['-L', ...database]);
	return {said: /\bu,u,u$/m.test(listed.stdout) ? null : 'no key for the certificate', output: listed.stdout};
});

/** Node's own OpenSSL, as servers use it. */
export const node: Verifier = each(async file => {
	try {
		createSecureContext({pfx: await readFile(file.file), passphrase: file.password});
		return {said: null, output: ''};
	} catch (error) {
		return {said: String(error), output: ''};
	}
});

/**
 * `keytool -importkeystore` with the key of each file; what was imported comes out of the new keystores, one for
 * each half of the files, which openssl then has to open.
 */
export const java: Verifier = async files => {
	const verdicts = new Map<string, Verdict>();
	const middle = Math.ceil(files.length / 2);
	await inPairs([files.slice(0, middle), files.slice(middle)], async half => {
		for (const file of half) verdicts.set(file.name, await javaImport(file, half));
	});
	return verdicts;
};

async function javaImport(file: PfxFile, half: readonly PfxFile[]): Promise<Verdict> {
	const keystore = path.join(path.dirname(file.file), `${half[0]?.name}.keystore`);
	const source = ['-srckeystore', file.file, '-srcstoretype', 'PKCS12', '-srcstorepass', file.password];
	const target = ['-destkeystore', keystore, '-deststoretype', 'PKCS12', '-deststorepass', 'keystore'];
	// Without an alias, keytool goes on after an entry that it cannot decrypt.
	const args = ['-J-XX:TieredStopAtLevel=1', '-J-XX:+UseSerialGC', '-importkeystore', '-noprompt'];
	const {code, stdout, stderr} = await run('keytool', [...args, ...source, ...target]);
	const complete = code === 0 && /\b1 entries successfully imported, 0 entries failed/.test(stdout + stderr);
	return {said: complete ? null : stdout + stderr, output: stdout + stderr};
}

const pythonReader = `
import json, sys
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, pkcs12
answer = {}
for request in json.load(sys.stdin):
    try:
        with open(request["file"], "rb") as file:
            opened = pkcs12.load_pkcs12(file.read(), request["password"].encode())
        leaf = opened.cert
        answer[request["name"]] = {
            "key": opened.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode(),
            "certificate": leaf.certificate.public_bytes(Encoding.PEM).decode(),
            "friendlyName": leaf.friendly_name.decode() if leaf.friendly_name is not None else None,
        }
    except Exception as error:
        answer[request["name"]] = {"error": repr(error)}
json.dump(answer, sys.stdout)
`;

type PythonAnswer = {readonly error?: string; readonly key?: string; readonly certificate?: string};

/** python-cryptography, all files in one process; the output is its answer as JSON, with `friendlyName`. */
export const python: Verifier = async files => {
	const requests = files.map(({name, file, password}) => ({name, file, password}));
	const answers = (await runPython(pythonReader, requests)) as Record<string, PythonAnswer>;
	return new Map(
		files.map(file => {
			const answer = answers[file.name] ?? {error: 'no answer'};
			const output = JSON.stringify(answer);
			const {error, key, certificate} = answer;
			return [file.name, error === undefined ? judge(file, output, key, certificate) : {said: error, output}];
		}),
	);
};

export const verifierNames = ['openssl', 'certtool', 'nss', 'node', 'java', 'python'] as const;
export type VerifierName = (typeof verifierNames)[number];

export const verifiers: Readonly<Record<VerifierName, Verifier>> = {
	openssl,
	certtool,
	nss,
	node,
	java,
	python,
};
