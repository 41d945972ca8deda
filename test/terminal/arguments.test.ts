// The command line: what each option means, and every way in which a shell delivers the vendor's own line.
import test from 'ava';
import {type ParsedArguments, parseArguments} from '../../source/terminal/arguments.js';

const parse = (...args: string[]) => parseArguments(args);
const messages = ({problems}: ParsedArguments) => problems.map(each => each.message);

test('an empty line asks for nothing and is right', t => {
	const {arguments: args, problems} = parse();
	t.deepEqual(problems, []);
	t.false(args.unattended);
	t.is(args.out, '.');
	t.deepEqual(args.password, {from: 'environment'});
});

test('profiles and servers repeat, and servers come in comma lists too', t => {
	const {arguments: args} = parse(
		'-p',
		'ssl',
		'--profile=group.yaml',
		'--for',
		'js1.company.com,js2.company.com',
		'--for',
		'js3',
	);
	t.deepEqual(args.profiles, ['ssl', 'group.yaml']);
	t.deepEqual(args.servers, ['js1.company.com', 'js2.company.com', 'js3']);
});

test('a list that PowerShell handed over with spaces is the same list', t => {
	const {arguments: args, problems} = parse('--for', 'js1.company.com js2.company.com', '--for', 'js3, js4');
	t.deepEqual(problems, []);
	t.deepEqual(args.servers, ['js1.company.com', 'js2.company.com', 'js3', 'js4']);
});

test('a folder whose last backslash swallowed the rest of the line is wrong usage', t => {
	for (const out of ['D:\\My Certs" --yes --json', 'D:\\My Certs"', 'D:\\My Certs" -y']) {
		const {problems} = parse('--out', out);
		t.regex(problems[0]?.message ?? '', /^--out holds a quote/);
		t.is(problems[0]?.hint, 'leave the backslash out: "D:\\My Certs"');
	}
	t.deepEqual(messages(parse('--out', 'say "yes" here')), []);
});

for (const option of ['--yes', '-y', '--dry-run', '--json'])
	test(`${option} asks nobody`, t => {
		t.true(parse(option).arguments.unattended);
	});

test('an unknown option is wrong usage, with a suggestion', t => {
	const {problems} = parse('--profil', 'ssl');
	t.is(problems[0]?.code, 'usage');
	t.is(problems[0]?.message, 'unknown option "--profil"');
	t.is(problems[0]?.hint, 'did you mean "--profile"?');
});

test('an option without its value is wrong usage, also when another option follows', t => {
	t.deepEqual(messages(parse('--out')), ['--out needs a value']);
	t.deepEqual(messages(parse('--out', '--yes')), ['--out needs a value, and --yes follows']);
	t.deepEqual(messages(parse('--out=')), ['--out needs a value']);
});

test('a switch with a value, and one value given twice, are wrong usage', t => {
	t.deepEqual(messages(parse('--yes=no')), ['--yes takes no value']);
	t.deepEqual(messages(parse('--out', 'a', '--out', 'b')), ['--out is given 2 times']);
});

test('a misspelt kind or key is wrong usage, with a suggestion', t => {
	const {problems} = parse('--kind', 'sll', '--key', 'rsa2048');
	t.deepEqual(messages({problems} as ParsedArguments), ['unknown kind "sll"', 'unknown key "rsa2048"']);
	t.is(problems[1]?.hint, 'did you mean "rsa-2048"?');
});

test('a profile without --profile is recognised', t => {
	t.is(parse('ssl.yaml').problems[0]?.hint, '--profile ssl.yaml');
});

test('the password comes from one place only', t => {
	t.deepEqual(parse('--password-file', 'p.txt').arguments.password, {from: 'file', file: 'p.txt'});
	t.deepEqual(parse('--password-stdin').arguments.password, {from: 'stdin'});
	t.deepEqual(parse('--generate-passwords', 'p.txt').arguments.password, {from: 'generated', file: 'p.txt'});
	t.deepEqual(messages(parse('--password-file', 'p.txt', '--password-stdin')), [
		'only one of --password-file and --password-stdin can give the password',
	]);
});

test('a password on the command line works, with a warning', t => {
	const {arguments: args, problems} = parse('--password', '-secret');
	t.deepEqual(args.password, {from: 'command line', text: '-secret'});
	t.deepEqual(
		problems.map(each => [each.severity, each.code]),
		[['warning', 'password-visible']],
	);
});

