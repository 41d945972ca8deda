// The certificate screen: the server, the fields, the key in the background, the way to the review.
import {generateKeyPairSync} from 'node:crypto';
import test from 'ava';
import type {MadeAhead} from '../../source/ui/model/job.js';
import {currentScreen} from '../../source/ui/model/state.js';
import {error} from '../../source/problem/problem.js';
import {js1, openForServer, openProfile, openSession, type Session, sslProfile} from './session.js';

function madeAhead(type: MadeAhead['type'], serialNumber: string): MadeAhead {
	const keyPair = generateKeyPairSync('ec', {namedCurve: 'P-256'});
	const made = {keyPair, serialNumber: Buffer.from(serialNumber, 'hex')};
	return {type, made, serialNumber, subjectKeyIdentifier: '00'.repeat(20)};
}

test('a profile with placeholders asks first for which server it is', async t => {
	const session = await openProfile(sslProfile);
	const screen = currentScreen(session.state());
	t.is(screen.screen === 'certificate' && screen.stop, 'server');
	session.press('ctrl+r');
	t.regex(session.screen(), /first say for which server it is/);
});

test('a named server is looked up in the background, and its names are there at once', async t => {
	const session = await openProfile(sslProfile);
	session.type('js1.company.com');
	session.press('enter');
	t.deepEqual(
		session.effects().filter(each => each.effect === 'find-server'),
		[{effect: 'find-server', draft: 1, name: 'js1.company.com', wantsAddresses: true}],
	);
	t.deepEqual(session.list().slice(0, 2), ['js1.company.com DNS', 'js1 DNS']);
	session.press('ctrl+r');
	t.regex(session.screen(), /the server is still looked up/);
});

test('a late answer for a server that is not asked for any more changes nothing', async t => {
	const session = await openProfile(sslProfile);
	session.type('js2.company.com');
	session.press('enter');
	session.send({type: 'server-found', draft: 1, asked: 'js1.company.com', server: js1, problems: []});
	t.is(session.draft().server.server?.fqdn, 'js2.company.com');
	t.is(session.draft().server.status, 'looking');
});

test('who chooses this computer while a name is looked up gets this computer', async t => {
	const session = await openProfile(sslProfile);
	session.read('js1.nowhere.invalid\t \t');
	const unknown = error('server-unknown', 'DNS does not know it');
	session.send({
		type: 'server-found',
		draft: 1,
		asked: 'js1.nowhere.invalid',
		server: null,
		problems: [unknown],
	});
	const server = {...js1, fqdn: 'admin-pc.company.com', hostname: 'admin-pc', isThisComputer: true};
	session.send({type: 'server-found', draft: 1, asked: '', server, problems: []});
	t.is(session.draft().server.server?.fqdn, 'admin-pc.company.com');
	t.deepEqual(session.draft().server.problems, []);
});

test('a pasted URL in the server field becomes its host', async t => {
	const session = await openProfile(sslProfile);
	session.paste('https://js1.company.com:5000/');
	session.press('enter');
	t.is(session.draft().server.asked, 'js1.company.com');
});

async function openUnknownServer(columns = 80, rows = 24): Promise<Session> {
	const session = await openProfile(sslProfile, columns, rows);
	session.type('js1.company.com');
	session.press('enter');
	session.send({
		type: 'server-found',
		draft: 1,
		asked: 'js1.company.com',
		server: null,
		problems: [error('server-unknown', 'DNS does not know "js1.company.com"')],
	});
	return session;
}

test('a server that DNS does not know keeps its names, and {addresses} waits to be mended', async t => {
	const session = await openUnknownServer();
	t.deepEqual(session.list(), ['js1.company.com DNS', 'js1 DNS', '{addresses} x']);
	t.regex(session.screen(), /! For server/);
	t.regex(session.screen(), /x {2}\{addresses\} +remove it and paste its IPs/);
	session.press('down', 'down', 'down', 'up', 'delete');
	t.deepEqual(session.list(), ['js1.company.com DNS', 'js1 DNS']);
	t.not(session.draft().outlook.plan, null);
});

