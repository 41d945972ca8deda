// The one table of keys: nothing bound twice, nothing that terminals take for themselves, and the README shows it.
import {readFileSync} from 'node:fs';
import test from 'ava';
import {error} from '../../source/problem/problem.js';
import {activeKeys, keyTable} from '../../source/ui/keys.js';
import {keyTableMarkdown} from './key-table.js';
import {openForServer, openSession} from './session.js';

test('no key is bound twice in one place', t => {
	const bound = keyTable.flatMap(({where, keys}) => keys.map(key => `${where} ${key}`));
	t.deepEqual(
		bound.filter((each, index) => bound.indexOf(each) !== index),
		[],
	);
});

test('nothing is bound to keys of flow control and pasting', t => {
	for (const {keys} of keyTable) t.false(keys.some(key => ['ctrl+s', 'ctrl+q', 'ctrl+v'].includes(key)));
});

test('letters are only keys where nothing can be typed', t => {
	const typing = ['text', 'addresses', 'address', 'find', 'filter', 'form', 'job', 'anywhere'];
	for (const {keys, where} of keyTable)
		if (keys.some(key => key.length === 1)) t.false(typing.includes(where), `${where} ${keys.join()}`);
});

test('a key that is off says why, and does nothing', async t => {
	const session = await openForServer();
	session.press('down', 'ctrl+_');
	t.regex(session.screen(), /Ctrl\+_: nothing was changed in the list/);
	const start = openSession();
	start.press('escape');
	t.regex(start.screen(), /Esc: this is the first screen/);
});

test('the footer shows only keys that work now, F1 last', async t => {
	const session = await openForServer(120, 40);
	const footer = session.screen().split('\n').at(-1) ?? '';
	t.regex(footer, /^ Ctrl\+R review {2}Tab next .* F1 keys$/);
	t.false(footer.includes('Ctrl+_'));
});

test('the help names every key of the place, and why one is off', async t => {
	const session = await openForServer(120, 60);
	const keys = activeKeys(session.state());
	session.press('f1');
	for (const {shown} of keys) t.true(session.screen().includes(shown), shown);
	t.regex(session.screen(), /not now: nothing was changed in the list/);
});

test('the help names the keys of a line of text only where there is one', async t => {
	const session = await openForServer(120, 60);
	session.press('tab', 'tab', 'tab', 'tab', 'f1');
	t.regex(session.screen(), /IN A LINE OF TEXT/);
	session.press('escape', 'ctrl+r', 'f1');
	t.notRegex(session.screen(), /IN A LINE OF TEXT/);
});

test('the README shows the table as it is', t => {
	const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
	t.true(readme.includes(keyTableMarkdown()), `replace the table in README.md with:\n${keyTableMarkdown()}`);
});

test('the help over a question names its keys, and Esc goes back to it with what was typed', async t => {
	const session = openSession();
	session.press('l');
	session.type('certs/js1');
	session.press('f1');
	t.notRegex(session.screen(), /open the chosen task/);
	t.regex(session.screen(), /IN A LINE OF TEXT/);
	session.press('f1', 'escape');
	t.regex(session.screen(), /Path or host +certs\/js1/);
});

test('an answer that comes while the help is open reaches the question below', async t => {
	const session = openSession();
	session.press('l');
	session.type('js1');
	session.press('enter', 'f1');
	const [look] = session.effects().flatMap(each => (each.effect === 'look' ? [each] : []));
	const problems = [error('file-not-found', 'there is no such file')];
	session.send({type: 'looked', asked: look?.asked ?? 0, look: null, needsPassword: false, problems});
	session.press('escape');
	t.regex(session.screen(), /x there is no such file/);
});
