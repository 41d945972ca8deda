// The result: what was made, what was not and why, and the way back from what could not be written.
import test from 'ava';
import {error} from '../../source/problem/problem.js';
import {Secret} from '../../source/ui/model/secret.js';
import {currentScreen} from '../../source/ui/model/state.js';
import {textBuffer} from '../../source/ui/parts/text-buffer.js';
import {summary} from '../../source/ui/summary.js';
import {outcomeOf} from './outcomes.js';
import {now, openForServer, openProfile, type Session} from './session.js';

const group = `kind: ssl
friendlyName: SafeQ {commonName}
certificates:
  - {subject: a.company.com, subjectAlternativeNames: [a.company.com]}
  - {subject: b.company.com, subjectAlternativeNames: [b.company.com]}
  - {subject: c.company.com, subjectAlternativeNames: [c.company.com]}
`;

const inTheWay = error('output-unwritable', 'this is a file, not a folder', {
	hint: 'choose another folder with --out',
	place: {file: '/certs', line: null, column: null},
});

function write(session: Session): void {
	session.press('ctrl+r');
	session.send({type: 'targets-found', targets: [], problems: [], now});
	session.press('enter');
}

async function writing(columns = 80, rows = 24): Promise<Session> {
	const session = await openForServer(columns, rows);
	write(session);
	return session;
}

async function writingGroup(columns = 100, rows = 60): Promise<Session> {
	const session = await openProfile(group, columns, rows);
	write(session);
	return session;
}

function finish(session: Session, ...outcomes: readonly ReturnType<typeof outcomeOf>[]): void {
	for (const outcome of outcomes)
		if (outcome.status !== 'cancelled')
			session.send({type: 'written', outcome, password: null, passwordsFile: null});
	session.send({type: 'finished', outcomes, problems: [], passwordsFile: null});
}

test('what could not be written says why and what to do in the words of the screen, and the exit code says so', async t => {
	const session = await writing();
	session.send({
		type: 'finished',
		outcomes: [outcomeOf(session, 0, 'cancelled')],
		problems: [inTheWay],
		passwordsFile: null,
	});
	const screen = session.screen();
	t.regex(screen, /^ Not written/);
	t.regex(screen, /this is a file, not a folder\n +choose another one under Folder\n +\/certs/);
	t.notRegex(screen, /Done|--out|FILES in/);
	session.press('q');
	t.is(session.state().exitCode, 1);
});

for (const key of ['escape', 'enter'])
	test(`${key} after a failed write goes back to the form, with all that was typed, the password too`, async t => {
		const session = await openForServer();
		session.paste('print.company.com other.company.com');
		session.press('tab', 'tab', 'tab', 'tab', 'tab', 'tab', 'tab', 'tab', 'tab');
		session.type('a long password');
		session.press('tab');
		session.type('a long password');
		const list = session.list();
		write(session);
		const [outcome] = [outcomeOf(session, 0, 'cancelled')];
		session.send({type: 'finished', outcomes: [outcome], problems: [inTheWay], passwordsFile: null});
		session.press(key);
		t.is(currentScreen(session.state()).screen, 'certificate');
		t.deepEqual(session.list(), list);
		t.is(session.state().job?.password.typed.reveal(), 'a long password');
		t.regex(session.screen(), /nothing is written yet/);
	});

test('what stands in the way of a file is told without options of the command line', async t => {
	const session = await writing();
	const exists = error('output-exists', 'file exists', {
		hint: 'choose another folder with --out, or replace it with --overwrite',
	});
	finish(session, outcomeOf(session, 0, 'failed', [exists]));
	t.regex(session.screen(), /choose another folder under Folder; or replace it, which the review asks/);
});

test('Enter on the result begins anew, with nothing of the last one', async t => {
	const session = await writing();
	finish(session, outcomeOf(session, 0, 'created'));
	session.press('enter');
	t.is(currentScreen(session.state()).screen, 'start');
	t.is(session.state().job, null);
});

test('the certificates of a group stand in the order of the profile, each with files and fingerprints', async t => {
	const session = await writingGroup();
	const outcomes = [0, 1, 2].map(index => outcomeOf(session, index, 'created'));
	for (const outcome of outcomes.toReversed())
		session.send({type: 'written', outcome, password: null, passwordsFile: '/certs/passwords.txt'});
	session.send({type: 'finished', outcomes, problems: [], passwordsFile: '/certs/passwords.txt'});
	const screen = session.screen();
	t.regex(screen, /All 3 made, and each proven to work +3 checks passed/);
	t.regex(
		screen,
		/√ SafeQ a[\s\S]*Thumbprint +(A0){20}\n +SHA-256 +(B0){32}[\s\S]*√ SafeQ b[\s\S]*(A1){20}[\s\S]*√ SafeQ c/,
	);
	t.regex(screen, /PASSWORDS[\s\S]*\/certs\/passwords\.txt/);
	t.regex(
		screen,
		/NEXT[\s\S]*Import-PfxCertificate[\s\S]*a\.company\.com[\s\S]*Import-PfxCertificate[\s\S]*b\.company\.com/,
	);
	session.press('pagedown');
	t.regex(session.screen(), /PROOF of SafeQ b\.company\.com\n +√ opens with its password/);
});

