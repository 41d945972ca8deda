// Review, writing and result: what is asked, what is lost, what is said afterwards.
import test from 'ava';
import {error, warning} from '../../source/problem/problem.js';
import {reviewWarnings} from '../../source/ui/model/review-warnings.js';
import {currentScreen} from '../../source/ui/model/state.js';
import {outcomeOf} from './outcomes.js';
import {now, openForServer, openProfile, reopen, type Session} from './session.js';

const batch = `kind: ssl
friendlyName: SafeQ {commonName}
certificates:
  - {subject: a.company.com, subjectAlternativeNames: [a.company.com]}
  - {subject: b.company.com, subjectAlternativeNames: [b.company.com]}
`;

async function inReview(fate: 'new' | 'replaced', columns = 80, rows = 24): Promise<Session> {
	const session = await openForServer(columns, rows);
	session.press('ctrl+r');
	const thumbprint = fate === 'replaced' ? 'AB'.repeat(20) : null;
	session.send({
		type: 'targets-found',
		targets: [{file: '/certs/x.pfx', fate, thumbprint}],
		problems: [],
		now,
	});
	return session;
}

/** What the review warns of, as codes. */
function codesOf(session: Session): string[] {
	const {job} = session.state();
	return job === null ? [] : reviewWarnings(job, []).map(({code}) => code);
}

test('the review says at a glance for which names it is, how long, and what is written where', async t => {
	const session = await inReview('new');
	const screen = session.screen();
	t.regex(screen, /Names +3: js1\.company\.com, js1, 10\.20\.1\.11/);
	t.regex(screen, /Valid +2026-11-22 to 2028-11-21/);
	t.regex(screen, /FILES in \/certs\n/);
	t.regex(screen, /new +x\.pfx/);
	t.regex(screen, /Write this file\? +› Write/);
});

test('nothing is written before the folder was looked at', async t => {
	const session = await openForServer();
	session.press('ctrl+r', 'enter');
	t.false(session.effects().some(each => each.effect === 'write'));
	t.regex(session.screen(), /still looked at/);
});

test('where a file would be lost, Back is preselected, its thumbprint is shown, and it is asked again', async t => {
	const session = await inReview('replaced');
	t.regex(session.screen(), /› Back/);
	t.regex(session.screen(), /WHAT IS LOST\n +! +x\.pfx\n +thumbprint (AB){20}/);
	session.press('left', 'enter');
	t.regex(session.screen(), /Replace this file\?[\s\S]*x\.pfx: thumbprint\s+(AB){20}/);
	t.regex(session.screen(), /› Back/);
	session.press('enter');
	t.false(session.effects().some(each => each.effect === 'write'));
	session.press('enter', 'right', 'enter');
	const written = session.effects().find(each => each.effect === 'write');
	t.true(written?.overwrite);
});

test('pasted text does nothing on the review', async t => {
	const session = await inReview('new');
	session.paste('a\n\n');
	session.paste('\n', false);
	t.is(currentScreen(session.state()).screen, 'review');
	t.false(session.effects().some(each => each.effect === 'write'));
});

test('a folder where nobody wants certificates is warned about', async t => {
	const session = await openForServer();
	session.press('ctrl+r');
	const problems = [warning('output-unwanted-folder', 'this folder belongs to Windows')];
	session.send({type: 'targets-found', targets: [], problems, now});
	t.regex(session.screen(), /! this folder belongs to Windows/);
});

test('two certificates for one file cannot be written', async t => {
	const session = await openForServer();
	session.press('ctrl+r');
	const problems = [error('output-twice', 'two certificates would be written to "x.pfx"')];
	session.send({type: 'targets-found', targets: [], problems, now});
	session.press('left', 'enter');
	t.regex(session.screen(), /cannot be written/);
	t.false(session.effects().some(each => each.effect === 'write'));
});

test('a batch is a list, each of its certificates can be opened, and Esc comes back to it', async t => {
	const session = await openProfile(batch);
	t.regex(session.screen(), /2 CERTIFICATES/);
	session.press('down', 'enter');
	t.regex(session.screen(), /SSL certificate {2}2 of 2 {2}SafeQ b\.company\.com/);
	session.paste('c.company.com d.company.com');
	session.press('escape');
	t.regex(session.screen(), /b\.company\.com +SSL +3 addresses {2}changed +SafeQ b\.company\.com/);
});

test('the passwords of a batch go into a file with a name of its own, or one is typed for all', async t => {
	const session = await openProfile(batch);
	session.press('ctrl+r');
	session.send({type: 'targets-found', targets: [], problems: [], now});
	session.press('enter');
	const first = session.effects().find(each => each.effect === 'write');
	t.is(first?.passwordsFile, 'passwords 2026-11-22 1207.txt');
	t.is(first?.password, null);
	const typed = await openProfile(batch);
	typed.press('tab', 'tab');
	typed.type('one for all');
	typed.press('tab');
	typed.type('one for all');
	typed.press('ctrl+r');
	typed.send({type: 'targets-found', targets: [], problems: [], now});
	typed.press('enter');
	const second = typed.effects().find(each => each.effect === 'write');
	t.is(second?.password?.reveal(), 'one for all');
	t.is(second?.passwordsFile, null);
});

