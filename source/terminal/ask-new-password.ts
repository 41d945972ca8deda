// Asks a person for the password of a file that is to be made, twice.
import {password} from '@inquirer/prompts';
import {checkPassword} from '../plan/password.js';
import {hasErrors} from '../problem/problem.js';
import type {Console} from './console.js';

/**
 * The new password, nothing of which is shown; the questions go to stderr, since stdout is for the report. Rejects when
 * aborted.
 */
export async function askNewPassword({stdin, stderr}: Console, signal: AbortSignal): Promise<string> {
	const context = {input: stdin, output: stderr, signal};
	for (let message = 'New password'; ; message = 'These were not the same. New password') {
		const validate = (text: string) => {
			const [problem] = checkPassword(text);
			return problem !== undefined && hasErrors([problem]) ? problem.message : true;
		};
		const first = await password({message, validate}, context);
		if (first === (await password({message: 'Once more'}, context))) return first;
	}
}