for (const line of [
	['--password', 'correct', 'CANARY-7d1f'],
	['--pasword', 'CANARY-7d1f'],
	['-Pasword', 'CANARY-7d1f'],
	['-pass', 'CANARY-7d1f'],
	['-Password', 'correct', 'CANARY-7d1f'],
	['-pw', 'CANARY-7d1f'],
	['/Password', 'CANARY-7d1f'],
	['\u2013Pasword', 'CANARY-7d1f'],
	['\u2014pssword', 'CANARY-7d1f'],
	['password=CANARY-7d1f'],
	['PASSWROD', 'CANARY-7d1f'],
])
	test(`no message repeats what may be a password: ${line[0]} ${line.length}`, t => {
		const {problems} = parseArguments(line);
		t.true(problems.some(each => each.severity === 'error'));
		t.notRegex(JSON.stringify(problems), /CANARY/);
	});

const vendor = [
	'-Subject',
	'YSoft SafeQ',
	'-FriendlyName',
	'YSoft SafeQ Signing Certificate',
	'-Password',
	'123456',
];

const deliveries: readonly (readonly [string, readonly string[], readonly string[]])[] = [
	['as two arguments (PowerShell)', ['*.company.com', '1.2.3.4'], ['*.company.com', '1.2.3.4']],
	['with the comma kept (cmd, sh)', ['*.company.com,', '1.2.3.4'], ['*.company.com,', '1.2.3.4']],
	['as one text', ['*.company.com; 1.2.3.4'], ['*.company.com; 1.2.3.4']],
];

for (const [how, names, expected] of deliveries)
	test(`the vendor's line works with its names delivered ${how}`, t => {
		const {arguments: args, problems} = parse(
			...vendor,
			'-SubjectAlternativeNames',
			...names,
			'--out',
			'certs',
		);
		t.deepEqual(
			problems.filter(each => each.severity === 'error'),
			[],
		);
		t.true(args.unattended);
		t.true(args.isVendorLine);
		t.is(args.subject, 'YSoft SafeQ');
		t.is(args.friendlyName, 'YSoft SafeQ Signing Certificate');
		t.deepEqual(args.password, {from: 'command line', text: '123456'});
		t.deepEqual(args.san, expected);
		t.is(args.out, 'certs');
	});

test("the vendor's names are compared without case, and -Name:value is understood", t => {
	const {arguments: args} = parse(
		'-SUBJECT:srv01',
		'-friendlyname:A b',
		'-password:x',
		'-subjectalternativenames:a.b',
		'c.d',
	);
	t.is(args.subject, 'srv01');
	t.is(args.friendlyName, 'A b');
	t.deepEqual(args.san, ['a.b', 'c.d']);
});

test('a value that begins with a hyphen is kept, a forgotten one is noticed', t => {
	t.deepEqual(parse('-Subject', 'x', '-Password', '-dash').arguments.password, {
		from: 'command line',
		text: '-dash',
	});
	t.deepEqual(messages(parse('-Subject', '-FriendlyName', 'x')), ['--subject needs a value']);
	t.deepEqual(messages(parse('-Subject', 'x', '-SubjectAlternativeNames')), ['--san needs a value']);
});

test("the vendor's line works with the dashes that a text processor made of its hyphens", t => {
	const {arguments: args, problems} = parse(
		'\u2013Subject',
		'YSoft SafeQ',
		'\u2014Password:a',
		'\u2013SubjectAlternativeNames',
		'a',
		'b',
		'\u2013FriendlyName',
		'x',
	);
	t.deepEqual(
		problems.filter(each => each.severity === 'error'),
		[],
	);
	t.like(args, {subject: 'YSoft SafeQ', friendlyName: 'x', san: ['a', 'b'], isVendorLine: true});
});

test('an option with a long dash is recognised', t => {
	t.is(parse('\u2014profile').problems[0]?.hint, 'the dash is not a hyphen, type it again: --profile');
});

test("one of our options is not taken for a forgotten value of the vendor's", t => {
	t.deepEqual(messages(parse('-Subject', '--json', '-FriendlyName', '--yes')), [
		'--subject needs a value',
		'--friendly-name needs a value',
	]);
});
