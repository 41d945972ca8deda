// `--plain` in a real terminal, from the first question to files that openssl reads.
import {readdir, readFile} from 'node:fs/promises';
import {X509Certificate} from 'node:crypto';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {runOk} from '../interop/tools.js';
import {runProgram} from '../program.js';
import {type Conversation, converse, questions} from './conversation.js';

/** Windows has no SIGTERM that a program could answer. */
const onPosix = process.platform === 'win32' ? test.skip : test;

const names = ['a.company.com', 'b.company.com', '192.0.2.77'];

const profile = `kind: ssl
subject: js1.company.com
friendlyName: JS1
subjectAlternativeNames: [js1.company.com, 192.0.2.11]
`;

/** What openssl says about the certificate in a PFX; fails when the password does not open it. */
async function readPfx(file: string, password: string): Promise<string> {
	const pem = await runOk('openssl', ['pkcs12', '-in', file, '-nokeys', '-passin', `pass:${password}`]);
	return (await runOk('openssl', ['x509', '-noout', '-text'], pem.stdout)).stdout;
}

/** The last screen's generated password. */
function shownPassword(text: string): string {
	return /shown only this once:\s+(\S{24})\s/.exec(text)?.[1] ?? '';
}

async function pfxIn({cwd}: Conversation): Promise<string> {
	const file = (await readdir(cwd)).find(each => each.endsWith('.pfx'));
	return path.join(cwd, file ?? 'no PFX was written');
}

async function addNames(talk: Conversation): Promise<void> {
	for (const name of names) await talk.answer(questions.name, name);
	await talk.answer(questions.name, '');
}

test('an SSL certificate for this computer with three more names, as openssl reads it', async t => {
	const talk = await converse(t, ['--plain']);
	await talk.answer(questions.task, '');
	await talk.answer(questions.server, '');
	await addNames(talk);
	await talk.answer(questions.menu, '');
	await talk.answer(questions.write, '');
	const {code, text, isLineDisciplineRestored, isCursorShown} = await talk.exit();
	t.is(code, 0);
	t.true(isLineDisciplineRestored !== false && isCursorShown);
	const file = await pfxIn(talk);
	const said = await readPfx(file, shownPassword(`${text}\n`));
	t.regex(said, /DNS:a\.company\.com, DNS:b\.company\.com, IP Address:192\.0\.2\.77/);
	t.regex(said, /TLS Web Server Authentication/);
});

test('Enter alone gives a certificate for this computer, the same as --for this-computer', async t => {
	const talk = await converse(t, ['--plain']);
	for (const question of [questions.task, questions.server, questions.name, questions.menu, questions.write])
		await talk.answer(question, '');
	t.is((await talk.exit()).code, 0);
	const [cer = ''] = (await readdir(talk.cwd)).filter(each => each.endsWith('.cer'));
	const asked = new X509Certificate(await readFile(path.join(talk.cwd, cer)));
	const run = await runProgram(['--profile', 'ssl', '--for', 'this-computer', '--yes', '--password', 'x']);
	const unasked = new X509Certificate(run.contents.get(cer) ?? Buffer.of());
	t.is(asked.subject, unasked.subject);
	t.is(asked.subjectAltName, unasked.subjectAltName);
	t.deepEqual(asked.keyUsage, unasked.keyUsage);
	const days = (each: X509Certificate) => each.validToDate.getTime() - each.validFromDate.getTime();
	t.is(days(asked), days(unasked));
});

test('the signing certificate of a group needs no server and no names', async t => {
	const talk = await converse(t, ['--plain']);
	await talk.answer(questions.task, '2');
	await talk.answer(questions.menu, '');
	await talk.answer(questions.write, 'y');
	const {code, text} = await talk.exit();
	t.is(code, 0);
	const said = await readPfx(await pfxIn(talk), shownPassword(`${text}\n`));
	t.regex(said, /Subject: CN = YSoft SafeQ$/m);
	t.notRegex(said, /Extended Key Usage|Alternative Name/);
});