test('Ctrl+R goes from one wrong address to the next, and after the last to the first', async t => {
	const session = await openForServer();
	session.paste('10.0.0.300\na.company.com\n10.0.0.301\n');
	const chosen = () => {
		session.press('ctrl+r');
		const {addresses, outlook} = session.draft();
		return outlook.rows[addresses.selected]?.shown;
	};
	t.deepEqual([chosen(), chosen(), chosen()], ['10.0.0.300', '10.0.0.301', '10.0.0.300']);
	session.press('shift+tab', 'shift+tab');
	t.is(chosen(), '10.0.0.300');
});

test('Ctrl+R goes to what is in the way, and Del is enough where addresses were pasted already', async t => {
	const session = await openUnknownServer();
	session.paste('10.0.0.1\n10.0.0.2');
	session.press('tab', 'tab', 'ctrl+r');
	const {addresses, outlook} = session.draft();
	t.is(outlook.rows[addresses.selected]?.shown, '{addresses}');
	t.regex(session.screen(), /Ctrl\+R: mend the error that is marked x/);
	session.press('delete', 'ctrl+r');
	t.is(currentScreen(session.state()).screen, 'review');
});

test('Ctrl+R goes to the field that is in the way, whichever it is', async t => {
	const stop = (session: Session) => {
		const screen = currentScreen(session.state());
		return screen.screen === 'certificate' ? screen.stop : null;
	};
	const waiting = await openProfile(sslProfile);
	waiting.press('tab', 'tab', 'ctrl+r');
	t.is(stop(waiting), 'server');
	const session = await openForServer();
	session.type('10.0.0.300');
	session.press('ctrl+r');
	t.is(stop(session), 'addresses');
	t.regex(session.screen(), /›x +10\.0\.0\.300/);
	session.press('delete', 'tab', 'tab', 'ctrl+u');
	session.type('Q=1');
	session.press('tab', 'ctrl+r');
	t.is(stop(session), 'subject');
	session.press('ctrl+u');
	session.type('js1');
	session.press('tab', 'tab', 'tab', 'tab', 'tab', 'ctrl+u', 'tab', 'ctrl+r');
	t.is(stop(session), 'folder');
	session.type('/certs');
	session.press('tab', 'tab');
	session.type('long enough for all of them');
	session.press('shift+tab', 'ctrl+r');
	t.is(stop(session), 'again');
});

test('what is no name of a server gives no names, and is in the way', async t => {
	const session = await openProfile(sslProfile);
	session.type('10.0.0.1');
	session.press('enter');
	const problems = [error('usage', '--for wants the name of a server, and "10.0.0.1" is none')];
	session.send({type: 'server-found', draft: 1, asked: '10.0.0.1', server: null, problems});
	t.is(session.draft().server.server, null);
	t.regex(session.screen(), /x For server +10\.0\.0\.1/);
	session.press('ctrl+r');
	t.regex(session.screen(), /first say for which server it is/);
});

test('this computer is a choice, never a default', async t => {
	const session = await openProfile(sslProfile);
	session.press('enter');
	t.false(session.effects().some(each => each.effect === 'use-this-computer'));
	session.press('enter');
	t.false(session.effects().some(each => each.effect === 'use-this-computer'));
	session.press('shift+tab', 'space');
	t.true(session.effects().some(each => each.effect === 'use-this-computer'));
});

test('the key is made as soon as the screen opens, and again when its type changes', async t => {
	const session = await openForServer();
	const keys = () => session.effects().flatMap(each => (each.effect === 'make-key' ? [each.key] : []));
	t.is(keys()[0], 'rsa-2048');
	session.send({type: 'key-made', draft: 1, madeAhead: madeAhead('rsa-2048', '4C1F')});
	const before = keys().length;
	session.press('tab', 'tab', 'tab', 'tab', 'right');
	t.deepEqual(keys().slice(before), ['rsa-3072']);
	t.is(session.draft().madeAhead, null);
	session.send({type: 'key-made', draft: 1, madeAhead: madeAhead('rsa-2048', '4C1F')});
	t.is(session.draft().madeAhead, null);
});