test('while a batch is written the count is shown, and Esc stops it once', async t => {
	const session = await openProfile(batch);
	session.press('ctrl+r');
	session.send({type: 'targets-found', targets: [], problems: [], now});
	session.press('enter');
	t.regex(session.screen(), /0 of 2/);
	session.press('escape', 'escape');
	t.is(session.effects().filter(each => each.effect === 'stop-writing').length, 1);
	t.regex(session.screen(), /what is finished stays/);
	session.send({
		type: 'finished',
		outcomes: [outcomeOf(session, 0, 'created'), outcomeOf(session, 1, 'cancelled')],
		problems: [],
		passwordsFile: null,
	});
	session.press('q');
	t.is(session.state().exitCode, 130);
});

test('at 60x16 what would be lost stands before everything else, and in the question', async t => {
	const session = await inReview('replaced', 60, 16);
	t.regex(session.screen(), /WHAT IS LOST[\s\S]*thumbprint (AB){20}[\s\S]*› Back/);
	session.press('left', 'enter');
	t.regex(session.screen(), /thumbprint\s+(AB){20}[\s\S]*› Back/);
});

test('a PFX that does not show its certificate is known by size and date', async t => {
	const session = await openForServer();
	session.press('ctrl+r');
	const about = '2,345 bytes, changed 2026-11-20 10:00:00 UTC; only its password shows its certificate';
	const targets = [{file: '/certs/x.pfx', fate: 'replaced', thumbprint: null, about}] as const;
	session.send({type: 'targets-found', targets, problems: [], now});
	t.regex(session.screen(), /! +x\.pfx\n +2,345 bytes, changed 2026-11-20 10:00:00 UTC; only its password/);
});

test('a folder that is not there is said to be made, and the list of passwords stands among the files', async t => {
	const session = await openProfile(batch);
	session.press('ctrl+r');
	session.send({
		type: 'targets-found',
		targets: [{file: '/certs/passwords.txt', fate: 'new', thumbprint: null, isPasswords: true}],
		problems: [],
		isNewFolder: true,
		passwordsFile: 'passwords (2).txt',
		now,
	});
	t.regex(session.screen(), /new +the folder itself: it does not exist yet/);
	t.regex(session.screen(), /new +passwords\.txt/);
	session.press('enter');
	const written = session.effects().findLast(each => each.effect === 'write');
	t.is(written?.passwordsFile, 'passwords (2).txt');
});

test('a weak password, and names that are all short, are warned about before anything is written', async t => {
	const session = await openProfile(
		'kind: ssl\nsubject: js1\nfriendlyName: x\nsubjectAlternativeNames: [js1]\n',
	);
	session.press('tab', 'tab', 'tab', 'tab', 'tab', 'tab', 'tab', 'tab', 'tab');
	session.type('summer2026');
	session.press('tab');
	session.type('summer2026');
	session.press('ctrl+r');
	t.regex(session.screen(), /! the password is weak: whoever gets the PFX finds it within hours/);
	t.regex(session.screen(), /! no name has a DNS suffix: clients that use a full one, such as/);
	t.notRegex(session.screen(), /summer2026/);
	t.deepEqual(codesOf(session), ['password-weak', 'no-dns-suffix']);
});

test('what was said of this computer is said again before it is written', async t => {
	const session = await openForServer();
	session.press('up', 'up', 'tab', 'space');
	session.send({
		type: 'server-found',
		draft: 1,
		asked: '',
		server: {fqdn: 'admin-pc', hostname: 'admin-pc', addresses: [], isThisComputer: true},
		problems: [
			warning('no-dns-suffix', 'this computer has no DNS suffix', {
				hint: 'give the name that clients use with --for, for example --for srv01.company.com',
			}),
		],
	});
	const {job} = session.state();
	t.is(job?.drafts[0]?.server.problems[0]?.hint, 'type the name that clients use under For server');
});

test('examples that shipped are warned about, each by its name', async t => {
	const session = await openProfile(batch);
	reopen(session, {file: '/shipped.yaml', origin: 'shipped'});
	session.press('ctrl+r');
	t.regex(session.screen(), /! b\.company\.com: this is the example that shipped/);
	t.deepEqual(codesOf(session), ['server-example', 'server-example']);
	// Nobody wants to write nothing but these.
	session.send({type: 'targets-found', targets: [], problems: [], now});
	t.regex(session.screen(), /› Back/);
});
