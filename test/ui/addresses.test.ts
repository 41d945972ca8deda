// The list of addresses: typing, pasting, mending, removing, undoing.
import test from 'ava';
import {currentScreen} from '../../source/ui/model/state.js';
import {view} from '../../source/ui/view.js';
import {openForServer, openProfile, type Session, sslProfile} from './session.js';

test('placeholders become the names and addresses of the server, each with its kind', async t => {
	const session = await openForServer();
	t.deepEqual(session.list(), ['js1.company.com DNS', 'js1 DNS', '10.20.1.11 IP']);
});

test('typing in the list starts an entry, wherever the choice is', async t => {
	const session = await openForServer();
	session.press('down');
	session.type('printsrv.company.com');
	session.press('enter');
	t.is(session.list().at(-1), 'printsrv.company.com DNS');
});

test('every entry has its recognised kind', async t => {
	const session = await openForServer();
	session.paste('*.company.com\nfd00::2\nemail:admin@company.com\nuri:https://js1.company.com/x');
	t.deepEqual(session.list().slice(3), [
		'*.company.com wildcard',
		'fd00::2 IP',
		'admin@company.com e-mail',
		'https://js1.company.com/x URI',
	]);
});

for (const [name, separator] of [
	['lines', '\n'],
	['Windows lines', '\r\n'],
	['commas', ', '],
	['semicolons', ';'],
	['tabs', '\t'],
	['spaces', ' '],
] as const)
	test(`a paste separated by ${name} adds all entries at once`, async t => {
		const session = await openForServer();
		session.paste(['a.company.com', '10.0.0.1', 'b.company.com'].join(separator));
		t.deepEqual(session.list().slice(3), ['a.company.com DNS', '10.0.0.1 IP', 'b.company.com DNS']);
	});

test('a paste says how many entries were new, doubled and wrong, and keeps the wrong ones', async t => {
	const session = await openForServer();
	session.paste('a.company.com\nJS1.company.com\n10.20.1.300\n0010.1.1.1');
	t.is(session.state().notice?.text, 'pasted: 1 new, 1 already there, 2 wrong: marked x, Ctrl+R goes there');
	t.deepEqual(session.list().slice(3), ['a.company.com DNS', '10.20.1.300 x', '0010.1.1.1 x']);
});

test('what stands twice in one paste is counted as doubled', async t => {
	const session = await openForServer();
	session.paste('a.company.com\nA.company.com\nb.company.com\na.company.com');
	t.is(session.state().notice?.text, 'pasted: 2 new, 2 already there');
	session.paste('10.0.0.300\n10.0.0.300');
	t.regex(session.state().notice?.text ?? '', /^pasted: 0 new, 1 already there, 1 wrong/);
});

test('the heading and the comments of a pasted table are left out, and it is said', async t => {
	const session = await openForServer();
	session.paste('Name\tAddress\r\n# Prague\r\nprint1\t10.0.0.1\r\n');
	t.deepEqual(session.list().slice(3), ['print1 DNS', '10.0.0.1 IP']);
	t.is(session.state().notice?.text, 'pasted: 2 new, the heading and 1 comment left out');
});

test('what waits in the line becomes an entry of its own when a list is pasted', async t => {
	const session = await openForServer();
	session.type('a.company.com');
	session.paste('b.company.com\nc.company.com');
	t.deepEqual(session.list().slice(3), ['a.company.com DNS', 'b.company.com DNS', 'c.company.com DNS']);
	session.type('d.company.com');
	session.read('e.company.com\rf.company.com\r');
	t.deepEqual(session.list().slice(6), ['d.company.com DNS', 'e.company.com DNS', 'f.company.com DNS']);
});

test('a tab ends an entry of an unbracketed paste as a line end does', async t => {
	const session = await openForServer();
	session.read('a.company.com\rb.company.com\t');
	t.deepEqual(session.list().slice(3), ['a.company.com DNS', 'b.company.com DNS']);
	t.is(session.draft().addresses.draft.text, '');
});

