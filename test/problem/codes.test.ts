// Every problem code is held by a test somewhere; codes are stable, so each of them must really be said.
import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {problemCodes} from '../../source/problem/codes.js';

const folder = fileURLToPath(new URL('../../../test/', import.meta.url));
const texts = readdirSync(folder, {recursive: true, encoding: 'utf8'})
	.filter(name => name.endsWith('.ts'))
	.map(name => readFileSync(`${folder}/${name}`, 'utf8'));

/** As a value that is compared, alone or behind its severity, or in brackets as it is printed. */
function isAsserted(code: string): boolean {
	const pattern = new RegExp(`'(?:(?:error|warning|note) )?${code}'|\\[${code}(?:\\]|\\\\\\])`);
	return texts.some(text => pattern.test(text));
}

// Those of profiles and plans are held by the golden pairs: `test/profile` and `test/plan` demand one for each.
test('every code of a run is asserted by a test', t => {
	const codes = Object.entries(problemCodes).filter(([, stage]) => stage === 'run');
	t.true(codes.length > 0);
	t.deepEqual(
		codes.map(([code]) => code).filter(code => !isAsserted(code)),
		[],
	);
});

test('a code that no test names is missed', t => {
	t.false(isAsserted(['no', 'such', 'code'].join('-')));
});
