// Which front a command line gets, and what is said where nobody can be asked.
import {PassThrough} from 'node:stream';
import test from 'ava';
import {parseArguments} from '../../source/terminal/arguments.js';
import type {Console} from '../../source/terminal/console.js';
import {chooseFront} from '../../source/terminal/front-door.js';
import {runProgram} from '../program.js';
import {openTerminal} from '../terminal.js';

function front(
	written: readonly string[],
	env: Console['env'] = {},
	isTTY: {in?: boolean; out?: boolean} = {},
) {
	const {in: stdinIs = true, out: stdoutIs = true} = isTTY;
	const stdin = Object.assign(new PassThrough(), {isTTY: stdinIs});
	const stdout = Object.assign(new PassThrough(), {isTTY: stdoutIs});
	return chooseFront(parseArguments(written).arguments, written, {stdin, stdout, env});
}

test('a terminal gets the program, --plain and TERM=dumb get questions', t => {
	t.is(front([]), 'program');
	t.is(front(['--profile', 'ssl']), 'program');
	t.is(front(['--plain']), 'plain');
	t.is(front([], {TERM: 'dumb'}), 'plain');
});

test('who asks for an unattended run gets one, terminal or not', t => {
	for (const option of ['--yes', '--dry-run', '--json'])
		t.is(front([option], {TERM: 'dumb'}, {in: false, out: false}), 'unattended');
	t.is(front(['-Subject', 'x', '-FriendlyName', 'y', '-Password', 'z']), 'unattended');
});

for (const [written, env, hint] of [
	[[], {}, 'safeq-cert-tui --profile ssl --for this-computer --yes --generate-passwords passwords.txt'],
	[['--plain'], {SAFEQ_CERT_PASSWORD: 'x'}, 'safeq-cert-tui --profile ssl --for this-computer --yes'],
	[
		['--profile', 'my profile.yaml', '--password-file', 'pw'],
		{},
		'safeq-cert-tui --profile "my profile.yaml" --password-file pw --yes',
	],
	[['--password', 'Canary'], {}, 'add --yes'],
	[['--profile', '$(x)'], {}, 'add --yes'],
] as const)
	test(`without a terminal the error names a command to paste: ${written.join(' ')}`, t => {
		const found = front(written, env, {in: false});
		t.like(found, {code: 'usage', hint});
	});

test('without a terminal on standard input it is wrong usage that names --yes', async t => {
	for (const args of [[], ['--plain'], ['--profile', 'ssl']]) {
		const {code, stdout, stderr, files} = await runProgram(args);
		t.is(code, 2);
		t.is(stdout, '');
		t.regex(stderr, /^safeq-cert-tui: error: nobody to ask: standard input is not a terminal.*\[usage\]\n/);
		t.regex(stderr, /hint: safeq-cert-tui .*--yes --generate-passwords passwords\.txt\n$/);
		t.deepEqual(files, []);
	}
});

test('--plain contradicts what asks nobody', t => {
	for (const option of ['--yes', '--dry-run', '--json'])
		t.deepEqual(
			parseArguments(['--plain', option]).problems.map(each => each.message),
			[`--plain asks, and ${option} asks nobody`],
		);
});

test('on a terminal, --profile without --yes opens the program at that profile and makes nothing', async t => {
	const terminal = await openTerminal(t, ['--profile', 'near-roaming-group-signing']);
	await terminal.waitFor(/YSoft SafeQ Signing Certificate/);
	t.true(terminal.isAlternateScreen());
	await terminal.waitForInput();
	terminal.press('ctrl+c');
	const {isAlternateScreenLeft, isLineDisciplineRestored} = await terminal.exit();
	t.true(isAlternateScreenLeft && isLineDisciplineRestored !== false);
});
