// What a person sees of the real Ink program: drawing, cursor, pastes, resizes.
import test from 'ava';
import {openApp} from './screen-app.js';

const ready = /Ctrl\+R shows everything/;

test.serial('the first screen offers tasks, then profiles, and fills the terminal', async t => {
	const app = openApp(t);
	const text = await app.waitFor(/shipped/);
	t.regex(text, /› SSL certificate for a server/);
	t.is(text.split('\n').length, 24);
	t.true(app.screen.isAlternate());
});

test.serial('a letter is a key where nothing is typed, and text where something is', async t => {
	const app = openApp(t);
	await app.waitFor(/shipped/);
	app.press('/');
	app.send('cq?');
	t.regex(await app.waitFor(/ \/ cq\?/), /nothing matches/);
});

test.serial('the cursor stands where the next character goes, also behind wide characters', async t => {
	const app = openApp(t, {references: ['ssl']});
	await app.waitFor(/For server/);
	t.deepEqual(app.screen.cursor(), {row: 2, column: 17});
	app.send('js1');
	await app.waitFor(/For server +js1/);
	t.deepEqual(app.screen.cursor(), {row: 2, column: 20});
	app.press('home');
	app.send('日本');
	await app.waitFor(/日本js1/);
	t.deepEqual(app.screen.cursor(), {row: 2, column: 21});
});

test.serial('a bracketed paste of five lines adds five entries', async t => {
	const app = openApp(t, {references: ['ssl']});
	await app.waitFor(/For server/);
	app.send('js1.company.com\r');
	await app.waitFor(ready);
	app.send(
		'\u001b[200~a.company.com\r\nb.company.com\r\n10.0.0.7\r\n*.print.company.com\r\n10.0.0.300\r\n\u001b[201~',
	);
	const text = await app.waitFor(/pasted: 4 new, 1 wrong/);
	t.regex(text, /x {2}10\.0\.0\.300/);
});

test.serial('the same paste without brackets, as old consoles deliver it, adds the same entries', async t => {
	const app = openApp(t, {references: ['ssl']});
	await app.waitFor(/For server/);
	app.send('js1.company.com\r');
	await app.waitFor(ready);
	app.send('a.company.com\rb.company.com\r10.0.0.7\r');
	t.regex(await app.waitFor(/pasted: 3 new/), /b\.company\.com +DNS/);
});

test.serial('at any size the frame fits, and nothing of the old one remains', async t => {
	const app = openApp(t, {references: ['ssl'], columns: 120, rows: 40});
	await app.waitFor(/The certificate shows here/);
	for (const [columns, rows] of [
		[80, 24],
		[60, 16],
		[200, 60],
		[61, 17],
		[120, 40],
	] as const) {
		app.resize(columns, rows);
		const rule = `^─[─ ↓0-9a-zA-Z:]{${columns - 2}}─$`;
		const text = await app.waitFor(new RegExp(`^ SSL[^]*${rule}[^]*${rule}[^]*F1 keys`, 'm'));
		const lines = text.split('\n');
		t.is(lines.length, rows);
		t.regex(lines[0] ?? '', /^ SSL certificate/);
		t.is(lines.filter(each => each.startsWith(' SSL certificate')).length, 1, `${columns}x${rows}`);
		t.is(lines.filter(each => /F1 keys/.test(each)).length, 1, `${columns}x${rows}`);
		t.is(lines.filter(each => new RegExp(rule).test(each)).length, 2, `${columns}x${rows}`);
	}
});

test.serial('a terminal of 40x8 is told what is needed, and the program goes on when it grows', async t => {
	const app = openApp(t, {columns: 40, rows: 8});
	t.regex(await app.waitFor(/too small/), /60 columns and 16 rows/);
	app.resize(80, 24);
	t.regex(await app.waitFor(/shipped/), /WHAT DO YOU NEED/);
});

test.serial('escape sequences in the name of a profile are shown, not sent', async t => {
	const app = openApp(t, {
		files: {'./profiles/evil.yaml': 'name: "\\e[2J\\e]0;owned\\a"\nkind: ssl\nsubject: x\nfriendlyName: y\n'},
	});
	t.regex(await app.waitFor(/owned/), /\\u\{1b\}\[2J/);
});

test.serial(
	'a broken profile stays in the list, and opening it shows its problems with line and column',
	async t => {
		const app = openApp(t, {files: {'./profiles/broken.yaml': 'kind: sssl\nsubject: x\nfriendlyName: y\n'}});
		t.regex(await app.waitFor(/broken/), /x broken +1 problem/);
		app.press('down', 'down', 'down', 'down');
		await app.waitFor(/› x broken/);
		app.press('enter');
		t.regex(await app.waitFor(/cannot be used yet/), /line 1, column 7/);
	},
);

test.serial('F1 and ? list the keys of the place, and Esc goes back', async t => {
	const app = openApp(t);
	await app.waitFor(/shipped/);
	app.press('f1');
	t.regex(await app.waitFor(/All keys that work here/), /open the chosen task or profile/);
	app.press('escape');
	await app.waitFor(/WHAT DO YOU NEED/);
	app.press('?');
	await app.waitFor(/All keys that work here/);
	t.pass();
});

test.serial('a key press with 1,000 entries writes hardly more than one with 10', async t => {
	const bytes = async (count: number): Promise<number> => {
		const names = Array.from({length: count}, (_, index) => `  - h${index}.company.com`).join('\n');
		const profile = `kind: ssl\nsubject: h1.company.com\nfriendlyName: x\nsubjectAlternativeNames:\n${names}\n`;
		const app = openApp(t, {references: ['/p.yaml'], files: {'/p.yaml': profile}});
		await app.waitFor(ready);
		const before = app.written();
		app.send('z');
		await app.waitFor(/\+ z/);
		return app.written() - before;
	};
	const few = await bytes(10);
	t.true((await bytes(1000)) <= 2 * few);
});

test.serial(
	'a screen reader gets only the line that changes with a key, and the cursor behind it',
	async t => {
		process.env.INK_SCREEN_READER = 'true';
		t.teardown(() => delete process.env.INK_SCREEN_READER);
		const app = openApp(t, {references: ['ssl'], columns: 120, rows: 40});
		await app.waitFor(/Keys: .*For server: \(its name, such as js1\.company\.com\)$/ms);
		app.send('js1');
		await app.waitFor(/^For server: js1$/m);
		const before = app.written();
		app.send('x');
		await app.waitFor(/^For server: js1x$/m);
		t.true(app.written() - before < 60, String(app.written() - before));
		t.is(app.screen.cursor().column, 'For server: js1x'.length);
	},
);

test.serial('scrolling ends where the text ends, so that the first key back is seen', async t => {
	const app = openApp(t);
	await app.waitFor(/shipped/);
	app.press('f1');
	const top = await app.waitFor(/All keys that work here.*↓ \d+ more: PgDn/s);
	for (let page = 0; page < 9; page++) app.press('pagedown');
	const end = await app.waitFor(/^(?!.*↓).*↑ \d+ more/s);
	app.press('up');
	await app.waitFor(/↓ 1 more: PgDn/);
	t.not(top, end);
});