test('--profile opens at that profile, and every value can be changed', async t => {
	const talk = await converse(t, ['--plain', '--profile', './js1.yaml', '--out', 'made'], {
		files: {'js1.yaml': profile},
	});
	await talk.answer(questions.name, '');
	await talk.answer(questions.menu, '3');
	await talk.answer(/Friendly name \(JS1\)/, 'Job Service 1');
	await talk.answer(questions.menu, '5');
	await talk.answer(/Which key\?[\s\S]*Number \(1\)/, '4');
	await talk.answer(questions.menu, '6');
	await talk.answer(/Valid for.*\(730 days\)/, '18 months');
	await talk.answer(questions.menu, '8');
	await talk.answer(/Files: pfx, cer, pem \(pfx, cer\)/, 'pfx');
	await talk.answer(questions.menu, '1');
	await talk.asked(questions.write);
	t.regex(talk.screen(), /Public key +ECC \(256 Bits\)/);
	await talk.answer(questions.write, '');
	const {code, text} = await talk.exit();
	t.is(code, 0);
	t.deepEqual(await readdir(path.join(talk.cwd, 'made')), ['Job Service 1.pfx']);
	const said = await readPfx(path.join(talk.cwd, 'made', 'Job Service 1.pfx'), shownPassword(`${text}\n`));
	t.regex(said, /prime256v1/);
});

test('a wrong entry says why, stays in the line, and is mended there', async t => {
	const talk = await converse(t, ['--plain', '--profile', './js1.yaml'], {files: {'js1.yaml': profile}});
	await talk.answer(questions.name, '10.0.0.300');
	await talk.asked(/Instead of "10\.0\.0\.300".* 10\.0\.0\.300/);
	t.regex(talk.screen(), /x "10\.0\.0\.300" is not an IPv4 or IPv6 address; each part is 0 to 255/);
	talk.press('backspace');
	await talk.answer(/Instead of .* 10\.0\.0\.30/, '');
	await talk.answer(questions.name, 'https://print.company.com:8443/x');
	await talk.answer(/Instead of "https.* print\.company\.com/, '');
	await talk.answer(questions.name, 'nonsense_..x');
	await talk.asked(/Instead of "nonsense.*/);
	talk.press('ctrl+u');
	await talk.answer(/leaves it out\)/, '');
	await talk.answer(questions.name, '');
	await talk.answer(questions.menu, '');
	await talk.asked(questions.write);
	t.regex(
		talk.screen(),
		/DNS Name=js1\.company\.com\n +IP Address=192\.0\.2\.11\n +IP Address=10\.0\.0\.30\n +DNS Name=print\.company\.com\n +Key Usage/,
	);
});

test('a paste of many lines is added at once, and an empty line in it confirms nothing', async t => {
	const talk = await converse(t, ['--plain', '--profile', './js1.yaml'], {files: {'js1.yaml': profile}});
	await talk.asked(questions.name);
	talk.paste(
		'Name;Address\n# ours\nc1.company.com # first\nc2.company.com; c3.company.com\n\njs1.company.com\n10.0.0.256\n',
	);
	await talk.asked(/Instead of "10\.0\.0\.256".*/);
	t.regex(talk.screen(), / {2}the heading and 1 comment left out\n[\s\S]*3 new, 1 there already, 1 wrong/);
	talk.press('escape');
	await talk.answer(questions.name, '-1');
	await talk.asked(questions.name);
	t.regex(talk.screen(), /1 {2}192\.0\.2\.11 +IP\n +2 {2}c1\.company\.com +DNS\n/);
	await talk.answer(questions.name, '');
	await talk.asked(questions.menu);
	t.regex(talk.screen(), /Names and addresses +4: 192\.0\.2\.11, c1\.company\.com, c2\.company\.com, \.\.\./);
});

test('whether an address will work is answered in the list, and what is missing is added', async t => {
	const talk = await converse(t, ['--plain', '--profile', './js1.yaml'], {files: {'js1.yaml': profile}});
	await talk.answer(questions.name, '? https://JS1.company.com:5000/ui');
	await talk.asked(/yes, js1\.company\.com covers it\n\? Name or address/);
	await talk.answer(questions.name, '?');
	await talk.answer(/for which address\?.*/, '10.0.0.5');
	await talk.answer(/x no: the IP address 10\.0\.0\.5 is not in the SAN\n\? Add 10\.0\.0\.5\? \(Y\/n\)/, '');
	await talk.answer(/for which address\?.*/, 'other.company.com');
	await talk.answer(/\? Add other\.company\.com\? \(Y\/n\)/, 'n');
	await talk.answer(/for which address\?.*/, '');
	await talk.answer(questions.name, '');
	t.regex(
		await talk.asked(questions.menu),
		/Names and addresses +3: js1\.company\.com, 192\.0\.2\.11, 10\.0\.0\.5\n/,
	);
});

test('names come from a list, a locked PFX and this computer, in the list and from the menu', async t => {
	const made = await runProgram(['--profile', './js1.yaml', '--yes', '--password', 'Canary-1'], {
		files: {'js1.yaml': profile.replace('192.0.2.11', 'from-pfx.company.com')},
	});
	const pfx = made.contents.get('JS1.pfx') ?? '';
	const talk = await converse(t, ['--plain', '--profile', './js1.yaml'], {
		files: {'js1.yaml': profile, 'list.txt': 'a.company.com\n10.0.0.300\n', 'old.pfx': pfx},
	});
	await talk.answer(questions.name, '+');
	await talk.answer(/Add names and addresses from:[\s\S]*Number \(1\)/, '4');
	await talk.answer(/Path of the file/, '"list.txt"');
	await talk.answer(/1 new, 0 there already, 1 wrong\n.*Instead of "10\.0\.0\.300".*/, '');
	await talk.asked(/Instead of "10\.0\.0\.300".*/);
	talk.press('ctrl+u');
	await talk.answer(/leaves it out\)/, '');
	await talk.answer(questions.name, '');
	await talk.answer(questions.menu, '13');
	await talk.answer(/Add names and addresses from:[\s\S]*Number \(1\)/, '4');
	await talk.answer(/Path of the file/, 'nothing.cer');
	await talk.answer(/x .*no such file[\s\S]*What now\?[\s\S]*/, '13');
	await talk.answer(/Add names and addresses from:[\s\S]*Number \(1\)/, '4');
	await talk.answer(/Path of the file/, 'old.pfx');
	await talk.answer(/Password of this PFX \(not shown\)[\s\S]*/, 'wrong');
	await talk.asked(/x .*password is wrong\n[\s\S]*Password of this PFX[\s\S]*/);
	await talk.answer(/Password of this PFX \(not shown\)[\s\S]*/, 'Canary-1');
	await talk.asked(/\+ from-pfx\.company\.com {2}DNS\n[\s\S]*What now\?[\s\S]*/);
	await talk.answer(questions.menu, '13');
	await talk.answer(/Add names and addresses from:[\s\S]*Number \(1\)/, '');
	await talk.asked(/\d new, \d there already, 0 wrong\n[\s\S]*What now\?[\s\S]*/);
	t.notRegex(talk.output(), /Canary/);
});

