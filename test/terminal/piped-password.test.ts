// A password that Windows PowerShell may have changed on its way.
import test from 'ava';
import {pipedPasswordProblems} from '../../source/terminal/piped-password.js';

test('on Windows a question mark in a password from a pipe is warned about, without a letter of it', t => {
	const problems = pipedPasswordProblems('P?elou?-Kanarek', 'win32');
	t.deepEqual(
		problems.map(({severity, code}) => [severity, code]),
		[['warning', 'password-question-mark']],
	);
	t.notRegex(JSON.stringify(problems), /elou|Kanarek/);
	t.deepEqual(pipedPasswordProblems('plain-2026', 'win32'), []);
	t.deepEqual(pipedPasswordProblems('P?elou?', 'linux'), []);
});
