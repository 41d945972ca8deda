// Reads a file whose key derivation takes long in another thread, so that this one can show something and be stopped.
import type {Content} from '../container/container.js';
import {readContent} from '../container/content.js';
import type {ReadOptions} from '../container/part.js';
import {iterationsOf} from '../container/part.js';
import {ProblemError} from '../problem/problem.js';
import type {ContentAnswer, ContentOrder} from './content-thread.js';

/** Some 50 ms of work: less is done before a thread has started. */
const fewIterations = 50_000;

/** Far more than a certificate file needs; a file that takes more ends the thread, not the program. */
const resourceLimits = {maxOldGenerationSizeMb: 128} as const;

/**
 * The same as `readContent`; with more than a few iterations, which `closed` (the content without password) tells,
 * in a thread of its own. When the signal is aborted, the promise rejects at once with its reason.
 */
export async function readOffThread(
	bytes: Uint8Array,
	closed: Pick<Content, 'encryption' | 'mac'>,
	options: ReadOptions,
): Promise<Content> {
	if (iterationsOf(closed) <= fewIterations) return readContent(bytes, options);
	const [{address}, {Worker}] = await Promise.all([
		import('./content-thread.js'),
		import('node:worker_threads'),
	]);
	const order: ContentOrder = {bytes, password: options.password};
	const worker = new Worker(address, {workerData: order, resourceLimits});
	const {promise, resolve, reject} = Promise.withResolvers<ContentAnswer>();
	const onAbort = () => {
		reject(options.signal?.reason);
		void worker.terminate();
	};
	worker.once('message', resolve).once('error', reject);
	worker.once('exit', () => reject(new Error('the thread that reads the file ended without an answer')));
	options.signal?.addEventListener('abort', onAbort, {once: true});
	try {
		options.signal?.throwIfAborted();
		const answer = await promise;
		if ('problems' in answer) throw new ProblemError(...answer.problems);
		return answer.content;
	} finally {
		options.signal?.removeEventListener('abort', onAbort);
	}
}
