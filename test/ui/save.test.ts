// Saving to a profile: what changes, what stays, and where it can go.
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'ava';
import {compareProfile, saveProfile} from '../../source/ui/effects/save.js';
import type {Effect} from '../../source/ui/model/effects.js';
import {holdsChanges} from '../../source/ui/model/judging.js';
import {writtenOut} from '../../source/ui/model/save.js';
import {currentScreen} from '../../source/ui/model/state.js';
import {diffLines} from '../../source/save/difference.js';
import {writeFiles} from '../program.js';
import {servicesIn} from './services.js';
import {js1, openProfile, reopen, type Session, sslProfile} from './session.js';

function last<K extends Effect['effect']>(session: Session, kind: K): Extract<Effect, {effect: K}> {
	const found = session
		.effects()
		.findLast((each): each is Extract<Effect, {effect: K}> => each.effect === kind);
	if (found === undefined) throw new Error(`no effect ${kind}`);
	return found;
}

const commented = `# for the print servers
kind: ssl  # HTTPS
subject: '{fqdn}'
friendlyName: "YSoft SafeQ SSL {commonName}"
subjectAlternativeNames:
  - '{fqdn}' # the name
  - '{addresses}'
`;

test('a changed field is written back: comments, quoting, order and placeholders stay', async t => {
	const cwd = await mkdtemp(path.join(os.tmpdir(), 'ui-save-'));
	t.teardown(() => rm(cwd, {recursive: true}));
	await writeFiles(cwd, {'p.yaml': commented});
	const file = path.join(cwd, 'p.yaml');
	const session = await openProfile(commented);
	session.type('js1.company.com');
	session.press('enter');
	session.paste('printsrv.company.com x.company.com');
	session.press('tab', 'tab', 'tab', 'ctrl+u');
	session.type('2 years');
	session.press('ctrl+p', 'enter');
	const effect = last(session, 'compare-profile');
	const compared = await compareProfile(servicesIn(cwd), {
		...effect,
		job: {...effect.job, profile: {...effect.job.profile, file}},
	});
	session.send(compared);
	t.regex(session.screen(), /\+ validity: 2 years/);
	t.regex(session.screen(), /\+ {3}- printsrv\.company\.com/);
	session.press('enter');
	session.send(await saveProfile(last(session, 'save-profile')));
	t.is(
		await readFile(file, 'utf8'),
		`${commented}  - printsrv.company.com\n  - x.company.com\nvalidity: 2 years\n`,
	);
	t.regex(session.screen(), /saved to/);
	t.false(session.screen().includes('changed'));
});

test('addresses that were typed for one server are warned of before a profile for any server keeps them', async t => {
	const session = await openProfile(commented);
	session.type('js1.company.com');
	session.press('enter');
	const save = () => {
		session.press('ctrl+p', 'enter');
		const difference = [{sign: '+', text: 'x'}] as const;
		const answer = {file: '/p.yaml', text: 'x', difference, problems: []};
		const {asked, job} = last(session, 'compare-profile');
		session.send({type: 'profile-compared', asked, job, target: 'own', ...answer});
		return session.screen();
	};
	t.notRegex(save(), /saved as typed/);
	session.press('escape');
	session.paste('10.20.1.11\n10.20.1.12\n');
	t.regex(save(), /! 10\.20\.1\.11 and 1 more are saved as typed: wrong when the profile is used/);
});

test('a shipped profile is never written to: the menu says so and begins at a new one', async t => {
	const session = await openProfile(sslProfile);
	reopen(session, {origin: 'shipped'});
	session.press('ctrl+p');
	t.regex(session.screen(), /› a new profile of your own/);
	session.press('up', 'enter');
	t.regex(session.screen(), /shipped profiles stay as they are/);
});

test('a new profile goes into the own folder and never replaces one', async t => {
	const cwd = await mkdtemp(path.join(os.tmpdir(), 'ui-save-'));
	t.teardown(() => rm(cwd, {recursive: true}));
	await writeFiles(cwd, {'own/mine.yaml': 'kind: ssl\n', 'p.yaml': commented});
	const session = await openProfile(commented);
	session.press('ctrl+p', 'down', 'enter', 'ctrl+u');
	session.type('mine');
	session.press('enter');
	const effect = last(session, 'compare-profile');
	const compared = await compareProfile(servicesIn(cwd), {
		...effect,
		job: {...effect.job, profile: {...effect.job.profile, file: path.join(cwd, 'p.yaml')}},
	});
	session.send(compared);
	t.regex(session.screen(), /exists already/);
});

