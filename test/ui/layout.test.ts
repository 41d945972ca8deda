// How the screens are laid out: nothing is lost without a sign, from the smallest window on.
import test from 'ava';
import {stopsOf} from '../../source/ui/model/certificate.js';
import {firstState} from '../../source/ui/model/state.js';
import {cutLine, fitting, line, lineWidth, wrapText} from '../../source/ui/parts/line.js';
import {messageRows} from '../../source/ui/parts/messages.js';
import {rule} from '../../source/ui/parts/rule.js';
import {help} from '../../source/ui/screens/about-here.js';
import {drawSave} from '../../source/ui/screens/save.js';
import {looksFor} from '../../source/ui/theme.js';
import {view} from '../../source/ui/view.js';
import {openForServer, openProfile, openSession, sslProfile} from './session.js';

const sizes = [
	[60, 16],
	[80, 24],
	[100, 30],
	[120, 40],
] as const;

test('every field says in full what belongs there, at every size', async t => {
	for (const [columns, rows] of sizes) {
		const session = await openProfile(sslProfile, columns, rows);
		const {job} = session.state();
		if (job === null) return t.fail();
		for (const stop of stopsOf(job, session.draft())) {
			const wanted = stop === 'encryption' || stop === 'addresses' ? '' : help[stop];
			const shown = session.screen().replace(/\s+/g, ' ');
			t.true(shown.includes(wanted), `${stop} at ${columns}x${rows}:\n${session.screen()}`);
			session.press('tab');
		}
	}
});

test('no row is wider than the window, and there are as many as it has', async t => {
	for (const [columns, rows] of sizes) {
		const session = await openForServer(columns, rows);
		session.paste(
			'a.company.com\n10.0.0.300\nhttps://a-very-long-name.in-a.far-away.part.company.com:8443/x\n',
		);
		for (const key of [
			'up',
			'up',
			'pagedown',
			'escape',
			'ctrl+n',
			'escape',
			'ctrl+t',
			'escape',
			'f1',
			'escape',
		]) {
			session.press(key);
			const drawn = view(session.state()).rows;
			t.is(drawn.length, rows, `${key} at ${columns}x${rows}`);
			for (const each of drawn) t.true(lineWidth(each) <= columns, `${key} at ${columns}x${rows}`);
		}
	}
});

test('a form that is longer than the window says how many rows follow, and how many went', async t => {
	const session = await openForServer(60, 16);
	t.regex(session.screen(), /─ ↓ \d+ more ─$/m);
	t.notRegex(session.screen(), /↑/);
	session.press('tab', 'tab', 'tab', 'tab', 'tab', 'tab', 'tab', 'tab');
	t.regex(session.screen(), /─ ↑ \d+ more ─$/m);
	t.notRegex(session.screen(), /↓/);
});

test('the preview stands beside the form from 96 columns on, and says what it has no room for', async t => {
	t.notRegex((await openForServer(95, 30)).screen(), /TRUSTED BY/);
	for (const columns of [96, 100]) {
		const screen = (await openForServer(columns, 30)).screen();
		t.regex(screen, /Friendly name .*│/);
		t.regex(screen, /│ TRUSTED BY/);
		t.regex(screen, /─ ↓ \d+ more: Ctrl\+D ─$/m);
	}
});

test('while the key is made the preview says so, where its number will stand', async t => {
	t.regex((await openForServer(120, 40)).screen(), /Serial number +being made …/);
});

test('a message is broken at words; more rows than there are end with a sign', t => {
	const text = 'one two three four five six seven';
	const shown = (most: number) =>
		messageRows([{sign: 'error', text, tone: 'plain'}], 18, most, 0).map(row =>
			row.map(each => each.text).join(''),
		);
	t.deepEqual(shown(3), [' x one two three', '   four five six', '   seven']);
	t.deepEqual(shown(2), [' x one two three', '   four five …']);
});

test('names and paths are broken behind their parts, numbers into pieces of whole bytes', t => {
	t.deepEqual(wrapText('DNS Name=a-long-name.of-a.company.com', 24), [
		'DNS Name=a-long-name.of-',
		'a.company.com',
	]);
	t.deepEqual(wrapText('d59945edb1cfe3cbb36ea24ab18a6a8123bff06b', 36), [
		'd59945edb1cfe3cbb36e',
		'a24ab18a6a8123bff06b',
	]);
});

test('the longest text that fits is taken, the shortest where none does', t => {
	t.is(fitting(['(its name)', '(name)'], 8), '(name)');
	t.is(fitting(['(its name)', '(name)'], 2), '(name)');
});

test('a line across the screen holds its title and its marks, each at its place', t => {
	const text = (width: number) =>
		rule(width, 'Details', [{text: '↓ 3 more', edge: width}])
			.map(each => each.text)
			.join('');
	t.is(text(32), '── Details ────────── ↓ 3 more ─');
	t.is(lineWidth(cutLine(line('x'.repeat(40)), 32)), 32);
});

test('without colours the focus stands out all the same', t => {
	const looks = looksFor(false);
	t.deepEqual(
		Object.values(looks).filter(each => each.color !== undefined),
		[],
	);
	t.true(looks.accent.inverse);
	t.true(looks.chosen.inverse);
	t.true(looks.dim.dimColor);
});

test('what lies under a sheet does not look as if it had the focus', async t => {
	const session = await openForServer();
	session.press('ctrl+t');
	const accents = view(session.state())
		.rows.flat()
		.filter(each => each.tone === 'accent');
	t.deepEqual(
		accents.map(each => each.text.trim()),
		['Address'],
	);
});

test('a difference is shown whole: long lines are broken under themselves, and the folder is not cut', async t => {
	const file = `/home/admin/${'a-long-folder/'.repeat(6)}profiles/mine.yaml`;
	const {job} = (await openForServer()).state();
	if (job === null) throw new Error('nothing is open');
	const text = `  - ${'js1.company.com, '.repeat(6)}end`;
	const drawn = drawSave(
		firstState({columns: 60, rows: 16}, new Date(0), false),
		{
			sheet: 'save-difference',
			file,
			text: '',
			difference: [{sign: '+', text}],
			target: 'own',
			job,
			isYes: true,
			top: 0,
		},
		60,
		12,
	);
	const rows = drawn.rows.map(row => row.map(each => each.text).join(''));
	const shown = rows.map(each => each.trim()).join('');
	t.regex(rows.join('\n'), /^ \+ {3}- js1[\s\S]*^ {5}js1[\s\S]*end$/m);
	t.true(shown.includes(`in ${file.replace(/\/mine\.yaml$/, '')}`));
	t.true(drawn.rows.every(row => lineWidth(row) <= 60));
});

test('no explanation of a task is cut, beside the panel either', t => {
	for (const columns of [96, 100, 120]) {
		const screen = openSession(columns, 30).screen();
		t.notRegex(screen, /(?<!looking for profiles )…/, `${columns} columns`);
		t.regex(screen, /signs access tokens;/);
	}
});

test('beside the list of a batch nothing is said to be made that nobody makes yet', async t => {
	const one = (name: string) =>
		`  - {kind: ssl, subject: ${name}.company.com, friendlyName: ${name}, subjectAlternativeNames: [${name}.company.com]}\n`;
	const screen = (await openProfile(`certificates:\n${one('js1')}${one('js2')}`, 120, 24)).screen();
	t.regex(screen, /Serial number +made when written/);
	t.notRegex(screen, /being made/);
	t.regex(screen, /─ ↓ \d+ more: Enter ─$/m);
});
