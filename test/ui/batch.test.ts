// The list of a batch: servers are added, renamed and taken out, and a saved profile has the list as it is then.
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {loadProfile} from '../../source/profile/load.js';
import {compareProfile, saveProfile} from '../../source/ui/effects/save.js';
import type {Draft} from '../../source/ui/model/job.js';
import type {Effect} from '../../source/ui/model/effects.js';
import {listName, serverNameOf} from '../../source/ui/model/servers.js';
import {currentScreen} from '../../source/ui/model/state.js';
import {memoryDisk} from '../profile/disks.js';
import {writeFiles} from '../program.js';
import {servicesIn} from './services.js';
import {joinedSteps} from '../../source/ui/model/next-steps.js';
import {outcomeOf} from './outcomes.js';
import {folders, openProfile, reopen, type Session, sslProfile} from './session.js';

const group = `# our group
kind: ssl
friendlyName: "SafeQ {commonName}"
certificates:
  - kind: signing # one for all
    subject: YSoft SafeQ
    friendlyName: Signing

  # the first one
  - subject: js1.company.com
    subjectAlternativeNames: [js1.company.com, js1, print.company.com, 192.0.2.11] # with its address

  - subject: js2.company.com
    subjectAlternativeNames: [js2.company.com, js2, print.company.com, 192.0.2.12]
`;

const names = (session: Session) => session.state().job?.drafts.map(listName);

const namesOf = (session: Session, index: number) =>
	session.state().job?.drafts[index]?.addresses.items.map(each => each.written);

const asked = (session: Session) =>
	session
		.effects()
		.filter((each): each is Extract<Effect, {effect: 'find-names'}> => each.effect === 'find-names');

/** DNS answers all that it is asked for, with these addresses. */
function answerDns(session: Session, ...addresses: readonly string[]): void {
	for (const draft of session.state().job?.drafts ?? [])
		if (draft.isAskingDns)
			session.send({
				type: 'names-found',
				draft: draft.id,
				asked: null,
				argument: serverNameOf(draft) ?? '',
				names: addresses,
				origin: 'DNS',
				from: 'DNS',
				problems: [],
				needsPassword: false,
			});
}

async function openShipped(): Promise<Session> {
	const session = await openProfile(group);
	reopen(session, {file: '/shipped.yaml', origin: 'shipped'});
	return session;
}

test('several names that are pasted become certificates like the others, each with its own names', async t => {
	const session = await openProfile(group);
	session.paste('js3.company.com\r\nhttps://js4.company.com:443/\r\n10.0.0.1\r\njs2.company.com\r\n');
	t.deepEqual(names(session), [
		'Signing',
		'js1.company.com',
		'js2.company.com',
		'js3.company.com',
		'js4.company.com',
	]);
	t.deepEqual(namesOf(session, 3), ['js3.company.com', 'js3', 'print.company.com']);
	t.regex(session.screen(), /2 new, 1 already there, no name of a server: 10\.0\.0\.1/);
	t.regex(session.screen(), /js4\.company\.com +SSL +3 addresses, DNS … {2}new/);
	t.deepEqual(
		asked(session).map(each => each.argument),
		['js3.company.com', 'js4.company.com'],
	);
	const draft = session.state().job?.drafts[3]?.id ?? 0;
	session.send({
		type: 'names-found',
		draft,
		asked: null,
		argument: 'js3.company.com',
		names: ['192.0.2.13'],
		origin: 'DNS',
		from: 'DNS',
		problems: [],
		needsPassword: false,
	});
	t.deepEqual(namesOf(session, 3), ['js3.company.com', 'js3', 'print.company.com', '192.0.2.13']);
	t.regex(session.screen(), /js3\.company\.com +SSL +4 addresses {2}new/);
	answerDns(session);
	t.regex(session.screen(), /js4\.company\.com +SSL +3 addresses, no IP {2}new/);
});

test('the review names the added servers whose addresses nobody knows, a hundred of them in one warning', async t => {
	const session = await openProfile(group);
	session.paste('js3.company.com\njs4.company.com\n');
	answerDns(session);
	session.press('ctrl+r');
	t.regex(session.screen(), /! no IP address is known for js3\.company\.com, js4\.company\.com/);
	session.press('escape');
	session.paste(Array.from({length: 98}, (_, index) => `srv${index}.company.com`).join('\n'));
	answerDns(session);
	session.press('ctrl+r');
	t.regex(session.screen(), /srv0\.company\.com and 97 more/);
});

