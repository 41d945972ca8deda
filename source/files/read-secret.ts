// A password from a file or from standard input: as it was written, less one line end.
import {error, type Problem, wholeFile} from '../problem/problem.js';
import {decodeText} from './decode-text.js';
import {type ReadPurpose, readBytes} from './read-bytes.js';

/** More than any password; it only keeps a wrong file from being read to its end. */
export const secretLimit = 65_536;

/** A pipe is allowed, for `--password-file <(pass show safeq)` in a shell: nothing then stands on a disk. */
const passwordFile: ReadPurpose = {
	missing: 'password-unreadable',
	unreadable: 'password-unreadable',
	tooLarge: 'password-unreadable',
	pipeMilliseconds: 60_000,
};

/** The password in the file `path`; the problem never quotes what stands in it. Waits for no pipe once aborted. */
export async function readSecretFile(path: string, signal?: AbortSignal): Promise<string | Problem> {
	const bytes = await readBytes(path, secretLimit, passwordFile, signal);
	if (!(bytes instanceof Uint8Array)) return bytes;
	const secret = decodeSecret(bytes);
	return typeof secret === 'string' ? secret : {...secret, place: wholeFile(path)};
}

/** Text without one line end at its end; spaces and further line ends stay, they can be part of a password. */
export function decodeSecret(bytes: Uint8Array): string | Problem {
	const text = decodeText(bytes);
	if (text === null)
		return error(
			'password-unreadable',
			'the password is not valid UTF-8, nor UTF-16 with a byte order mark',
			{
				hint: 'save it as UTF-8',
			},
		);
	if (text.includes('\0'))
		return error(
			'password-unreadable',
			'the password has NUL characters: UTF-16 without a byte order mark?',
			{
				hint: 'save it as UTF-8',
			},
		);
	return text.replace(/\r?\n$/, '');
}
