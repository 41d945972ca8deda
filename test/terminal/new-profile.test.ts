// `profiles new` as questions in a real terminal.
import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import {parse} from 'yaml';
import {exitCodes} from '../../source/terminal/exit-code.js';
import {converse} from './conversation.js';

const ask = {
	kind: /What is the certificate for\?[\s\S]*\? Number \(1\)/,
	subject: /Subject: a name.*/,
	names: /Names and addresses.*/,
	friendlyName: /Friendly name.*/,
	description: /Description for lists.*/,
	file: /\? File .*/,
	write: /Write it to[\s\S]*\(Y\/n\)/,
} as const;

test('Enter alone gives the profile that ships as ssl, shown before it is written', async t => {
	const talk = await converse(t, ['profiles', 'new'], {columns: 120});
	for (const question of [ask.kind, ask.subject, ask.names, ask.friendlyName, ask.description, ask.file])
		await talk.answer(question, '');
	t.regex(await talk.asked(ask.write), /kind: ssl\nsubject: "\{fqdn\}"\n/);
	t.deepEqual(await readdir(talk.cwd), []);
	await talk.answer(ask.write, '');
	const {code, text, isLineDisciplineRestored, isCursorShown} = await talk.exit();
	t.is(code, exitCodes.done, text);
	t.true(isLineDisciplineRestored !== false && isCursorShown);
	t.regex(text, /Written: .*new\.yaml/);
	t.deepEqual(parse(await readFile(path.join(talk.cwd, 'profiles', 'new.yaml'), 'utf8')), {
		kind: 'ssl',
		subject: '{fqdn}',
		friendlyName: 'YSoft SafeQ SSL {commonName} {expires}',
		subjectAlternativeNames: ['{fqdn}', '{hostname}', '{addresses}'],
	});
});

test('only what the options leave open is asked, and a wrong answer is refused at once', async t => {
	const options = [
		'--kind',
		'ssl',
		'--subject',
		'js1.company.com',
		'--friendly-name',
		'JS1',
		'--description',
		'One',
	];
	const talk = await converse(t, ['profiles', 'new', ...options, 'taken.yaml'], {
		columns: 120,
		files: {'taken.yaml': 'mine'},
	});
	await talk.asked(ask.names);
	talk.type('\u0015js1.company.com:5000\r');
	await talk.waitFor(/"js1\.company\.com:5000" is not a DNS name/);
	talk.type('\u0015js1.company.com, 192.0.2.1\r');
	await talk.waitFor(/taken\.yaml exists, and a profile is never replaced/);
	await talk.answer(ask.file, 'js1.yaml');
	await talk.answer(ask.write, 'y');
	t.is((await talk.exit()).code, exitCodes.done);
	t.like(parse(await readFile(path.join(talk.cwd, 'js1.yaml'), 'utf8')), {
		description: 'One',
		subjectAlternativeNames: ['js1.company.com', '192.0.2.1'],
	});
	t.is(await readFile(path.join(talk.cwd, 'taken.yaml'), 'utf8'), 'mine');
});

for (const [how, leave] of [
	['"n" at the end', 'n\r'],
	['Ctrl+C', '\u0003'],
] as const)
	test(`${how} writes nothing`, async t => {
		const args = [
			'--kind',
			'signing',
			'--subject',
			'YSoft SafeQ',
			'--friendly-name',
			'Signing',
			'--description',
			'x',
		];
		const talk = await converse(t, ['profiles', 'new', ...args], {columns: 120});
		await talk.answer(ask.file, '');
		await talk.asked(ask.write);
		talk.type(leave);
		const {code, text} = await talk.exit();
		t.is(code, exitCodes.cancelled);
		t.regex(text, /Cancelled, nothing was written/);
		t.deepEqual(await readdir(talk.cwd), []);
	});

test('a dumb terminal gets the same questions', async t => {
	const talk = await converse(t, ['profiles', 'new', '--kind', 'signing', 'a.yaml'], {env: {TERM: 'dumb'}});
	await talk.answer(/Subject: a name.*:/, '');
	await talk.answer(/Friendly name.*:/, '');
	await talk.answer(/Description for lists.*:/, '');
	await talk.answer(/Write it to[\s\S]*:/, '');
	t.is((await talk.exit()).code, exitCodes.done);
	t.deepEqual(await readdir(talk.cwd), ['a.yaml']);
});