test('rows of a table are servers with their addresses, whatever separates them, and the heading is none', async t => {
	const session = await openProfile(group);
	session.paste(
		'Name\tIP\njs3.company.com\t10.1.1.1\njs4.company.com; 10.1.1.2; 10.2.1.2\n10.1.1.5,js5,js5.company.com\n',
	);
	t.deepEqual(names(session)?.slice(3), ['js3.company.com', 'js4.company.com', 'js5.company.com']);
	t.deepEqual(namesOf(session, 3), ['js3.company.com', 'js3', 'print.company.com', '10.1.1.1']);
	t.deepEqual(namesOf(session, 4)?.slice(-2), ['10.1.1.2', '10.2.1.2']);
	t.deepEqual(namesOf(session, 5), ['js5.company.com', 'js5', 'print.company.com', '10.1.1.5']);
	t.regex(session.screen(), /3 new, with 4 IP addresses, the heading left out/);
	// What was pasted with it is what it has.
	t.deepEqual(asked(session), []);
	session.press('ctrl+r');
	t.is(currentScreen(session.state()).screen, 'review');
});

test('addresses of a server that is there already go into its list', async t => {
	const session = await openProfile(group);
	session.paste('js1.company.com\t192.0.2.11\njs2.company.com\t10.1.1.2\n');
	t.deepEqual(names(session), ['Signing', 'js1.company.com', 'js2.company.com']);
	t.deepEqual(namesOf(session, 1)?.length, 4);
	t.is(namesOf(session, 2)?.at(-1), '10.1.1.2');
	t.regex(session.screen(), /0 new, 2 already there, with 2 IP addresses/);
});

test('several names in one line are several servers, and an address there belongs to none', async t => {
	const session = await openProfile(group);
	session.paste('js3.company.com js4.company.com, js5.company.com\njs6.company.com js7.company.com 10.1.1.6');
	t.is(names(session)?.length, 8);
	t.regex(session.screen(), /5 new, no name of a server: 10\.1\.1\.6/);
});

test('a row of a table that an old console types is a row, too', async t => {
	const session = await openProfile(group);
	session.read('js3.company.com\t10.1.1.1\r');
	t.deepEqual(names(session)?.at(-1), 'js3.company.com');
	t.is(namesOf(session, 3)?.at(-1), '10.1.1.1');
});

test('the review waits for DNS, says for how many servers, and opens by itself', async t => {
	const session = await openProfile(group);
	session.paste('js3.company.com\njs4.company.com\n');
	t.regex(session.screen(), /2 new/);
	session.press('up', 'down', 'ctrl+r');
	t.regex(session.screen(), /waiting for DNS: 2 of 5 servers; the review opens by itself/);
	const [, , , third, fourth] = session.state().job?.drafts ?? [];
	const found = (draft: Draft | undefined, ...found: readonly string[]) =>
		session.send({
			type: 'names-found',
			draft: draft?.id ?? 0,
			asked: null,
			argument: draft === undefined ? '' : listName(draft),
			names: found,
			origin: 'DNS',
			from: 'DNS',
			problems: [],
			needsPassword: false,
		});
	found(third, '192.0.2.13');
	t.regex(session.screen(), /waiting for DNS: 1 of 5 servers/);
	t.is(currentScreen(session.state()).screen, 'batch');
	found(fourth);
	t.is(currentScreen(session.state()).screen, 'review');
	t.deepEqual(namesOf(session, 3)?.at(-1), '192.0.2.13');
});

test('a key while the review waits for DNS takes it back, and DNS may answer on another screen', async t => {
	const session = await openProfile(group);
	session.paste('js3.company.com\njs4.company.com\n');
	session.press('ctrl+r', 'up', 'enter');
	answerDns(session, '192.0.2.13');
	t.is(currentScreen(session.state()).screen, 'certificate');
	session.press('ctrl+r');
	t.is(currentScreen(session.state()).screen, 'review');
	t.is(namesOf(session, 3)?.at(-1), '192.0.2.13');
});