test('serial number and key of the preview are those that are written', async t => {
	const session = await openForServer(120, 40);
	const ahead = madeAhead('rsa-2048', '4C1FAABB');
	session.send({type: 'key-made', draft: 1, madeAhead: ahead});
	t.regex(session.screen(), /Serial number +4c1faabb/);
	session.press('ctrl+r');
	session.send({type: 'targets-found', targets: [], problems: [], now: new Date()});
	session.press('enter');
	const written = session.effects().find(each => each.effect === 'write');
	t.is(written?.orders[0]?.made, ahead.made);
});

test('a field is judged after a pause, and what changed is counted for the title', async t => {
	const session = await openForServer();
	session.press('tab', 'tab', 'ctrl+u');
	session.type('CN=x, Q=1');
	t.is(session.draft().outlook.problems.filter(each => each.severity === 'error').length, 0);
	const {changes} = session.draft();
	session.send({type: 'paused', draft: 1, changes});
	t.regex(session.screen(), /x Subject|›x Subject/);
	t.regex(session.screen(), /changed/);
});

test('a validity can be a period or dates', async t => {
	const session = await openForServer();
	session.press('tab', 'tab', 'tab', 'ctrl+u');
	session.type('until 2027-06-30');
	session.press('tab');
	t.is(session.draft().outlook.plan?.notAfter.toISOString(), '2027-06-30T23:59:59.000Z');
});

test('a text with several lines goes into no field, and says why', async t => {
	const session = await openForServer();
	session.press('tab');
	session.paste('one\ntwo');
	t.regex(session.state().notice?.text ?? '', /takes one/);
	t.is(session.draft().texts.friendlyName.text, 'YSoft SafeQ SSL {commonName}');
	session.paste('!\n');
	t.is(session.draft().texts.friendlyName.text, 'YSoft SafeQ SSL {commonName}!');
});

test('Ctrl+_ takes back what was typed in a field, in the password too', async t => {
	const session = await openForServer();
	session.press('tab', 'ctrl+u');
	session.type('x');
	session.press('ctrl+_', 'ctrl+_');
	t.is(session.draft().texts.friendlyName.text, 'YSoft SafeQ SSL {commonName}');
	session.press('tab', 'tab', 'tab', 'tab', 'tab', 'tab', 'tab', 'tab');
	session.type('s3cret');
	session.press('ctrl+w', 'ctrl+_');
	t.is(session.state().job?.password.typed.reveal(), 's3cret');
});

test('Esc goes back and loses nothing', async t => {
	const session = await openForServer();
	session.type('half.typed.com');
	session.press('escape');
	t.is(currentScreen(session.state()).screen, 'certificate');
	t.regex(session.screen(), /\+ half\.typed\.com[\s\S]*not added: Enter adds it; Esc goes back and keeps it/);
	session.press('escape');
	t.is(currentScreen(session.state()).screen, 'start');
	t.is(session.state().job?.drafts[0]?.addresses.draft.text, 'half.typed.com');
	t.is(session.state().job?.drafts[0]?.outlook.rows.length, 3);
});

test('the signing certificate offers no ECDSA key: tokens are signed with RS256', async t => {
	const session = await openProfile('kind: signing\nsubject: YSoft SafeQ\nfriendlyName: Signing\n');
	t.false(session.screen().includes('P-256'));
	t.true(session.screen().includes('4096'));
});

test('"will it work" says why not, and Enter adds what is missing', async t => {
	const session = await openForServer();
	session.paste('*.print.company.com');
	session.press('enter', 'ctrl+t');
	session.type('a.b.print.company.com');
	t.regex(session.screen(), /no: .*one label only/);
	session.press('enter');
	t.is(session.list().at(-1), 'a.b.print.company.com DNS');
	session.press('ctrl+t');
	session.type('x.print.company.com');
	t.regex(session.screen(), /yes, \*\.print\.company\.com covers it/);
});

