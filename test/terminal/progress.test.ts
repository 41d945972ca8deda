// The line that shows how far a batch is: as text, and on a terminal.
import test from 'ava';
import {progressLine} from '../../source/terminal/progress.js';
import {batchProfile} from '../cli/support.js';
import {openTerminal} from '../terminal.js';

test('the line has a bar, the count and the name, and stays within the columns', t => {
	t.is(progressLine(12, 100, 'SSL srv01', 60), '[##----------------------]   12/100  SSL srv01');
	t.is(progressLine(100, 100, 'x', 80).slice(0, 36), '[########################]  100/100 ');
	for (const columns of [0, 1, 10, 40, 80])
		t.true(progressLine(1, 2, 'n'.repeat(200), columns).length <= Math.max(0, columns - 1));
});

test('wide characters count as the two columns that they take, and none steers the terminal', t => {
	const line = progressLine(1, 2, '日'.repeat(50), 60);
	t.is(line, `[############------------]  1/2  ${'日'.repeat(13)}`);
	t.notRegex(progressLine(1, 2, 'a\u001b[2J', 60), /\u001b/);
});

test('on a terminal progress is drawn, and gone when the report comes', async t => {
	const files = {'batch.yaml': batchProfile(60)};
	const env = {SAFEQ_CERT_PASSWORD: 'Geheim-1'};
	const terminal = await openTerminal(t, ['-p', 'batch.yaml', '--yes'], {files, env, rows: 20});
	await terminal.waitFor(/^\[#*-+\] +\d+\/60 {2}SSL \d+$/m);
	const {code, text} = await terminal.exit();
	t.is(code, 0);
	t.notRegex(text, /\[[#-]{24}\]/);
	t.regex(text, /^60 created$/m);
});

for (const quiet of ['--quiet', '--json'])
	test(`with ${quiet} nothing is drawn`, async t => {
		const files = {'batch.yaml': batchProfile(5)};
		const env = {SAFEQ_CERT_PASSWORD: 'Geheim-1'};
		const terminal = await openTerminal(t, ['-p', 'batch.yaml', '--yes', quiet], {files, env});
		await terminal.exit();
		t.notRegex(terminal.output(), /\[[#-]{24}\]|\u001b\[2K/);
	});