test('a group that was stopped names what was written and what was not', async t => {
	const session = await writingGroup();
	session.press('escape');
	finish(
		session,
		outcomeOf(session, 0, 'created'),
		outcomeOf(session, 1, 'cancelled'),
		outcomeOf(session, 2, 'cancelled'),
	);
	const screen = session.screen();
	t.regex(screen, /^ Stopped/);
	t.regex(screen, /1 of 3 written/);
	t.regex(screen, /NOT WRITTEN\n +SafeQ b\.company\.com[^\n]*\n +SafeQ c\.company\.com/);
	t.regex(screen, /√ SafeQ a\.company\.com/);
	const used = session.state().job?.drafts[0]?.id;
	session.press('escape');
	t.is(currentScreen(session.state()).screen, 'batch');
	t.regex(session.screen(), /1 is written and stays: Ctrl\+R makes the other 2/);
	t.regex(session.screen(), /a\.company\.com +SSL +1 address {2}written/);
	session.press('ctrl+r');
	const targets = session.effects().findLast(each => each.effect === 'find-targets');
	t.deepEqual(
		targets?.plans.map(each => each.fileName),
		['SafeQ b.company.com', 'SafeQ c.company.com'],
	);
	t.notRegex(session.screen(), /SafeQ a\.company\.com/);
	t.regex(session.screen(), /^ Review {2}the other 2 of 3/);
	session.send({type: 'targets-found', targets: [], problems: [], now});
	session.press('enter');
	const orders = session.effects().findLast(each => each.effect === 'write')?.orders;
	t.is(orders?.length, 2);
	finish(session, outcomeOf(session, 1, 'created'), outcomeOf(session, 2, 'cancelled'));
	session.press('escape');
	t.regex(session.screen(), /b\.company\.com +SSL +1 address {2}written/);
	t.regex(session.screen(), /makes the other 1/);
	// What is changed is made again.
	session.press('enter');
	session.paste('x.company.com y.company.com');
	session.press('escape');
	t.regex(session.screen(), /a\.company\.com +SSL +3 addresses {2}changed/);
	t.not(session.state().job?.drafts[0]?.id, used);
});

