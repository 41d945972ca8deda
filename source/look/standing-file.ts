// A file that would be replaced: what a person recognises it by, from its own content only.
import {arrange} from '../container/arrange.js';
import type {Content} from '../container/container.js';
import {readContent} from '../container/content.js';
import {iterationsOf} from '../container/part.js';
import {instantText} from '../describe/instant.js';
import {thousands} from '../describe/thousands.js';
import {fileFacts} from '../files/file-facts.js';
import {readBytes} from '../files/read-bytes.js';
import {ProblemError} from '../problem/problem.js';

export type StandingFile = {
	/** Of the certificate in it, before its issuers; null when it cannot be seen. */
	readonly thumbprint: string | null;
	/** Size and date of a file that does not show its certificate; null when there is nothing to say. */
	readonly about: string | null;
};

/** No certificate with its chain is larger. */
const mostBytes = 1_048_576;

/** Iterations: nobody waits at the last question for a file that was made to be slow. */
const mostWork = 600_000;

/**
 * Looks at the file at the absolute `path`; `password` may open it, null when there is none to try. What lies beside
 * it is not asked: a `.cer` of the same name may be of another certificate.
 */
export async function standingFile(path: string, password: string | null): Promise<StandingFile> {
	const content = await contentOf(path, password);
	const thumbprint = content === null ? null : thumbprintIn(content);
	if (thumbprint !== null) return {thumbprint, about: null};
	const facts = await fileFacts(path);
	if (facts === null) return {thumbprint, about: null};
	const text = `${thousands(facts.bytes)} bytes, changed ${instantText(facts.changed)}`;
	return {thumbprint, about: content?.locked ? `${text}; only its password shows its certificate` : text};
}

/** As far as it can be read, with the password only where nothing shows without; null for what cannot be. */
async function contentOf(path: string, password: string | null): Promise<Content | null> {
	const bytes = await readBytes(path, mostBytes);
	const closed = bytes instanceof Uint8Array ? await read(bytes, null) : null;
	if (closed === null || !(bytes instanceof Uint8Array)) return null;
	const isShown = closed.certificates.length > 0 || !closed.locked;
	if (isShown || password === null || iterationsOf(closed) > mostWork) return closed;
	return (await read(bytes, password)) ?? closed;
}

async function read(bytes: Uint8Array, password: string | null): Promise<Content | null> {
	try {
		return await readContent(bytes, {password});
	} catch (failure) {
		if (failure instanceof ProblemError) return null;
		throw failure;
	}
}

function thumbprintIn(content: Content): string | null {
	return arrange(content).certificates[0]?.certificate.thumbprint ?? null;
}
