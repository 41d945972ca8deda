// Reads a file whose key derivation takes long in another process, so that this one can show something and be ended.
import {fork} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import type {Content} from '../container/container.js';
import {readContent} from '../container/content.js';
import type {ReadOptions} from '../container/part.js';
import {iterationsOf} from '../container/part.js';
import {error, ProblemError} from '../problem/problem.js';
import type {ContentAnswer, ContentOrder} from './content-process.js';

/** Some 50 ms of work: less is done before a process has started. */
const fewIterations = 50_000;

/** Far more than a certificate file needs; a file that takes more ends that process, not the program. */
const memoryFlag = '--max-old-space-size=128';

/** A signal from the keyboard reaches both processes, and the program may hear of the other's end first. */
const patienceMs = 200;

/**
 * The same as `readContent`; with more than a few iterations, which `closed` (the content without password) tells,
 * in a process of its own: a derivation in a thread of this one would hold it to the end. When the signal is aborted,
 * the promise rejects at once with its reason.
 */
export async function readAside(
	bytes: Uint8Array,
	closed: Pick<Content, 'encryption' | 'mac'>,
	options: ReadOptions,
): Promise<Content> {
	if (iterationsOf(closed) <= fewIterations) return readContent(bytes, options);
	const {address, contentWord, received} = await import('./content-process.js');
	options.signal?.throwIfAborted();
	const child = fork(fileURLToPath(address), [contentWord], {
		execArgv: [...process.execArgv, memoryFlag],
		serialization: 'advanced',
		stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
	});
	const {promise, resolve, reject} = Promise.withResolvers<ContentAnswer>();
	const onAbort = () => reject(options.signal?.reason);
	options.signal?.addEventListener('abort', onAbort, {once: true});
	const order: ContentOrder = {bytes, password: options.password};
	child.on('error', reject).once('message', (answer: ContentAnswer) => resolve(answer));
	let patience: NodeJS.Timeout | undefined;
	const onExit = (code: number | null, ending: string | null) => {
		patience = setTimeout(() => reject(withoutAnswer(code, ending)), patienceMs);
	};
	child.once('exit', onExit);
	child.send(order, cause => {
		if (cause !== null) reject(cause);
	});
	try {
		const answer = await promise;
		if ('problems' in answer) throw new ProblemError(...answer.problems);
		return received(answer.content);
	} finally {
		options.signal?.removeEventListener('abort', onAbort);
		child.off('exit', onExit);
		clearTimeout(patience);
		child.kill('SIGKILL');
	}
}

/** V8 aborts a process that has used up its memory; all else is a bug of ours. */
function withoutAnswer(code: number | null, signal: string | null): Error {
	const isOutOfMemory = signal === 'SIGABRT' || signal === 'SIGTRAP' || code === 134;
	return isOutOfMemory
		? new ProblemError(error('file-too-much-work', 'the file takes more memory than any certificate needs'))
		: new Error(`the process that reads the file ended without an answer (${signal ?? code})`);
}