test('a single piece that is pasted goes into the line where the cursor is', async t => {
	const session = await openForServer();
	session.type('js.company.com');
	session.press('home', 'right', 'right');
	session.paste('7');
	t.is(session.draft().addresses.draft.text, 'js7.company.com');
});

test('an address that is written in another way is doubled', async t => {
	const session = await openForServer();
	session.paste('::1\n0:0:0:0:0:0:0:1');
	t.regex(session.state().notice?.text ?? '', /^pasted: 1 new, 1 already there/);
});

test('URLs and host:port become their host, and it is said', async t => {
	const session = await openForServer();
	session.paste('https://js2.company.com:5000/x\njs3.company.com:443');
	t.deepEqual(session.list().slice(3), ['js2.company.com DNS', 'js3.company.com DNS']);
	t.regex(session.state().notice?.text ?? '', /2 shortened to the host/);
});

test('a wrong entry is mended in place', async t => {
	const session = await openForServer();
	session.paste('10.20.1.300\nb.company.com');
	t.is(session.draft().outlook.plan, null);
	session.press('up', 'up', 'enter', 'backspace', 'enter');
	t.deepEqual(session.list().slice(3), ['10.20.1.30 IP', 'b.company.com DNS']);
	t.not(session.draft().outlook.plan, null);
});

test('the preview stays, without the wrong entry, while it is mended', async t => {
	const session = await openForServer(120, 40);
	session.paste('10.20.1.300');
	session.press('enter');
	const {outlook} = session.draft();
	t.is(outlook.plan, null);
	t.is(outlook.preview?.friendlyName, 'YSoft SafeQ SSL js1.company.com');
	t.regex(session.screen(), /DNS Name=js1.company.com/);
});

test('an entry is judged when it is left, not while it is typed', async t => {
	const session = await openForServer();
	session.type('10.20.1.');
	t.is(session.list().length, 3);
	t.false(session.screen().includes(' x '));
	session.press('tab');
	t.is(session.list().at(-1), '10.20.1. x');
});

test('Del removes an entry, and Ctrl+_ brings it back', async t => {
	const session = await openForServer();
	session.paste('a.company.com b.company.com');
	session.press('up', 'delete');
	t.deepEqual(session.list().slice(3), ['a.company.com DNS']);
	session.press('ctrl+_');
	t.deepEqual(session.list().slice(3), ['a.company.com DNS', 'b.company.com DNS']);
});

test('removing one address of {addresses} keeps the others', async t => {
	const session = await openProfile(sslProfile);
	session.type('js1.company.com');
	session.press('enter');
	const addresses = ['10.0.0.1', '10.0.0.2', '10.0.0.3'].map(address => ({address, adapter: null}));
	const server = {fqdn: 'js1.company.com', hostname: 'js1', addresses, isThisComputer: false};
	session.send({type: 'server-found', draft: 1, asked: 'js1.company.com', server, problems: []});
	session.press('down', 'down', 'down', 'delete');
	t.deepEqual(session.list().slice(2), ['10.0.0.1 IP', '10.0.0.3 IP']);
});

test('an unbracketed paste keeps what stands behind its last line end in the line', async t => {
	const session = await openForServer();
	session.type('a.comp');
	session.paste('any.com\r\nb.comp', false);
	t.deepEqual(session.list().slice(3), ['a.company.com DNS']);
	t.is(session.draft().addresses.draft.text, 'b.comp');
	session.type('any.com');
	session.paste('\n', false);
	t.deepEqual(session.list().slice(3), ['a.company.com DNS', 'b.company.com DNS']);
});

test('a long paste that comes in parts is counted, and taken back, as one', async t => {
	const session = await openForServer();
	session.read('a.company.com\rb.company.com\rc.comp');
	session.paste('any.com\rb.company.com\r', false);
	session.paste('d.company', false);
	session.paste('.com\r10.0.0.300\r', false);
	t.deepEqual(session.list().slice(3), [
		'a.company.com DNS',
		'b.company.com DNS',
		'c.company.com DNS',
		'd.company.com DNS',
		'10.0.0.300 x',
	]);
	t.is(session.state().notice?.text, 'pasted: 4 new, 1 already there, 1 wrong: marked x, Ctrl+R goes there');
	session.press('ctrl+_');
	t.is(session.list().length, 3);
});