test('a server that was taken out while DNS was asked is asked for again when it comes back', async t => {
	const session = await openProfile(group);
	session.paste('js3.company.com\njs4.company.com\n');
	session.press('up', 'delete');
	answerDns(session, '192.0.2.13');
	session.press('ctrl+_');
	t.deepEqual(
		asked(session).map(each => each.argument),
		['js3.company.com', 'js4.company.com', 'js4.company.com'],
	);
	session.press('ctrl+r');
	t.regex(session.screen(), /waiting for DNS: 1 of 5 servers/);
	answerDns(session);
	t.is(currentScreen(session.state()).screen, 'review');
});

test('addresses that DNS knows of the old name do not go to the server that was renamed meanwhile', async t => {
	const session = await openProfile(group);
	session.paste('js3.company.com\n');
	session.press('up', 'ctrl+e', 'ctrl+u');
	session.type('js4.company.com');
	session.press('enter');
	const draft = session.state().job?.drafts[3];
	if (draft === undefined) return t.fail();
	t.is(listName(draft), 'js4.company.com');
	const answer = {origin: 'DNS', from: 'DNS', problems: [], needsPassword: false} as const;
	for (const [argument, address] of [
		['js4.company.com', '192.0.2.14'],
		['js3.company.com', '192.0.2.13'],
	] as const)
		session.send({type: 'names-found', asked: null, draft: draft.id, argument, names: [address], ...answer});
	t.deepEqual(namesOf(session, 3), ['js4.company.com', 'js4', 'print.company.com', '192.0.2.14']);
});

test('typing in the list begins the name of another server, Enter adds it, Ctrl+_ takes it back', async t => {
	const session = await openProfile(group);
	session.type('js9.company.com');
	t.regex(session.screen(), /› \+ js9\.company\.com/);
	session.press('enter');
	t.deepEqual(names(session)?.at(-1), 'js9.company.com');
	session.press('up', 'ctrl+_');
	t.is(names(session)?.length, 3);
	session.press('ctrl+_');
	t.regex(session.screen(), /nothing was changed in the list/);
});

test('what is half typed is taken before the review, and a wrong name is said', async t => {
	const session = await openProfile(group);
	session.type('js9.company.com');
	session.press('ctrl+r');
	t.is(names(session)?.length, 4);
	answerDns(session);
	t.is(currentScreen(session.state()).screen, 'review');
	session.press('escape');
	session.type('*.company.com');
	session.press('enter');
	t.regex(session.screen(), /\*\.company\.com is no name of a server/);
	t.regex(session.screen(), /› \+ \*\.company\.com/);
});

for (const [typed, wrong] of [
	['*.company.com', '*.company.com'],
	['js9.company.com *.company.com', '*.company.com'],
	['js9 .company.com', '.company.com'],
] as const)
	test(`"${typed}" names not one server: it stays in its line, and is in the way of the review`, async t => {
		const session = await openProfile(group);
		session.type(typed);
		session.press('up', 'ctrl+r');
		t.is(names(session)?.length, 3);
		t.is(currentScreen(session.state()).screen, 'batch');
		t.true(session.screen().includes(`Ctrl+R: ${wrong} is no name of a server`));
		t.true(session.screen().includes(`› + ${typed}`));
		session.press('ctrl+u', 'ctrl+r');
		t.is(currentScreen(session.state()).screen, 'review');
	});

test('a new name that is in the list already is not taken', async t => {
	const session = await openProfile(group);
	session.press('down', 'ctrl+e', 'ctrl+u');
	session.type('JS2.company.com');
	session.press('enter');
	t.regex(session.screen(), /js2\.company\.com is in the list already/);
	t.deepEqual(names(session), ['Signing', 'js1.company.com', 'js2.company.com']);
});

test('the changes of the list can be taken back also after it was left and opened again', async t => {
	const session = await openProfile(group);
	session.press('down', 'delete');
	t.is(names(session)?.length, 2);
	session.press('escape');
	reopen(session, {file: '/p.yaml'});
	session.press('down', 'ctrl+_');
	t.is(names(session)?.length, 3);
});