test('an export stands alone, and leaves the open profile as it is', async t => {
	const cwd = await mkdtemp(path.join(os.tmpdir(), 'ui-save-'));
	t.teardown(() => rm(cwd, {recursive: true}));
	const session = await openProfile(sslProfile);
	session.press('ctrl+p', 'down', 'down', 'enter', 'enter');
	const compared = await compareProfile(servicesIn(cwd), last(session, 'compare-profile'));
	session.send(compared);
	session.press('enter');
	session.send(await saveProfile(last(session, 'save-profile')));
	const text = await readFile(compared.file, 'utf8');
	t.regex(text, /^kind: ssl$/m);
	t.false(text.includes('extends'));
	t.is(session.state().job?.profile.file, '/p.yaml');
});

test('a new file is read page by page to its last line, and Left and Right choose the answer that stands there', async t => {
	const cwd = await mkdtemp(path.join(os.tmpdir(), 'ui-save-'));
	t.teardown(() => rm(cwd, {recursive: true}));
	const names = Array.from({length: 40}, (_, index) => `  - n${index}.company.com\n`).join('');
	const long = `kind: ssl\nsubject: x\nfriendlyName: y\nsubjectAlternativeNames:\n${names}`;
	const session = await openProfile(long, 60, 16);
	session.press('ctrl+p', 'down', 'down', 'enter', 'enter');
	session.send(await compareProfile(servicesIn(cwd), last(session, 'compare-profile')));
	t.regex(session.screen(), /── A new file: p\.yaml ─/);
	t.notRegex(session.screen(), /^ {2}[+-] /m);
	const seen = new Set<string>();
	for (let page = 0; page < 15; page++) {
		for (const [name] of session.screen().matchAll(/n\d+\.company\.com/g)) seen.add(name);
		session.press('pagedown');
	}
	t.is(seen.size, 40);
	t.notRegex(session.screen(), /more lines/);
	session.press('left');
	t.regex(session.screen(), /› Save/);
	session.press('right');
	t.regex(session.screen(), /› Back/);
	session.press('enter');
	t.false(session.effects().some(each => each.effect === 'save-profile'));
});

test('a difference shows what went and what came, with a line around', t => {
	t.deepEqual(
		diffLines('a\nb\nc\nd\ne\n', 'a\nb\nX\nd\ne\n').map(({sign, text}) => sign + text),
		[' b', '-c', '+X', ' d'],
	);
	t.deepEqual(diffLines('same\n', 'same\n'), []);
});

test('what names a server keeps braces that are meant as such, and its subject in all its parts', async t => {
	const session = await openProfile(`kind: ssl
subject: {commonName: '{fqdn}', organizationName: ACME}
friendlyName: 'SSL {{fqdn}} of {hostname}'
subjectAlternativeNames: ['{fqdn}', '{addresses}']
`);
	session.type('js1.company.com');
	session.press('enter');
	session.send({type: 'server-found', draft: 1, asked: 'js1.company.com', server: js1, problems: []});
	const {subject, friendlyName, subjectAlternativeNames: names} = writtenOut(session.draft());
	t.is(friendlyName?.value, 'SSL {{fqdn}} of js1');
	t.regex(JSON.stringify(subject?.value), /ACME.*js1\.company\.com/);
	t.deepEqual(
		names?.value.map(each => each.value),
		['js1.company.com', '10.20.1.11'],
	);
});

test('a comparison that nobody waits for any more asks nothing', async t => {
	const session = await openProfile(commented);
	session.paste('x.company.com y.company.com');
	session.press('ctrl+p', 'enter');
	const {asked, job} = last(session, 'compare-profile');
	session.press('escape', 'escape');
	t.is(currentScreen(session.state()).screen, 'start');
	const answer = {file: '/p.yaml', text: 'x', difference: [{sign: '+', text: 'x'}], problems: []} as const;
	session.send({type: 'profile-compared', asked, job, target: 'own', ...answer});
	t.is(session.state().sheet, null);
});

test('what was saved is the form that was asked about, also when another one is open by then', async t => {
	const session = await openProfile(commented);
	session.type('js1.company.com');
	session.press('enter');
	session.paste('x.company.com y.company.com');
	session.press('ctrl+p', 'enter');
	const {asked, job} = last(session, 'compare-profile');
	const answer = {file: '/p.yaml', text: 'x', difference: [{sign: '+', text: 'x'}], problems: []} as const;
	session.send({type: 'profile-compared', asked, job, target: 'own', ...answer});
	session.press('enter');
	const saving = last(session, 'save-profile');
	reopen(session, {file: '/other.yaml', name: 'other'});
	session.type('js2.company.com');
	session.press('enter');
	session.paste('z.company.com q.company.com');
	session.send({type: 'profile-saved', file: '/p.yaml', target: 'own', job: saving.job, problems: []});
	t.is(session.state().job?.profile.file, '/other.yaml');
	t.regex(session.screen(), /profile other, changed/);
	const [aside] = session.state().aside;
	t.true(aside !== undefined && !holdsChanges(aside));
});
