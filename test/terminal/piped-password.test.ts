// A password that Windows PowerShell may have changed on its way.
import {PassThrough, Readable} from 'node:stream';
import test from 'ava';
import {thisMachine} from '../../source/machine/this-machine.js';
import {findNewPassword} from '../../source/terminal/commands/convert-password.js';
import type {Console} from '../../source/terminal/console.js';
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

test('convert warns about it too when the password of the old file becomes the one of what is made', async t => {
	const console: Console = {
		...{stdin: Readable.from([]), stdout: new PassThrough(), stderr: new PassThrough()},
		...{env: {}, cwd: '/', platform: 'win32'},
	};
	const codes = async (from: 'stdin' | 'file', old: string | null) => {
		const passwords = {of: async () => 'P?elou?-Kanarek', from};
		const {signal} = new AbortController();
		const surroundings = {console, machine: thisMachine(), passwords, old, mayAsk: false, signal};
		const {password, problems} = await findNewPassword({from: 'kept'}, surroundings);
		t.is(password, 'P?elou?-Kanarek');
		return problems.map(({code}) => code);
	};
	t.deepEqual(await codes('stdin', null), ['password-question-mark']);
	t.deepEqual(await codes('stdin', 'P?elou?-Kanarek'), [], 'it has opened a file');
	t.deepEqual(await codes('file', null), []);
});
