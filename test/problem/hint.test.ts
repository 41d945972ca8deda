// Hints for the command line, where there is none.
import test from 'ava';
import {withoutCommandLine} from '../../source/problem/hint.js';
import {error} from '../../source/problem/problem.js';

for (const [hint, left] of [
	['choose another folder with --out', null],
	['--for srv01.company.com says it', null],
	['safeq-cert-tui convert FILE makes a PFX that names one', null],
	['did you mean "srv--01.company.com"?', 'did you mean "srv--01.company.com"?'],
	['the file begins with -----BEGIN CERTIFICATE-----', 'the file begins with -----BEGIN CERTIFICATE-----'],
	[null, null],
] as const)
	test(`of the hint ${JSON.stringify(hint)} stays ${JSON.stringify(left)} where nothing is typed on a command line`, t => {
		t.is(withoutCommandLine(error('usage', 'x', {hint})).hint, left);
	});