test('what was decided is saved to a new profile, which makes the same certificate with --yes', async t => {
	const talk = await converse(t, ['--plain', '--profile', 'ssl', '--for', 'this-computer']);
	await addNames(talk);
	await talk.answer(questions.menu, '14');
	await talk.answer(/Save it \(never the password\):[\s\S]*Number \(1\)/, '1');
	await talk.answer(/Its name \(my-ssl\)/, '../mine');
	await talk.asked(/x "\.\.\/mine" is not a name without a folder; the profile goes to\s[\s\S]*/);
	talk.press('ctrl+u');
	await talk.answer(/Its name [\s\S]*/, 'mine');
	await talk.asked(
		/A new file: [\s\S]*\n {4}- "\{addresses\}".*\n {4}- a\.company\.com\n[\s\S]*Save it\? \(Y\/n\)/,
	);
	await talk.answer(/Save it\? \(Y\/n\)/, '');
	const [, file = ''] = /Saved: (\S+mine\.yaml)\n/.exec(await talk.asked(questions.menu)) ?? [];
	const saved = await readFile(file, 'utf8');
	t.regex(saved, /^# Made from "ssl"/);
	await talk.answer(questions.menu, '');
	await talk.answer(questions.write, '');
	t.is((await talk.exit()).code, 0);
	const [cer = ''] = (await readdir(talk.cwd)).filter(each => each.endsWith('.cer'));
	const asked = new X509Certificate(await readFile(path.join(talk.cwd, cer)));
	const run = await runProgram(
		['--profile', './mine.yaml', '--for', 'this-computer', '--yes', '--password', 'x'],
		{files: {'mine.yaml': saved}},
	);
	const unasked = new X509Certificate(run.contents.get(cer) ?? Buffer.of());
	t.is(asked.subject, unasked.subject);
	t.is(asked.subjectAltName, unasked.subjectAltName);
	t.regex(asked.subjectAltName ?? '', /a\.company\.com/);
});

test('a change goes back into the profile itself, and its comments stay', async t => {
	const own = `# ours\n${profile}`;
	const talk = await converse(t, ['--plain', '--profile', './js1.yaml'], {files: {'js1.yaml': own}});
	await talk.answer(questions.name, '');
	await talk.answer(questions.menu, '3');
	await talk.answer(/Friendly name \(JS1\)/, 'Job Service 1');
	await talk.answer(questions.menu, '14');
	await talk.answer(/1 {2}into the profile itself: [\s\S]*Number \(1\)/, '');
	await talk.answer(/- friendlyName: JS1\n {2}\+ friendlyName: Job Service 1\n[\s\S]*Save it\? \(Y\/n\)/, '');
	await talk.asked(questions.menu);
	t.is(
		await readFile(path.join(talk.cwd, 'js1.yaml'), 'utf8'),
		own.replace('friendlyName: JS1', 'friendlyName: Job Service 1'),
	);
});

test('a folder of SafeQ and a weak password are warned of at once, and again before anything is written', async t => {
	const talk = await converse(t, ['--plain', '--profile', './js1.yaml'], {files: {'js1.yaml': profile}});
	await talk.answer(questions.name, '');
	await talk.answer(questions.menu, '10');
	await talk.answer(/Folder, made when missing .*/, 'YSoft SafeQ 6');
	await talk.asked(/warning: SafeQ keeps its services in this folder[\s\S]*What now\?[\s\S]*/);
	await talk.answer(questions.menu, '11');
	await talk.answer(/Which password\?[\s\S]*Number \(1\)/, '2');
	await talk.answer(/Password \(not shown\)[\s\S]*/, 'Canary1');
	await talk.answer(/The same again \(not shown\)[\s\S]*/, 'Canary1');
	await talk.answer(/Strength: weak[\s\S]*Password +as you typed it, weak[\s\S]*Number \(1\)/, '');
	const before = await talk.asked(questions.write);
	t.regex(before, /warning: SafeQ keeps its services[\s\S]*warning: the password is weak/);
	t.deepEqual(await readdir(talk.cwd), ['js1.yaml']);
});

const batch = `kind: ssl
key: ecdsa-p256
outputs: [pfx]
certificates:
  - {subject: js1.company.com, friendlyName: JS1, subjectAlternativeNames: [js1.company.com]}
  - {subject: js2.company.com, friendlyName: JS2, subjectAlternativeNames: [js2.company.com]}
`;

test('each certificate of a batch can be changed, and each can get a password of its own', async t => {
	const talk = await converse(t, ['--plain', '--profile', './batch.yaml'], {files: {'batch.yaml': batch}});
	await talk.answer(/What now\?[\s\S]*3 {2}JS2 +ssl, 1 name[\s\S]*Number \(1\)/, '3');
	await talk.answer(/This certificate:[\s\S]*Number \(1\)/, '2');
	await talk.answer(questions.name, 'print.company.com');
	await talk.answer(questions.name, '');
	await talk.answer(/This certificate:[\s\S]*Number \(1\)/, '1');
	await talk.answer(/What now\?[\s\S]*3 {2}JS2 +ssl, 2 names[\s\S]*Number \(1\)/, '5');
	await talk.answer(/Which password\?[\s\S]*Number \(1\)/, '3');
	await talk.answer(/File for the passwords \(passwords\.txt\)/, '');
	await talk.answer(questions.menu, '');
	await talk.answer(/Write 2 files\? \(Y\/n\)/, '');
	const {code, text} = await talk.exit();
	t.is(code, 0);
	t.notRegex(text, /shown only this once/);
	const list = await readFile(path.join(talk.cwd, 'passwords.txt'), 'utf8');
	const [, first = ''] = /^JS1\.pfx\t(\S+)$/m.exec(list) ?? [];
	const [, second = ''] = /^JS2\.pfx\t(\S+)$/m.exec(list) ?? [];
	t.not(first, second);
	t.regex(await readPfx(path.join(talk.cwd, 'JS1.pfx'), first), /DNS:js1\.company\.com$/m);
	t.regex(
		await readPfx(path.join(talk.cwd, 'JS2.pfx'), second),
		/DNS:js2\.company\.com, DNS:print\.company\.com$/m,
	);
});

test('Ctrl+C while a batch is made keeps what is finished, and shows its password', async t => {
	const entries = Array.from(
		{length: 10},
		(_, index) => `  - {subject: s${index}, friendlyName: S${index}}\n`,
	);
	const profile = `kind: signing\nkey: rsa-3072\noutputs: [pfx]\ncertificates:\n${entries.join('')}`;
	const talk = await converse(t, ['--plain', '--profile', './many.yaml'], {files: {'many.yaml': profile}});
	await talk.answer(questions.menu, '');
	await talk.answer(questions.write, '');
	await talk.waitFor(/ 1\/10 {2}S\d {2}created/);
	talk.press('ctrl+c');
	const {code, text} = await talk.exit(20_000);
	t.is(code, 130);
	const written = (await readdir(talk.cwd)).filter(each => each.endsWith('.pfx'));
	t.true(written.length > 0 && written.length < 10);
	for (const file of written) {
		t.true(text.includes(file));
		await t.notThrowsAsync(readPfx(path.join(talk.cwd, file), shownPassword(`${text}\n`)));
	}
});

test('Ctrl+C in the middle leaves no file and the terminal as it was', async t => {
	const talk = await converse(t, ['--plain']);
	await talk.answer(questions.task, '');
	await talk.answer(questions.server, '');
	await talk.asked(questions.name);
	talk.type('half a na');
	talk.press('ctrl+c');
	const {code, text, isLineDisciplineRestored, isCursorShown} = await talk.exit();
	t.is(code, 130);
	t.regex(text, /Cancelled, nothing was written\.$/);
	t.true(isLineDisciplineRestored !== false && isCursorShown);
	t.deepEqual(await readdir(talk.cwd), []);
});

for (const [signal, expected, term] of [
	['SIGINT', 130, 'xterm-256color'],
	['SIGTERM', 143, 'xterm-256color'],
	['SIGHUP', 129, 'xterm-256color'],
	['SIGHUP', 129, 'dumb'],
] as const)
	onPosix(
		`${signal} ends the questions at once with ${expected}, TERM=${term}: no file, terminal as it was`,
		async t => {
			const talk = await converse(t, ['--plain', '--profile', './js1.yaml'], {
				env: {TERM: term},
				files: {'js1.yaml': profile},
			});
			await talk.waitFor(/Name or address/);
			talk.type('half a na');
			await talk.waitFor(/half a na/);
			await talk.kill(signal);
			const {code, text, isLineDisciplineRestored, isCursorShown} = await talk.exit(3000);
			t.is(code, expected);
			t.regex(text, /Cancelled, nothing was written\.$/);
			t.true(isLineDisciplineRestored !== false && isCursorShown);
			t.deepEqual(await readdir(talk.cwd), ['js1.yaml']);
		},
	);

test('Ctrl+D in a fresh line cancels', async t => {
	const talk = await converse(t, ['--plain']);
	await talk.asked(questions.task);
	talk.press('ctrl+d');
	t.is((await talk.exit()).code, 130);
});

test('Esc leads back from the server to the task, out of a value, and leaves only when that is confirmed', async t => {
	const talk = await converse(t, ['--plain']);
	await talk.answer(questions.task, '');
	await talk.asked(questions.server);
	talk.press('escape');
	await talk.answer(questions.task, '2');
	await talk.answer(questions.menu, '3');
	await talk.asked(/Friendly name \(.*\)/);
	talk.type('thrown away');
	talk.press('escape');
	await talk.asked(questions.menu);
	t.notRegex(talk.screen(), /3 {2}Friendly name +thrown away/);
	talk.press('escape');
	await talk.answer(/Leave without writing anything\? \(y\/N\)/, '');
	await talk.asked(questions.menu);
	talk.press('escape');
	await talk.answer(/Leave without writing anything\? \(y\/N\)/, 'y');
	t.is((await talk.exit()).code, 130);
	t.deepEqual(await readdir(talk.cwd), []);
});

test('a typed password is asked for twice, judged, used, and never on the screen', async t => {
	const talk = await converse(t, ['--plain', '--profile', './js1.yaml'], {
		files: {'js1.yaml': profile},
		columns: 120,
	});
	await talk.answer(questions.name, '');
	await talk.answer(questions.menu, '11');
	await talk.answer(/Which password\?[\s\S]*Number \(1\)/, '2');
	await talk.answer(/Password \(not shown\)[\s\S]*/, '');
	await talk.asked(/x the password is empty[\s\S]*/);
	await talk.answer(/Password \(not shown\)[\s\S]*/, 'Canary-käse-1');
	await talk.answer(/The same again \(not shown\)[\s\S]*/, 'Canary-käse-2');
	await talk.asked(/not the same, once more\n[\s\S]*Password \(not shown\)[\s\S]*/);
	await talk.answer(/Password \(not shown\)[\s\S]*/, 'Canary-käse-1');
	await talk.answer(/The same again \(not shown\)[\s\S]*/, 'Canary-käse-1');
	await talk.asked(questions.menu);
	t.regex(talk.screen(), /warning: .*\[password-non-ascii\]/);
	t.regex(talk.screen(), /Strength: (weak|fair) \(at most \d+ bits\)/);
	await talk.answer(questions.menu, '');
	await talk.answer(questions.write, '');
	const {code, text} = await talk.exit();
	t.is(code, 0);
	t.notRegex(talk.output(), /Canary/);
	t.notRegex(text, /shown only this once/);
	t.regex(await readPfx(await pfxIn(talk), 'Canary-käse-1'), /js1\.company\.com/);
});

test('replacing a file shows what would be lost, and Enter alone does not do it', async t => {
	const args = ['--plain', '--profile', './js1.yaml'];
	const first = await runProgram(['--profile', './js1.yaml', '--yes', '--password', 'x'], {
		files: {'js1.yaml': profile},
	});
	const files = Object.fromEntries(first.contents);
	const old = new X509Certificate(files['JS1.cer'] ?? Buffer.of());
	const talk = await converse(t, args, {files});
	await talk.answer(questions.name, '');
	await talk.answer(questions.menu, '');
	await talk.asked(/Write 2 files, replacing 2\? \(y\/N\)/);
	t.regex(
		talk.screen(),
		new RegExp(`JS1\\.cer, thumbprint ${old.fingerprint.replaceAll(':', '').toLowerCase()}`),
	);
	t.regex(talk.screen(), /JS1\.pfx, [\d,]+ bytes, changed [\d-]+ [\d:]+ UTC; only its password/);
	await talk.answer(questions.write, '');
	await talk.asked(questions.menu);
	t.deepEqual(await readFile(path.join(talk.cwd, 'JS1.cer')), files['JS1.cer']);
	await talk.answer(questions.menu, '');
	await talk.answer(questions.write, 'y');
	t.is((await talk.exit()).code, 0);
	t.notDeepEqual(await readFile(path.join(talk.cwd, 'JS1.cer')), files['JS1.cer']);
});

test('what is wrong in a value is said, and that value is offered first until it is right', async t => {
	const talk = await converse(t, ['--plain', '--profile', './js1.yaml'], {files: {'js1.yaml': profile}});
	await talk.answer(questions.name, '');
	await talk.answer(questions.menu, '6');
	await talk.answer(/Valid for.*/, '7 fortnights');
	await talk.asked(/What now\?[\s\S]*x Valid for +7 fortnights[\s\S]*Number \(5\)/);
	t.regex(talk.screen(), /error: unknown unit "fortnights" in "7 fortnights" \[bad-validity\]/);
	t.notRegex(talk.screen().slice(talk.screen().lastIndexOf('What now?')), /Go on/);
	await talk.answer(questions.menu, '');
	await talk.answer(/Valid for.*/, '7 weeks');
	await talk.asked(/What now\?\n +1 {2}Go on[\s\S]*Valid for +7 weeks, to [\s\S]*Number \(1\)/);
});

test('a broken profile says where it is broken, and something else can be chosen', async t => {
	const talk = await converse(t, ['--plain'], {
		files: {
			'profiles/broken.yaml': 'kind: ssl\nfreindlyName: x\n',
			'profiles/evil.yaml': 'kind: ssl\ndescription: "a\\e[31mb"\n',
		},
	});
	await talk.answer(questions.task, '4');
	await talk.asked(/Which profile\?[\s\S]*Number \(1\)/);
	t.regex(talk.screen(), /1 {2}broken \(current folder; 1 to fix\)/);
	t.regex(talk.screen(), /2 {2}evil .*: a\\u\{1b\}\[31mb/);
	await talk.answer(/Which profile\?[\s\S]*Number \(1\)/, '1');
	await talk.asked(questions.task);
	t.regex(talk.screen(), /broken\.yaml:2:1: error: unknown key "freindlyName" \[unknown-key\]/);
	await talk.answer(questions.task, '2');
	await talk.asked(questions.menu);
});

test('TERM=dumb chooses the questions by itself, without one escape sequence, and Backspace works', async t => {
	const talk = await converse(t, [], {env: {TERM: 'dumb'}});
	await talk.answer(/Number \(1\):/, '');
	await talk.asked(/For which server\?.*:/);
	talk.type('\x1b\r');
	await talk.answer(/What do you want[\s\S]*Number \(1\):/, '1');
	await talk.answer(/For which server\?.*:/, '');
	await talk.answer(/Name or address:/, 'x.company.cox\x7fm');
	await talk.answer(/Name or address:/, '10.0.0.999');
	await talk.answer(/Instead of "10\.0\.0\.999".*:/, '10.0.0.99');
	await talk.answer(/Name or address:/, '');
	await talk.answer(/What now\?[\s\S]*Number \(1\):/, '11');
	await talk.answer(/Which password\?[\s\S]*Number \(1\):/, '2');
	await talk.answer(/Password \(not shown\):/, 'Canary-1x\x7f');
	await talk.answer(/The same again \(not shown\):/, 'Canary-1');
	await talk.answer(/What now\?[\s\S]*Number \(1\):/, '');
	await talk.answer(/Write 2 files\? \(Y\/n\):/, '');
	const {code, isLineDisciplineRestored} = await talk.exit();
	t.is(code, 0);
	t.true(isLineDisciplineRestored !== false);
	t.false(talk.output().includes('\x1b['));
	t.notRegex(talk.output(), /Canary/);
	t.regex(await readPfx(await pfxIn(talk), 'Canary-1'), /DNS:x\.company\.com, IP Address:10\.0\.0\.99/);
});

test('Ctrl+C on a dumb terminal cancels too, also while a password is typed', async t => {
	const talk = await converse(t, ['--profile', './js1.yaml'], {
		env: {TERM: 'dumb'},
		files: {'js1.yaml': profile},
	});
	await talk.answer(/Name or address:/, '');
	await talk.answer(/What now\?[\s\S]*Number \(1\):/, '11');
	await talk.answer(/Which password\?[\s\S]*Number \(1\):/, '2');
	await talk.asked(/Password \(not shown\):/);
	talk.press('ctrl+c');
	const {code, isLineDisciplineRestored} = await talk.exit();
	t.is(code, 130);
	t.true(isLineDisciplineRestored !== false);
	t.deepEqual(await readdir(talk.cwd), ['js1.yaml']);
});

test('NO_COLOR is heeded', async t => {
	const talk = await converse(t, ['--plain'], {env: {NO_COLOR: '1'}});
	await talk.asked(questions.task);
	talk.press('ctrl+c');
	t.is((await talk.exit()).code, 130);
	t.notRegex(talk.output(), /\x1b\[[\d;]*m/);
});