test('a new name that is none, or two, is not taken; the review does not open over it', async t => {
	const session = await openProfile(group);
	session.press('down', 'ctrl+e', 'ctrl+u');
	session.type('a.company.com b.company.com');
	session.press('ctrl+r');
	t.is(currentScreen(session.state()).screen, 'batch');
	t.regex(session.screen(), /a\.company\.com b\.company\.com is not the name of one server/);
	t.deepEqual(names(session), ['Signing', 'js1.company.com', 'js2.company.com']);
});

test('Del takes the chosen one out, Ctrl+_ brings it back with what was changed in it; the last one stays', async t => {
	const session = await openProfile(group);
	session.press('down', 'enter');
	session.paste('x.company.com y.company.com');
	session.press('escape', 'delete');
	t.deepEqual(names(session), ['Signing', 'js2.company.com']);
	t.regex(session.screen(), /js1\.company\.com is taken out; Ctrl\+_ brings it back/);
	t.regex(session.screen(), /profile p, changed/);
	session.press('ctrl+_');
	t.deepEqual(names(session), ['Signing', 'js1.company.com', 'js2.company.com']);
	t.true(namesOf(session, 1)?.includes('x.company.com'));
	session.press('delete', 'delete', 'delete');
	t.is(names(session)?.length, 1);
	t.regex(session.screen(), /Del: the last certificate stays/);
});

test('Ctrl+E gives a server another name, and everything that had the old one follows', async t => {
	const session = await openProfile(group);
	session.press('down', 'ctrl+e');
	t.regex(session.screen(), /› +js1\.company\.com/);
	session.press('ctrl+u');
	session.type('print7.other.org');
	session.press('enter');
	t.deepEqual(names(session), ['Signing', 'print7.other.org', 'js2.company.com']);
	t.deepEqual(namesOf(session, 1), ['print7.other.org', 'print7', 'print.company.com']);
	t.is(session.state().job?.drafts[1]?.outlook.plan?.friendlyName, 'SafeQ print7.other.org');
	t.is(asked(session).at(-1)?.argument, 'print7.other.org');
	session.press('ctrl+_');
	t.deepEqual(namesOf(session, 1), ['js1.company.com', 'js1', 'print.company.com', '192.0.2.11']);
	session.press('up', 'ctrl+e');
	t.regex(session.screen(), /Ctrl\+E: this certificate is not for a server/);
});

test('Esc leaves a name that is being changed as it was', async t => {
	const session = await openProfile(group);
	session.press('down', 'ctrl+e');
	session.type('x');
	session.press('escape');
	t.deepEqual(names(session), ['Signing', 'js1.company.com', 'js2.company.com']);
	t.is(currentScreen(session.state()).screen, 'batch');
});

test("one's own servers take the place of the examples that shipped, and Ctrl+_ brings those back", async t => {
	const session = await openShipped();
	t.regex(session.screen(), /js1\.company\.com +SSL +4 addresses {2}example/);
	session.paste('a.corp.net b.corp.net');
	t.deepEqual(names(session), ['Signing', 'a.corp.net', 'b.corp.net']);
	t.regex(session.screen(), /2 new in place of the 2 examples; Ctrl\+_ takes it back/);
	session.press('up', 'ctrl+_');
	t.deepEqual(names(session), ['Signing', 'js1.company.com', 'js2.company.com']);
});

test('a server of a profile with placeholders is looked up, as if it had been named at the start', async t => {
	const session = await openProfile(sslProfile);
	reopen(session, {file: '/q.yaml'}, ['a.company.com', 'b.company.com']);
	session.type('c.company.com');
	session.press('enter');
	const looked = session.effects().filter(each => each.effect === 'find-server');
	t.deepEqual(
		looked.map(each => each.name),
		['a.company.com', 'b.company.com', 'c.company.com'],
	);
});

test('below the list stands what belongs there, and why the review is off', async t => {
	const session = await openProfile(group);
	t.regex(session.screen(), /Enter opens it; type or paste to add servers/);
	session.press('down', 'enter');
	session.paste('10.0.0.300 x.company.com');
	session.press('escape');
	t.regex(session.screen(), /x "10\.0\.0\.300"[\s\S]*before the review: js1\.company\.com: mend the error/);
	session.press('ctrl+r');
	t.regex(session.screen(), /Ctrl\+R: js1\.company\.com: mend the error/);
});

