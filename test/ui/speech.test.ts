// What a screen reader gets: a new screen whole, then only what changed, in words and never cut.
import test from 'ava';
import {error} from '../../source/problem/problem.js';
import {spokenColumns} from '../../source/ui/model/state.js';
import {type Speech, speak} from '../../source/ui/speech.js';
import {now, openForServer, openProfile, type Session, sslProfile} from './session.js';

/** What is said from now on: `said` gives what is new since it was asked last. */
function listen(session: Session) {
	let speech: Speech | null = null;
	let heard = 0;
	return {
		said: () => {
			speech = speak(speech, session.state());
			const news = speech.said.slice(heard);
			heard = speech.said.length;
			return news;
		},
		here: () => speech?.here,
	};
}

test('a new screen is said whole, in words, without columns, lines and signs', async t => {
	const ear = listen(await openProfile(sslProfile, spokenColumns, 24));
	const text = ear.said().join('\n');
	t.regex(text, /^SSL certificate, profile p$/m);
	t.regex(text, /^Key: RSA 2048, 1 of 5$/m);
	t.regex(text, /^PFX: compatible, 1 of 2, opens everywhere$/m);
	t.regex(text, /^\{fqdn\}, for which server\?$/m);
	t.regex(text, /^Keys: .*F1 keys$/m);
	t.notRegex(text, /[─│●○›…•]|TRUSTED BY/);
	t.is(ear.here(), 'For server: (its name, such as js1.company.com)');
});

test('a key that moves the focus or a choice says that line alone', async t => {
	const session = await openForServer(spokenColumns, 24);
	const ear = listen(session);
	ear.said();
	session.press('tab', 'tab', 'tab', 'tab');
	t.deepEqual(ear.said(), []);
	t.is(ear.here(), 'Key: RSA 2048, 1 of 5');
	session.press('right');
	t.deepEqual(ear.said(), []);
	t.is(ear.here(), 'Key: RSA 3072, 2 of 5');
});

test('errors, warnings and notices are said as words before the line where the focus is', async t => {
	const session = await openForServer(spokenColumns, 24);
	const ear = listen(session);
	ear.said();
	session.paste('a.company.com\n10.0.0.300\n');
	t.regex(ear.said().join('\n'), /^warning: pasted: .*1 wrong/m);
	session.press('up');
	t.regex(ear.said().join('\n'), /^error: "10\.0\.0\.300" is not an IPv4 or IPv6 address$/m);
	t.regex(ear.here() ?? '', /^error: 10\.0\.0\.300, /);
});

test('what has to be mended is said when it comes up, also while the focus moves on', async t => {
	const session = await openProfile(sslProfile, spokenColumns, 24);
	const ear = listen(session);
	session.type('js1.company.com');
	ear.said();
	session.press('enter');
	const problems = [error('server-unknown', 'DNS does not know "js1.company.com"')];
	session.send({type: 'server-found', draft: 1, asked: 'js1.company.com', server: null, problems});
	session.press('tab');
	t.regex(ear.said().join('\n'), /^error: \{addresses\}, /m);
});

test('whoever comes back to the form hears its name and what changed, not all of it again', async t => {
	const session = await openForServer(spokenColumns, 24);
	const ear = listen(session);
	ear.said();
	session.press('ctrl+t');
	t.regex(ear.said().join('\n'), /Will it work for/);
	t.is(ear.here(), 'Address: an address as a client or printer uses it');
	session.press('escape');
	t.deepEqual(ear.said().length, 2);
	t.regex(ear.here() ?? '', /^js1\.company\.com/);
});

test('F1 says in full what belongs into the field', async t => {
	const session = await openForServer(spokenColumns, 60);
	session.press('tab', 'tab', 'f1');
	t.regex(session.screen(), / SUBJECT\n .*js1\.company\.com/);
});

test('a password is said by its length', async t => {
	const session = await openForServer(spokenColumns, 24);
	session.press(...Array.from({length: 9}, () => 'tab'));
	session.type('Secret-77');
	const ear = listen(session);
	const text = ear.said().join('\n');
	t.notRegex(text, /Secret/);
	t.regex(ear.here() ?? '', /^Password: 9 hidden characters/);
});

test('what is long is neither cut nor broken', async t => {
	const session = await openForServer(spokenColumns, 24);
	const name = `${'long-label.'.repeat(16)}company.com`;
	session.paste(`${name}\n`);
	t.true(
		listen(session)
			.said()
			.some(each => each.includes(name)),
	);
});

test('an answer is said as soon as it is there: the files of a review, whether an address will work', async t => {
	const session = await openForServer(spokenColumns, 24);
	const ear = listen(session);
	session.press('ctrl+r');
	ear.said();
	session.send({
		type: 'targets-found',
		targets: [{file: '/certs/js1.pfx', fate: 'new', thumbprint: null}],
		problems: [],
		now,
	});
	t.regex(ear.said().join('\n'), /^new, js1\.pfx$/m);
	t.regex(ear.here() ?? '', /^Write .*\? Write \(chosen\), Back$/);
	session.press('escape', 'ctrl+t');
	ear.said();
	session.type('js2');
	t.regex(ear.said().join('\n'), /js2/);
	t.is(ear.here(), 'Address: js2');
});
