// The part of reading a file that runs in a thread of its own.
import {isMainThread, parentPort, workerData} from 'node:worker_threads';
import type {Content} from '../container/container.js';
import {readContent} from '../container/content.js';
import {type Problem, ProblemError} from '../problem/problem.js';

/** What the thread is given. */
export type ContentOrder = {
	readonly bytes: Uint8Array;
	readonly password: string | null;
};

/** What it gives back; keys come as KeyObjects, which threads may hand over. */
export type ContentAnswer = {readonly content: Content} | {readonly problems: readonly Problem[]};

/** Where this module is: a file of its own, in the bundle too, because it is only ever imported dynamically. */
export const address = new URL(import.meta.url);

/** Reads what the thread was given, and answers once. */
async function serve(): Promise<void> {
	const {bytes, password}: ContentOrder = workerData;
	parentPort?.postMessage(await read(bytes, password));
}

async function read(bytes: Uint8Array, password: string | null): Promise<ContentAnswer> {
	try {
		return {content: await readContent(bytes, {password})};
	} catch (failure) {
		// Errors of our own lose their class on the way.
		if (failure instanceof ProblemError) return {problems: failure.problems};
		throw failure;
	}
}

// The entry of a thread, as cli.tsx is that of the program.
if (!isMainThread) void serve();
