// Asks a person for the password of a file that is to be opened.
import {password} from '@inquirer/prompts';
import {visible} from '../problem/visible.js';
import type {Console} from './console.js';

/**
 * The password, nothing of which is shown; the question goes to stderr, since stdout is for the answer. Rejects when
 * aborted.
 */
export function askOpeningPassword(
	file: string,
	isAgain: boolean,
	{stdin, stderr}: Console,
	signal: AbortSignal,
): Promise<string> {
	const wrong = isAgain ? 'That is not it. ' : '';
	return password({message: `${wrong}Password of ${visible(file)}`}, {input: stdin, output: stderr, signal});
}
