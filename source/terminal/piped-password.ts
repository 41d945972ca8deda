// What can have happened to a password on its way through a pipe.
import {type Problem, warning} from '../problem/problem.js';

/**
 * Windows PowerShell 5.1 pipes to programs in ASCII, whatever the console shows: every other letter arrives as a
 * question mark ($OutputEncoding), and the PFX would have a password that nobody chose.
 */
export function pipedPasswordProblems(password: string, platform: NodeJS.Platform): readonly Problem[] {
	if (platform !== 'win32' || !password.includes('?')) return [];
	return [
		warning(
			'password-question-mark',
			'the password from standard input holds a question mark: Windows PowerShell puts one for every letter that is not ASCII',
			{hint: 'if none was meant, use --password-file'},
		),
	];
}