async function saved(t: ExecutionContext, session: Session, text: string, ...keys: readonly string[]) {
	const cwd = await mkdtemp(path.join(os.tmpdir(), 'ui-batch-'));
	t.teardown(() => rm(cwd, {recursive: true}));
	await writeFiles(cwd, {'p.yaml': text});
	session.press('ctrl+p', ...keys);
	const effect = session.effects().findLast(each => each.effect === 'compare-profile');
	if (effect === undefined) throw new Error('nothing was compared');
	const profile = {...effect.job.profile, file: path.join(cwd, 'p.yaml')};
	session.send(await compareProfile(servicesIn(cwd), {...effect, job: {...effect.job, profile}}));
	session.press('enter');
	const save = session.effects().findLast(each => each.effect === 'save-profile');
	if (save === undefined) throw new Error(session.screen());
	session.send(await saveProfile(save));
	return readFile(save.file, 'utf8');
}

test('a saved profile has the list as it is: comments stay, what is shared is written once', async t => {
	const session = await openProfile(group);
	session.press('down', 'down', 'delete');
	session.paste('js3.company.com\njs4.company.com\n');
	const text = await saved(t, session, group, 'enter');
	t.is(
		text,
		`# our group
kind: ssl
friendlyName: "SafeQ {commonName}"
certificates:
  - kind: signing # one for all
    subject: YSoft SafeQ
    friendlyName: Signing

  # the first one
  - subject: js1.company.com
    subjectAlternativeNames: [js1.company.com, js1, print.company.com, 192.0.2.11] # with its address
  - subject: js3.company.com
    subjectAlternativeNames:
      - js3.company.com
      - js3
      - print.company.com
  - subject: js4.company.com
    subjectAlternativeNames:
      - js4.company.com
      - js4
      - print.company.com
`,
	);
	answerDns(session);
	t.notRegex(session.screen(), /changed/);
	t.regex(session.screen(), /js4\.company\.com +SSL +3 addresses, no IP/);
	const {profile} = await loadProfile('/p.yaml', folders, memoryDisk({'/p.yaml': text}));
	t.is(profile?.entries.length, 4);
});

test('several servers of one entry are saved to a new profile that names each', async t => {
	const session = await openProfile(sslProfile);
	reopen(session, {file: '/q.yaml'}, ['a.company.com', 'b.company.com']);
	for (const [index, name] of ['a', 'b'].entries())
		session.send({
			type: 'server-found',
			draft: session.state().job?.drafts[index]?.id ?? 0,
			asked: `${name}.company.com`,
			server: {
				fqdn: `${name}.company.com`,
				hostname: name,
				addresses: [{address: `10.0.0.${index + 1}`, adapter: null}],
				isThisComputer: false,
			},
			problems: [],
		});
	session.press('ctrl+p');
	t.regex(session.screen(), /the profile itself: several servers share one entry/);
	session.press('escape');
	const text = await saved(t, session, sslProfile, 'enter', 'enter');
	t.regex(
		text,
		/subject: a\.company\.com\n[\s\S]*- a\.company\.com\n +- a\n +- 10\.0\.0\.1\n[\s\S]*subject: b\.company\.com/,
	);
	t.notRegex(text, /\{fqdn\}/);
});

test('what is installed by hand is a step for each server, so that none gets the keys of another', async t => {
	const session = await openProfile(group);
	const steps = joinedSteps([0, 1, 2].map(index => outcomeOf(session, index, 'created')));
	const byHand = steps.filter(({title}) => title.startsWith('Or install it by hand'));
	t.deepEqual(
		byHand.map(({title, commands}) => [
			title,
			commands.filter(each => each.startsWith('Import-PfxCertificate')).length,
		]),
		[
			['Or install it by hand (elevated PowerShell on every Job Service)', 1],
			['Or install it by hand (elevated PowerShell on js1.company.com)', 1],
			['Or install it by hand (elevated PowerShell on js2.company.com)', 1],
		],
	);
	const titles = steps.map(each => each.title);
	t.is(titles.filter(each => each.startsWith('Trust it on a Windows client')).length, 1);
	t.is(new Set(titles).size, titles.length);
});
