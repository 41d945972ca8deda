// A typed password is nowhere where it could be printed.
import {inspect} from 'node:util';
import test from 'ava';
import {Secret} from '../../source/ui/model/secret.js';
import {openForServer} from './session.js';

const canary = 'canary-Xy7!';

test('no way of printing a secret shows it', t => {
	const secret = new Secret().insert(canary);
	const printed = [`${secret}`, JSON.stringify({secret}), inspect({secret}, {depth: 9, showHidden: true})];
	t.false(printed.join().includes('canary'));
	t.is(secret.reveal(), canary);
});

test('a password that is typed into the form stands neither in the printed state nor on the screen', async t => {
	const session = await openForServer();
	session.press(...Array.from({length: 9}, () => 'tab'));
	session.type(canary);
	session.press('tab');
	session.type(canary);
	const {job} = session.state();
	t.is(job?.password.typed.reveal(), canary);
	const printed = [
		JSON.stringify(session.state()),
		inspect(session.state(), {depth: 30}),
		session.screen(),
		JSON.stringify(session.effects()),
	];
	t.false(printed.join().includes('canary'));
	t.true(session.screen().includes('•••••••••••'));
});

test('Ctrl+O shows a typed password, and hides it again', async t => {
	const session = await openForServer();
	session.press(...Array.from({length: 9}, () => 'tab'));
	session.type(canary);
	session.press('ctrl+o');
	t.true(session.screen().includes(canary));
	session.press('ctrl+o');
	t.false(session.screen().includes(canary));
});

test('two passwords that differ keep the review off, and it says so', async t => {
	const session = await openForServer();
	session.press(...Array.from({length: 9}, () => 'tab'));
	session.type('one-password');
	session.press('ctrl+r');
	t.regex(session.screen(), /type the password a second time/);
	session.press('tab');
	session.type('another');
	session.press('ctrl+r');
	t.regex(session.screen(), /the two passwords differ/);
	t.is(session.state().screens.at(-1)?.screen, 'certificate');
});

test('Ctrl+G on the second line goes to the first, which is empty then', async t => {
	const session = await openForServer();
	session.press(...Array.from({length: 9}, () => 'tab'));
	session.type('abc');
	session.press('tab', 'ctrl+g');
	t.regex(session.screen(), /› {2}Password/);
	session.type('Z');
	t.regex(session.screen(), /› {2}Password +[•*]/);
});