test('the footer of "will it work" offers to add only what is missing', async t => {
	const session = await openForServer();
	const footer = () => session.screen().split('\n').at(-1) ?? '';
	session.press('ctrl+t');
	t.notRegex(footer(), /Enter/);
	session.type('js1.company.com');
	t.notRegex(footer(), /Enter/);
	session.press('enter');
	t.regex(session.screen(), /js1\.company\.com covers it already/);
	session.press('ctrl+u');
	session.type('admin@company.com');
	t.regex(session.screen(), /no: "admin@company\.com" is not in the SAN/);
	t.regex(footer(), /^ Enter add /);
	session.press('enter');
	t.is(session.list().at(-1), 'admin@company.com e-mail');
});

test('the preview keeps every other value while one is wrong', async t => {
	const session = await openForServer(120, 40);
	session.press('tab', 'ctrl+u');
	session.type('x'.repeat(5000));
	session.press('tab', 'tab');
	t.regex(session.screen(), /x Friendly name/);
	t.is(session.draft().outlook.plan, null);
	t.regex(session.screen(), /Subject +js1\.company\.com/);
	t.regex(session.screen(), /as it would be without what is marked x/);
});

test('Ctrl+C leaves at once, but with unsaved changes only after a second press', async t => {
	const session = await openForServer();
	session.press('ctrl+c');
	t.is(session.state().exitCode, 0);
	const changed = await openForServer();
	changed.paste('a.company.com b.company.com');
	changed.press('ctrl+c');
	t.is(changed.state().exitCode, null);
	t.regex(changed.screen(), /unsaved changes/);
	changed.press('ctrl+c');
	t.is(changed.state().exitCode, 0);
});

test('another key between the two Ctrl+C takes the first one back', async t => {
	const session = await openForServer();
	session.paste('a.company.com b.company.com');
	session.press('ctrl+c', 'up', 'ctrl+c');
	t.is(session.state().exitCode, null);
});

test('several lines pasted at the server, or on the first screen, are told where they go', async t => {
	const session = await openForServer();
	session.press('shift+tab', 'shift+tab');
	session.paste('a.company.com\nb.company.com\n');
	t.regex(session.screen(), /several lines were pasted: Tab to the list of addresses/);
	const start = openSession();
	start.paste('a.company.com\nb.company.com\n');
	t.regex(start.screen(), /several lines were pasted: open a task first/);
});

test('a placeholder of a server that is typed asks for the server, and is never shown as what it was before', async t => {
	const session = await openProfile('kind: signing\nsubject: YSoft SafeQ\nfriendlyName: Signing\n');
	t.notRegex(session.screen(), /For server/);
	session.press('tab', 'ctrl+u');
	session.type('{fqdn}');
	session.press('tab');
	t.regex(session.screen(), /For server/);
	t.regex(session.screen(), /Subject +\{fqdn\}/);
	session.press('ctrl+r');
	t.regex(session.screen(), /first say for which server it is/);
	t.regex(session.screen(), /› {2}For server/);
});

test('a period that is wrong has no end beside it', async t => {
	const session = await openForServer();
	session.press('tab', 'tab', 'tab');
	t.regex(session.screen(), /Valid +730 days +to 20\d\d-/);
	session.press('ctrl+u');
	session.type('0 days');
	session.press('tab');
	t.regex(session.screen(), /x Valid +0 days/);
	t.notRegex(session.screen(), /Valid +0 days.* to 20\d\d/);
});

test('the reason why a very long name is wrong can be read', async t => {
	const session = await openForServer(80, 24);
	session.type(`${'a'.repeat(300)}.company.com`);
	session.press('enter', 'up');
	t.regex(session.screen(), /"a+…a*…" is not a DNS name: a part/);
});
