// A file with certificates, opened as far as its certificates need it.
import type {Container} from '../../container/container.js';
import {error, type Problem, wholeFile} from '../../problem/problem.js';
import type {Console} from '../console.js';
import type {FileTarget} from '../../look/target.js';
import {type OpeningPasswords, unlock} from './unlock.js';

export type FileAccess = {
	readonly console: Console;
	readonly passwords: OpeningPasswords;
	readonly signal: AbortSignal;
};

/**
 * What the file holds; a problem with its place when it cannot be read, holds no certificate, or hides its certificates
 * behind a password that nobody has. Rejects only when aborted.
 */
export async function openFile({text}: FileTarget, access: FileAccess): Promise<Container | Problem> {
	const {container, problems} = await unlock(text, {...access, certificatesOnly: true});
	if (container !== null && container.certificates.length > 0) return container;
	const [problem] = problems;
	if (problem !== undefined) return {...problem, severity: 'error'};
	const place = wholeFile(text);
	return error('no-certificate', 'there is no certificate in this file', {place});
}
