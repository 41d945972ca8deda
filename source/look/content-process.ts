// The part of reading a file that runs in a process of its own.
import {createPrivateKey, createPublicKey, type KeyObject} from 'node:crypto';
import type {ContainedKey, Content} from '../container/container.js';
import {readContent} from '../container/content.js';
import {type Problem, ProblemError} from '../problem/problem.js';

/** What the process is given. */
export type ContentOrder = {
	readonly bytes: Uint8Array;
	readonly password: string | null;
};

/** Content as it comes through a pipe: its keys are DER. */
type SentContent = Omit<Content, 'keys' | 'publicKeys'> & {
	readonly keys: readonly (Omit<ContainedKey, 'privateKey'> & {readonly privateKey: Uint8Array | null})[];
	readonly publicKeys: readonly Uint8Array[];
};

/** What it gives back. */
export type ContentAnswer = {readonly content: SentContent} | {readonly problems: readonly Problem[]};

/** Where this module is: a file of its own, in the bundle too, because it is only ever imported dynamically. */
export const address = new URL(import.meta.url);

/** The argument with which this module is a program. */
export const contentWord = '--read-content';

function sent(content: Content): SentContent {
	const der = (key: KeyObject) => key.export({format: 'der', type: 'pkcs8'});
	return {
		...content,
		keys: content.keys.map(key => ({...key, privateKey: key.privateKey && der(key.privateKey)})),
		publicKeys: content.publicKeys.map(key => key.export({format: 'der', type: 'spki'})),
	};
}

/** The content as it was read there. */
export function received(content: SentContent): Content {
	const privateKey = (der: Uint8Array) =>
		createPrivateKey({key: Buffer.from(der), format: 'der', type: 'pkcs8'});
	const publicKey = (der: Uint8Array) =>
		createPublicKey({key: Buffer.from(der), format: 'der', type: 'spki'});
	return {
		...content,
		keys: content.keys.map(key => ({...key, privateKey: key.privateKey && privateKey(key.privateKey)})),
		publicKeys: content.publicKeys.map(publicKey),
	};
}

async function read({bytes, password}: ContentOrder): Promise<ContentAnswer> {
	try {
		return {content: sent(await readContent(bytes, {password}))};
	} catch (failure) {
		// Errors of our own lose their class on the way.
		if (failure instanceof ProblemError) return {problems: failure.problems};
		throw failure;
	}
}

/** Reads what it is sent, and answers once. */
function serve(): void {
	// Ctrl+C reaches this process too; it is the program's to end it.
	process.on('SIGINT', () => {});
	process.once('message', (order: ContentOrder) => {
		void read(order).then(answer => process.send?.(answer));
	});
	// The program has its answer, or is gone: nobody waits for the derivation that still holds this process.
	const end = () => process.kill(process.pid, 'SIGKILL');
	process.once('disconnect', end);
	// It went while this was loaded.
	if (!process.connected) end();
}

// The entry of a process, as cli.tsx is that of the program.
if (process.send !== undefined && process.argv[2] === contentWord) serve();
