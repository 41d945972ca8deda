// What people read when the system does not let a file be written.
import test from 'ava';
import {writeProblem} from '../../source/files/write-problem.js';
import {systemError} from './folder.js';

test('on Windows the one code for many reasons names them', t => {
	const {code, message, hint} = writeProblem('a.pfx', systemError('EPERM'), 'win32');
	t.is(code, 'output-unwritable');
	t.regex(message, /no right to write here, or another program holds the file, or it is read-only/);
	t.regex(hint ?? '', /close what has it open/);
	t.is(writeProblem('a.pfx', systemError('EPERM'), 'linux').message, 'no right to write here');
	t.is(writeProblem('a.pfx', systemError('ENOSPC'), 'win32').code, 'disk-full');
});