test('the filter shows only what holds the words, and Esc shows all again', async t => {
	const session = await openForServer();
	session.paste(Array.from({length: 50}, (_, index) => `host${index}.company.com`).join('\n'));
	session.press('ctrl+f');
	session.type('host17');
	t.regex(session.screen(), /1 of 53/);
	t.true(session.screen().includes('host17.company.com'));
	t.false(session.screen().includes('host18.company.com'));
	session.press('escape');
	t.regex(session.screen(), /of 53 {2}53 good/);
});

const hosts = (count: number) =>
	Array.from({length: count}, (_, index) => `host${index}.company.com`).join('\n');
const chosen = (session: Session) => {
	const {addresses, outlook} = session.draft();
	return outlook.rows[addresses.selected]?.shown ?? null;
};

test('Esc shows all entries again before it goes back, and the footer says so', async t => {
	const session = await openForServer();
	session.paste(hosts(50));
	session.press('ctrl+f');
	session.type('host17');
	session.press('enter');
	t.is(chosen(session), 'host17.company.com');
	t.regex(session.screen(), /Esc show all.*$/);
	session.press('escape');
	t.is(chosen(session), 'host17.company.com');
	t.regex(session.screen(), /of 53 {2}53 good/);
	session.press('escape');
	t.is(currentScreen(session.state()).screen, 'start');
});

test('the fields stay where they are while a filter shows less', async t => {
	const session = await openForServer();
	session.paste(hosts(50));
	const row = () =>
		session
			.screen()
			.split('\n')
			.findIndex(each => each.includes('Friendly name'));
	const before = row();
	session.press('ctrl+f');
	session.type('host17');
	t.is(row(), before);
	t.regex(session.screen(), /Shows only entries that hold this/);
});

test('a filter lasts as long as the list has the focus', async t => {
	const session = await openForServer();
	session.paste(hosts(50));
	session.press('ctrl+f');
	session.type('host17');
	session.press('enter', 'tab');
	t.is(session.draft().addresses.filter, null);
	t.regex(session.screen(), /of 53 {2}53 good/);
	session.press('escape');
	t.is(currentScreen(session.state()).screen, 'start');
});

test('how many entries are wrong stays in sight behind a filter', async t => {
	const session = await openForServer();
	session.paste(`${hosts(50)}\n10.0.0.300`);
	session.press('ctrl+f');
	session.type('host17');
	t.regex(session.screen(), /1 of 54, 1 to mend/);
});

test('the choice stays where it is while a filter shows it, and goes to the next one when it is removed', async t => {
	const session = await openForServer();
	session.paste('print1.company.com\nother.company.com\nprint2.company.com\nprint3.company.com');
	session.press('up', 'up');
	t.is(chosen(session), 'print2.company.com');
	session.press('ctrl+f');
	session.type('print');
	session.press('enter');
	t.is(chosen(session), 'print2.company.com');
	session.press('delete');
	t.is(chosen(session), 'print3.company.com');
	session.press('up');
	t.is(chosen(session), 'print1.company.com');
});

test('PgUp, PgDn, Home and End move in the list, also from the line for new entries', async t => {
	const session = await openForServer();
	session.paste(hosts(1000));
	session.press('home');
	t.is(chosen(session), 'js1.company.com');
	const seen = () => session.screen().match(/host\d+\.company\.com/g) ?? [];
	const before = seen();
	session.press('pagedown', 'pagedown');
	const after = seen();
	t.notDeepEqual(after, before);
	session.press('pageup', 'pageup');
	t.deepEqual(seen(), before);
	session.press('end');
	t.is(chosen(session), null);
	session.press('pageup');
	t.regex(chosen(session) ?? '', /^host99\d/);
	session.press('end');
	session.type('new.company.com');
	session.press('home');
	t.is(session.draft().addresses.draft.cursor, 0);
});

