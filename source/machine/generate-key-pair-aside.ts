// Key pairs made in a process of their own: one that can be ended at once, which a thread in RSA cannot.
import {execFile} from 'node:child_process';
import {createPrivateKey, createPublicKey} from 'node:crypto';
import type {KeyPair} from '../certificate/certificate.js';
import type {KeyType} from '../profile/profile.js';

/** Key types that take long enough for a program to be left meanwhile. */
const slowBits: Readonly<Partial<Record<KeyType, number>>> = {'rsa-3072': 3072, 'rsa-4096': 4096};

/**
 * Makes a key pair of a slow type in a child process, which ends with `signal`; null for the other types, and where
 * no such process can be had. Rejects with the signal's reason when aborted. The key comes through a pipe, never a file.
 */
export async function generateKeyPairAside(type: KeyType, signal: AbortSignal): Promise<KeyPair | null> {
	const bits = slowBits[type];
	if (bits === undefined) return null;
	// Ctrl+C reaches this process too; it is the program's to end it.
	const program = `process.on('SIGINT', () => {}); process.stdout.write(require('node:crypto').generateKeyPairSync('rsa', {modulusLength: ${bits}}).privateKey.export({type: 'pkcs8', format: 'der'}))`;
	const der = await run(program, signal);
	signal.throwIfAborted();
	if (der === null) return null;
	try {
		const privateKey = createPrivateKey({key: der, format: 'der', type: 'pkcs8'});
		return {privateKey, publicKey: createPublicKey(privateKey)};
	} catch {
		return null;
	}
}

/** What a Node program prints; null when it cannot be run, as in a single executable, or fails. */
function run(program: string, signal: AbortSignal): Promise<Buffer | null> {
	const {NODE_OPTIONS: _, ...env} = process.env;
	return new Promise(resolve => {
		execFile(
			process.execPath,
			['-e', program],
			{encoding: 'buffer', signal, killSignal: 'SIGKILL', windowsHide: true, env},
			(cause, stdout) => resolve(cause === null ? stdout : null),
		);
	});
}
