// The built program in a real terminal, as people use it.
import {readdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {setTimeout} from 'node:timers/promises';
import test, {type ExecutionContext} from 'ava';
import {selfSigned, testPlan} from '../certificate/test-plan.js';
import {type OpenTerminal, openTerminal} from '../terminal.js';

const profile = `kind: ssl
subject: js1.company.com
friendlyName: SafeQ {commonName}
subjectAlternativeNames:
  - js1.company.com
`;

const batch = `kind: signing
friendlyName: Signing {commonName}
certificates:
  - subject: one
  - subject: two
`;

/** In the folder of every test that goes through the screens. */
const files = {
	'bad.yaml': 'kind: sssl\n',
	'batch.yaml': batch,
	'one.cer': selfSigned(testPlan('ssl', 'rsa-2048')),
	'ssl.yaml': profile,
	'two.cer': selfSigned(testPlan('ssl', 'ecdsa-p256')),
};

const ready = /Ctrl\+R shows everything/;

/** More programs that start side by side keep each other waiting until none is there in time. */
let free = 8;
const waiting: (() => void)[] = [];

/** Resolves when there is room for another program, until the end of the test. */
async function room(t: ExecutionContext): Promise<void> {
	if (free > 0) free--;
	else await new Promise<void>(resolve => waiting.push(resolve));
	t.teardown(() => {
		const next = waiting.shift();
		if (next === undefined) free++;
		else next();
	});
}

async function open(
	t: ExecutionContext,
	args: readonly string[] = ['--profile', 'ssl.yaml'],
): Promise<OpenTerminal> {
	await room(t);
	const terminal = await openTerminal(t, args, {columns: 120, rows: 40, files});
	await terminal.waitForInput();
	return terminal;
}

async function lookAt(terminal: OpenTerminal, file: string): Promise<void> {
	await terminal.waitFor(/shipped/);
	terminal.type('l');
	await terminal.waitFor(/Look at a file or a server/);
	terminal.type(file);
	await terminal.waitFor(new RegExp(file));
	terminal.press('enter');
	await terminal.waitFor(/Serial number/);
}

const screens: readonly {
	readonly name: string;
	/** What to open; the profile of one SSL certificate when left out. */
	readonly args?: readonly string[];
	readonly goTo: (terminal: OpenTerminal) => Promise<unknown>;
	/** What stands in the folder by then, besides the profiles. */
	readonly made?: readonly string[];
}[] = [
	{name: 'certificate', goTo: terminal => terminal.waitFor(ready)},
	{
		name: 'review',
		goTo: async terminal => {
			await terminal.waitFor(ready);
			terminal.press('ctrl+r');
			await terminal.waitFor(/Write these 2 files/);
		},
	},
	{
		name: 'help',
		goTo: async terminal => {
			await terminal.waitFor(ready);
			terminal.press('f1');
			await terminal.waitFor(/All keys that work here/);
		},
	},
	{
		name: 'start',
		goTo: async terminal => {
			await terminal.waitFor(ready);
			terminal.press('escape');
			await terminal.waitFor(/WHAT DO YOU NEED/);
		},
	},
	{
		name: 'result',
		goTo: async terminal => {
			await terminal.waitFor(ready);
			terminal.press('ctrl+r');
			await terminal.waitFor(/Write these 2 files/);
			terminal.press('enter');
			await terminal.waitFor(/Made and proven/);
		},
		made: ['SafeQ js1.company.com.cer', 'SafeQ js1.company.com.pfx'],
	},
	{
		name: 'batch',
		args: ['--profile', 'batch.yaml'],
		goTo: terminal => terminal.waitFor(/Signing one[\s\S]*Signing two[\s\S]*F1 keys/),
	},
	{
		name: 'broken profile',
		args: ['--profile', 'bad.yaml'],
		goTo: terminal => terminal.waitFor(/cannot be used yet/),
	},
	{
		name: 'question',
		args: [],
		goTo: async terminal => {
			await terminal.waitFor(/shipped/);
			terminal.type('l');
			await terminal.waitFor(/Look at a file or a server/);
		},
	},
	{
		name: 'look',
		args: [],
		goTo: terminal => lookAt(terminal, 'one.cer'),
	},
	{
		name: 'comparison',
		args: [],
		goTo: async terminal => {
			await lookAt(terminal, 'one.cer');
			terminal.press('c');
			await terminal.waitFor(/Compare it with another/);
			terminal.type('two.cer');
			terminal.press('enter');
			await terminal.waitFor(/Compared +one\.cer, two\.cer/);
		},
	},
	{
		name: 'saving',
		goTo: async terminal => {
			await terminal.waitFor(ready);
			terminal.press('ctrl+p');
			await terminal.waitFor(/Save to/);
		},
	},
];

for (const {name, args, goTo, made = []} of screens) {
	test(`a resize on the ${name} screen leaves one frame that fits`, async t => {
		const terminal = await open(t, args);
		await goTo(terminal);
		for (const [columns, rows] of [
			[80, 24],
			[60, 16],
			[132, 43],
		] as const) {
			terminal.resize(columns, rows);
			const text = await terminal.waitFor(new RegExp(`^─[─ ↓\\w:]{${columns - 2}}─$[^]*F1 keys`, 'm'));
			const lines = text.split('\n');
			t.is(lines.length, rows);
			t.is(lines.filter(each => /F1 keys/.test(each)).length, 1);
		}
	});

	for (const [signal, code] of [
		['SIGTERM', 143],
		['SIGHUP', 129],
	] as const)
		test(`${signal} on the ${name} screen leaves a usable terminal and no file`, async t => {
			const terminal = await open(t, args);
			await goTo(terminal);
			await terminal.kill(signal);
			const end = await terminal.exit();
			t.is(end.code, code);
			t.true(end.isAlternateScreenLeft && end.isBracketedPasteOff && end.isCursorShown);
			t.not(end.isLineDisciplineRestored, false);
			t.deepEqual((await readdir(terminal.cwd)).sort(), [...made, ...Object.keys(files)].sort());
		});
}

test('Ctrl+C leaves at once, also while a slow key is made', async t => {
	const start = performance.now();
	const terminal = await open(t);
	await terminal.waitFor(ready);
	// What is quick depends on what else this machine does: to leave takes no longer than to open.
	const opening = performance.now() - start;
	terminal.press('tab', 'tab', 'tab', 'tab', 'right', 'right');
	await terminal.waitFor(/● 4096/);
	const begin = performance.now();
	terminal.press('ctrl+c', 'ctrl+c');
	const end = await terminal.exit();
	t.is(end.code, 0);
	t.true(performance.now() - begin < Math.max(opening, 1500));
	t.not(end.isLineDisciplineRestored, false);
});

test('a file that is there already is only replaced after asking, with Back preselected', async t => {
	const terminal = await open(t);
	await terminal.waitFor(ready);
	terminal.press('ctrl+r');
	await terminal.waitFor(/Write these 2 files/);
	terminal.press('enter');
	await terminal.waitFor(/Made and proven/);
	// Enter held down on the review must not throw away the password, nor leave it.
	terminal.press('enter', 'enter', 'enter');
	await terminal.waitFor(/wait a moment, then press Enter again/);
	terminal.press('q');
	t.regex(await terminal.waitFor(/Leave without the password/), /PASSWORD of the PFX/);
	terminal.press('escape');
	await terminal.waitFor(/^(?!.*Leave without)/s);
	terminal.press('enter');
	await terminal.waitFor(/Leave without the password/);
	terminal.press('right', 'enter');
	await terminal.waitFor(/ssl +SSL/);
	terminal.press('q');
	await terminal.exit();
	const again = await openTerminal(t, ['-p', 'ssl.yaml'], {columns: 120, rows: 40, cwd: terminal.cwd});
	await again.waitForInput();
	await again.waitFor(ready);
	again.press('ctrl+r');
	const review = await again.waitFor(/› Back/);
	t.regex(review, /REPLACED/);
	t.regex(
		review,
		/WHAT IS LOST\s+!.*\.pfx\s+.*only its password shows its certificate\s+!.*\.cer\s+thumbprint [0-9A-F]{40}/,
	);
	again.press('left', 'enter');
	const asked = await again.waitFor(/Replace 2 files/);
	t.regex(asked, /› Back/);
	again.press('left', 'enter');
	await again.waitFor(/^(?!.*Replace 2 files)/s);
	again.press('left', 'enter');
	await again.waitFor(/Replace 2 files/);
	again.press('right');
	await again.waitFor(/› Replace/);
	again.press('enter');
	await again.waitFor(/Made and proven/);
});

test('a broken profile opens with its problems, and Enter reads it again', async t => {
	const terminal = await open(t, ['-p', 'bad.yaml']);
	t.regex(await terminal.waitFor(/cannot be used yet/), /line 1, column 7/);
	await writeFile(path.join(terminal.cwd, 'bad.yaml'), profile);
	terminal.press('enter');
	await terminal.waitFor(ready);
	t.regex(terminal.screen(), /js1\.company\.com/);
});

(process.platform === 'win32' ? test.skip : test)(
	'Ctrl+Z stops the program and gives the terminal back; going on brings the screen again',
	async t => {
		const terminal = await open(t);
		await terminal.waitFor(ready);
		terminal.type('half');
		await terminal.waitFor(/\+ half/);
		terminal.press('ctrl+z');
		// The frame is erased a moment before the normal screen is back.
		for (let left = 500; terminal.isAlternateScreen() && left > 0; left--) await setTimeout(20);
		t.false(terminal.isAlternateScreen());
		t.notRegex(terminal.screen(), /half/);
		await terminal.kill('SIGCONT');
		await terminal.waitFor(/\+ half/);
		t.true(terminal.isAlternateScreen());
	},
);