test('the next steps are copied as commands in one line each, what is no command as a comment', async t => {
	const session = await writing(60, 16);
	finish(session, outcomeOf(session, 0, 'created'));
	session.press('s');
	const copied = session.effects().findLast(each => each.effect === 'copy');
	const text = String(copied?.text);
	t.regex(
		text,
		/^Import-PfxCertificate -FilePath '.*' -CertStoreLocation Cert:\\LocalMachine\\My -Password \$pw$/m,
	);
	t.regex(text, /^sudo security add-trusted-cert .*'\/certs\/.*\.cer'$/m);
	for (const each of text.split('\n')) t.regex(each, /^(?:#.*|\$pw = .*|Import-.*|sudo .*|)$/);
});

test('at 60x16 the footer has the keys that read on, copy and leave, and the screen says that more follows', async t => {
	const session = await withPassword(60, 16);
	const screen = session.screen();
	t.regex(screen, /↓ \d+ more: PgDn/);
	t.regex(screen, /Enter another {2}p password {2}PgDn scroll {2}q quit {2}F1 keys/);
});

/** At the result, with a generated password that is kept nowhere else. */
async function withPassword(columns = 80, rows = 24): Promise<Session> {
	const session = await writing(columns, rows);
	const password = new Secret(textBuffer('Generated-Password-0001'));
	const outcome = outcomeOf(session, 0, 'created');
	session.send({type: 'written', outcome, password, passwordsFile: null});
	session.send({type: 'finished', outcomes: [outcome], problems: [], passwordsFile: null});
	return session;
}

/** Held down, or pressed again within a second. */
const again = (session: Session, key: string, times = 5) => {
	for (let left = times; left > 0; left--) session.send({type: 'key', key, isRepeat: true});
};

for (const key of ['enter', 'escape', 'q', 'ctrl+c'])
	test(`${key} on the result asks before a password is lost, and Enter then stays`, async t => {
		const session = await withPassword(60, 16);
		const press = () => (key === 'q' ? session.type('q') : session.press(key));
		press();
		t.regex(session.screen(), /Generated-Password-0001[\s\S]*Leave without the password\?[\s\S]*› Back/);
		t.regex(session.screen(), /Enter confirm {2}Right choose/);
		session.press('enter');
		t.is(session.state().sheet, null);
		t.is(currentScreen(session.state()).screen, 'result');
		t.is(session.state().exitCode, null);
		// Asked anew, whenever somebody comes to leave.
		press();
		t.regex(session.screen(), /Leave without the password/);
		session.press('right', 'enter');
		if (key === 'q' || key === 'ctrl+c') t.is(session.state().exitCode, 0);
		else t.is(currentScreen(session.state()).screen, 'start');
	});

test('a second Ctrl+C leaves without the password, but not one that is held down', async t => {
	const session = await withPassword();
	session.press('ctrl+c');
	again(session, 'ctrl+c');
	t.is(session.state().exitCode, null);
	t.regex(session.screen(), /came up just now: wait a moment, then press Ctrl\+C again/);
	session.press('ctrl+c');
	t.is(session.state().exitCode, 0);
});

test('only a password that surely lies on the clipboard may be left without asking', async t => {
	const session = await withPassword();
	session.send({type: 'copied', what: 'the password', way: 'terminal', isPassword: true});
	t.regex(session.screen(), /asked the terminal to copy the password; if nothing pastes/);
	session.press('enter');
	t.regex(session.screen(), /Leave without the password/);
	t.regex(session.screen(), /Nobody can see from here whether the terminal has copied it/);
	session.press('enter');
	session.send({type: 'copied', what: 'the password', way: 'none', isPassword: true});
	t.regex(session.screen(), /nothing here can copy: select the password with the mouse/);
	session.press('o', 'o', 'q');
	t.regex(session.screen(), /Leave without the password/);
	session.press('escape');
	session.send({type: 'copied', what: 'the password', way: 'program', isPassword: true});
	session.press('q');
	t.is(session.state().exitCode, 0);
});

test('Enter twice in one read leaves the result once, and opens nothing', async t => {
	const session = await writing();
	finish(session, outcomeOf(session, 0, 'created'));
	session.read('\r\r');
	t.is(currentScreen(session.state()).screen, 'start');
	t.regex(session.screen(), /came up just now: wait a moment, then press Enter/);
	t.is(session.effects().filter(each => each.effect === 'look' || each.effect === 'read-profile').length, 0);
	t.is(session.state().opening, null);
});

test('Enter held down on the review writes once and stays at the result', async t => {
	const session = await writing();
	again(session, 'enter');
	t.regex(session.screen(), /Making and proving/);
	t.notRegex(session.screen(), /wait a moment/);
	finish(session, outcomeOf(session, 0, 'created'));
	again(session, 'enter');
	t.is(currentScreen(session.state()).screen, 'result');
	t.regex(session.screen(), /came up just now: wait a moment, then press Enter/);
	session.press('enter');
	again(session, 'enter');
	t.is(currentScreen(session.state()).screen, 'start');
	t.is(session.effects().filter(each => each.effect === 'read-profile').length, 0);
});

test('Enter that was pressed before the folder was looked at does not write when it is held down', async t => {
	const session = await openForServer();
	session.press('ctrl+r', 'enter');
	session.send({type: 'targets-found', targets: [], problems: [], now});
	again(session, 'enter');
	t.is(currentScreen(session.state()).screen, 'review');
	session.press('enter');
	t.is(currentScreen(session.state()).screen, 'result');
});

test('Enter held down over a password asks for it, and answers nothing', async t => {
	const session = await withPassword();
	session.press('enter');
	again(session, 'enter');
	t.regex(session.screen(), /Leave without the password\?[\s\S]*› Back/);
});

test('the key of the password says what it does now', async t => {
	const session = await withPassword(120, 40);
	t.regex(session.screen(), /o hide/);
	session.press('o');
	t.regex(session.screen(), /o show/);
	t.notRegex(session.screen(), /Generated-Password/);
});

test('after leaving, everything that was written since the start is named, and no password', async t => {
	const session = await withPassword();
	session.press('enter', 'right', 'enter');
	t.is(currentScreen(session.state()).screen, 'start');
	session.press('q');
	const text = summary(session.state());
	t.regex(
		text,
		/YSoft SafeQ SSL js1\.company\.com\n {2}\/certs\/.*\.pfx\n {2}\/certs\/.*\.cer\n {2}Thumbprint (A0){20}/,
	);
	t.notRegex(text + JSON.stringify(session.state()), /Generated-Password/);
});

test('Ctrl+C while it is written, or while that is being stopped, leaves with 130', async t => {
	for (const keys of [['ctrl+c'], ['escape', 'ctrl+c']]) {
		const session = await writing();
		session.press(...keys);
		t.is(session.state().exitCode, 130);
	}
});