for (const [columns, rows] of [
	[60, 16],
	[80, 24],
	[120, 40],
] as const)
	test(`a page in the list passes by no entry in ${columns}x${rows}`, async t => {
		const session = await openForServer(columns, rows);
		session.paste(hosts(60));
		session.press('home');
		const seen = new Set<string>();
		for (let page = 0; page < 60; page++) {
			for (const [name] of session.screen().matchAll(/host\d+\.company\.com/g)) seen.add(name);
			session.press('pagedown');
		}
		t.is(seen.size, 60);
	});

test('Ctrl+D shows the details from the list, PgDn from every other field', async t => {
	const session = await openForServer();
	session.press('ctrl+d');
	t.is(session.state().sheet?.sheet, 'details');
	session.press('escape', 'tab', 'pagedown');
	t.is(session.state().sheet?.sheet, 'details');
});

test('Esc ends editing, and what was typed stays', async t => {
	const session = await openForServer();
	session.paste('10.20.1.300');
	session.press('up', 'enter');
	t.regex(session.screen(), /Enter accept {2}Esc end/);
	t.regex(session.screen(), /x .*10\.20\.1\.300.*not an IPv4/);
	session.press('backspace');
	t.regex(session.screen(), /not an IPv4/);
	session.press('escape');
	t.is(session.list().at(-1), '10.20.1.30 IP');
	t.is(chosen(session), '10.20.1.30');
	session.press('enter', 'ctrl+u', 'escape');
	t.is(session.list().at(-1), '10.20.1.30 IP');
});

test('Ctrl+_ takes back the typing first, then the changes of the list', async t => {
	const session = await openForServer();
	session.paste('a.company.com b.company.com');
	session.type('half');
	session.press('ctrl+_');
	t.is(session.draft().addresses.draft.text, '');
	t.is(session.list().length, 5);
	session.press('ctrl+_');
	t.is(session.list().length, 3);
});

test('sorting puts names by their domain first and addresses by number last', async t => {
	const session = await openForServer();
	session.paste('10.0.0.20 10.0.0.3 b.company.com a.other.com a.company.com');
	session.press('ctrl+n', 'up', ...Array.from({length: 5}, () => 'down'), 'enter');
	t.deepEqual(
		session.list().map(each => each.split(' ')[0]),
		[
			'a.company.com',
			'b.company.com',
			'js1.company.com',
			'a.other.com',
			'js1',
			'10.0.0.3',
			'10.0.0.20',
			'10.20.1.11',
		],
	);
});

test('a thousand entries show only the rows that fit', async t => {
	const session = await openForServer();
	session.paste(Array.from({length: 1000}, (_, index) => `h${index}.company.com`).join('\n'));
	const rows = session.screen().split('\n');
	t.is(rows.length, 24);
	t.true(rows.filter(row => /h\d+\.company\.com/.test(row)).length < 10);
	t.regex(session.screen(), /of 1,003/);
});

test('an empty list says what that means', async t => {
	const session = await openProfile(
		'kind: ssl\nsubject: js1.company.com\nfriendlyName: x\nsubjectAlternativeNames: [js1.company.com]\n',
	);
	session.press('delete');
	t.regex(session.screen(), /no address yet|type or paste, Enter adds/);
});

test('the path of a file is no name: it is marked and not shortened to a host', async t => {
	for (const put of ['type', 'paste'] as const) {
		const session = await openForServer();
		session[put]('C:\\certs\\x.pfx');
		session.press('enter');
		t.is(session.list().at(-1), 'C:\\certs\\x.pfx x');
		t.regex(session.screen(), /path of a file/);
		session[put]('\\\\server\\share');
		session.press('enter');
		t.is(session.list().at(-1), '\\\\server\\share x');
	}
});

test('a wrong entry is as easy to read as the others', async t => {
	const session = await openForServer();
	session.paste('10.0.0.300 x.company.com');
	const spans = view(session.state()).rows.flat();
	for (const text of ['10.0.0.300', 'x.company.com'])
		t.is(spans.find(each => each.text.trim() === text)?.tone, 'plain');
});
