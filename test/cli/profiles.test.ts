// `safeq-cert-tui profiles …` as people run it: list, show, check, export, schema.
import {readFileSync} from 'node:fs';
import {symlink} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import {parse} from 'yaml';
import {exitCodes} from '../../source/terminal/exit-code.js';
import {type RunOptions, runProgram, withFolder, writeFiles} from '../program.js';
import {testOnUnix} from './support.js';

const profiles = (line: string, options: RunOptions = {}) =>
	runProgram(['profiles', ...line.split(' ').filter(word => word !== '')], options);

const complete =
	'kind: ssl\nsubject: "{fqdn}"\nfriendlyName: SSL {commonName}\nsubjectAlternativeNames: ["{fqdn}"]\n';
const base = 'kind: ssl\nsubject: {commonName: "{fqdn}", organizationName: Company}\n';
const prague =
	'extends: base.yaml\ndescription: Of Prague\nfriendlyName: SSL {expires}\nsubjectAlternativeNames: ["{fqdn}"]\n';

test('the list names each profile with its kind, description and place, the broken ones with their problems', async t => {
	const {code, stdout, stderr} = await profiles('list', {
		files: {
			'profiles/base.yaml': base,
			'profiles/prague.yaml': `name: "Prague\\e[2J"\n${prague}`,
			'profiles/broken.yaml': 'kind: ssl\nkye: x\nsubject: {fqdn}\n',
			'profiles/ssl.yml': complete,
		},
	});
	t.is(code, exitCodes.done);
	t.is(stderr, '');
	const lines = stdout.split('\n');
	t.regex(lines[0] ?? '', /^In the current folder, .*[\\/]work[\\/]profiles:$/);
	t.deepEqual(lines.slice(1, 6), [
		'  base                        ssl',
		'  broken                      ssl           2 errors',
		'  prague                      ssl           Prague\\u{1b}[2J - Of Prague',
		'  ssl                         ssl',
		'',
	]);
	t.regex(stdout, /\nYour own, .*:\n {2}none\n/);
	t.regex(stdout, /\nShipped with the program, .*profiles:\n {2}group +signing, ssl +Example to copy/);
	t.regex(stdout, /\n {2}ssl +ssl +hidden by .*[\\/]work[\\/]profiles[\\/]ssl\.yml - SSL certificate/);
});

test('the list of no profiles of one’s own names those that ship', async t => {
	const {code, stdout} = await profiles('list --json');
	t.is(code, exitCodes.done);
	const {profiles: listed, problems} = JSON.parse(stdout);
	t.deepEqual(problems, []);
	t.deepEqual(
		listed.map(({reference, origin}: {reference: string; origin: string}) => `${origin} ${reference}`),
		['shipped group', 'shipped near-roaming-group-signing', 'shipped ssl', 'shipped ssl-wildcard'],
	);
});

test('a profile is shown for any server, with its placeholders', async t => {
	const {code, stdout, stderr, files} = await profiles('show ssl');
	t.is(code, exitCodes.done);
	t.is(stderr, '');
	t.regex(stdout, /^Profile ssl \(shipped\): .*ssl\.yaml\n\nSSL certificate for a SafeQ server/);
	t.regex(stdout, /Words in braces are filled in for the server that --for names\./);
	t.regex(
		stdout,
		/Subject Alternative Name {2}DNS Name=\{fqdn\}\n +DNS Name=\{hostname\}\n +IP Address=\{addresses\}\n/,
	);
	t.regex(stdout, /Friendly name +YSoft SafeQ SSL \{fqdn\} \d{4}-\d\d\n/);
	t.notRegex(stdout, /zz-/);
	t.deepEqual(files, []);
});

test('a profile is shown for a server as a dry run shows it', async t => {
	const files = {'a.yaml': complete};
	const shown = await profiles('show a.yaml --for js1.company.com', {files});
	const dry = await runProgram(['-p', 'a.yaml', '--for', 'js1.company.com', '--dry-run'], {files});
	const certificate = (text: string) =>
		text.slice(text.indexOf('SSL js1')).replace(/(Valid .*:|Would).*\n.*/g, '');
	t.is(certificate(shown.stdout), certificate(dry.stdout));
	t.regex(shown.stdout, /DNS Name=js1\.company\.com/);
	t.is(shown.code, exitCodes.done);
});

test('what is shown as JSON is what a dry run prints, and a mistake is in it', async t => {
	const shown = await profiles('show near-roaming-group-signing --json');
	t.is(JSON.parse(shown.stdout).certificates[0].status, 'planned');
	const broken = await profiles('show a.yaml --json', {files: {'a.yaml': `${complete}key: rsa-1024\n`}});
	t.is(broken.code, exitCodes.problems);
	t.is(JSON.parse(broken.stdout).problems[0].code, 'unknown-value');
	t.regex(broken.stderr, /^a\.yaml:5:6: error: /);
	const wrong = await profiles('show --json');
	t.is(wrong.code, exitCodes.usage);
	t.deepEqual(JSON.parse(wrong.stdout).certificates, []);
});

test('a broken profile is not shown as if it were right', async t => {
	const {code, stdout, stderr} = await profiles('show a.yaml', {files: {'a.yaml': `${complete}keyy: x\n`}});
	t.is(code, exitCodes.problems);
	t.is(stdout, '');
	t.regex(stderr, /unknown key "keyy"/);
});

test('all mistakes of all files are found, each once, those of the plan too, and none that a server would mend', async t => {
	const {code, stdout, stderr} = await profiles('check profiles x.yaml', {
		files: {
			'profiles/base.yaml': base,
			'profiles/prague.yaml': prague,
			'profiles/brno.yml': prague.replace('["{fqdn}"]', '["{fqdn}:5000"]'),
			'profiles/notes.txt': 'kind: nothing\n',
			'x.yaml': `extends: profiles/prague.yaml\nvalidity: soon\nkye: x\n`,
		},
	});
	t.is(code, exitCodes.problems);
	t.is(
		stderr,
		`profiles/brno.yml:4:27: error: "{fqdn}:5000" is not a DNS name: it holds more than a name [bad-dns-name]
  hint: did you mean "{fqdn}"?
x.yaml:2:11: error: "soon" is not a period of time [bad-validity]
  hint: like "730 days", "18 months" or "2 years"
x.yaml:3:1: error: unknown key "kye" [unknown-key]
  hint: did you mean "key"?
`,
	);
	t.is(
		stdout,
		`profiles/base.yaml    ok
profiles/brno.yml     1 error
profiles/prague.yaml  ok
x.yaml                2 errors
4 profiles, 2 with errors
`,
	);
});

test('the folders below are checked as well, parts that lie in another one included', async t => {
	const broken = 'kind: nothing\n';
	const {code, stdout, stderr} = await profiles('check profiles', {
		files: {
			'profiles/parts/base.yaml': base,
			'profiles/prague.yaml': prague.replace('base.yaml', 'parts/base.yaml'),
			'profiles/sites/cz/brno.yaml': `${complete}kye: x\n`,
			'profiles/.git/hidden.yaml': broken,
			'profiles/node_modules/x/installed.yaml': broken,
			'profiles/sites/node_modules/installed.yaml': broken,
		},
	});
	t.is(code, exitCodes.problems);
	t.regex(stderr, /^profiles\/sites\/cz\/brno\.yaml:\d+:1: error: unknown key "kye"/);
	t.is(
		stdout,
		`profiles/prague.yaml         ok
profiles/parts/base.yaml     ok
profiles/sites/cz/brno.yaml  1 error
3 profiles, 1 with errors
`,
	);
});

testOnUnix('a link to a folder is not followed, so that a circle ends', async t => {
	await withFolder(async folder => {
		await writeFiles(folder, {'profiles/a.yaml': complete, 'other/b.yaml': 'kind: nothing\n'});
		await symlink('.', path.join(folder, 'profiles/circle'));
		await symlink('../other', path.join(folder, 'profiles/out'));
		const run = await runProgram(['profiles', 'check', 'profiles'], {cwd: folder});
		t.is(run.code, exitCodes.done, run.stderr);
		t.is(run.stdout, 'profiles/a.yaml  ok\n');
	});
});

test('a base that two broken files extend has its mistake said once', async t => {
	const {stderr} = await profiles('check a.yaml b.yaml', {
		files: {'a.yaml': prague, 'b.yaml': prague, 'base.yaml': `${base}kye: x\n`},
	});
	t.is(stderr.match(/kye/g)?.length, 1);
});

test('a part that is checked alone says what it lacks; beside a profile that extends it, nothing is wrong', async t => {
	const files = {'base.yaml': base, 'prague.yaml': prague};
	t.regex((await profiles('check base.yaml', {files})).stderr, /"friendlyName" is missing/);
	t.is((await profiles('check base.yaml prague.yaml', {files})).code, exitCodes.done);
});

test('warnings are errors when they shall be, notes never', async t => {
	const files = {
		'a.yaml': `${complete}validity: 3 years\n`,
		'b.yaml': complete.replace('["{fqdn}"]', '["{fqdn}", js1]'),
	};
	t.is((await profiles('check a.yaml', {files})).code, exitCodes.done);
	t.is((await profiles('check a.yaml --strict', {files})).code, exitCodes.problems);
	const noted = await profiles('check b.yaml --strict', {files});
	t.is(noted.code, exitCodes.done);
	t.regex(noted.stderr, /note: "js1"/);
	t.is(noted.stdout, 'b.yaml  ok\n');
});

test('a batch whose certificates would become one file is found without a server', async t => {
	const batch = 'kind: signing\nsubject: x\nfriendlyName: X\ncertificates: [{}, {key: rsa-3072}]\n';
	const {code, stderr} = await profiles('check a.yaml', {files: {'a.yaml': batch}});
	t.is(code, exitCodes.problems);
	t.regex(stderr, /\[output-twice\]/);
});

test('a folder without profiles, a file that is not there and a name that is none are errors', async t => {
	const {code, stdout, stderr} = await profiles('check empty missing.yaml --json', {
		files: {'empty/x.txt': 'x'},
	});
	t.is(code, exitCodes.problems);
	t.regex(stderr, /^empty: error: there is no profile in this folder and below it \[profile-not-found\]$/m);
	t.regex(stderr, /there is no file "missing.yaml"/);
	t.is(JSON.parse(stdout).problems.length, 2);
	t.is((await profiles('check')).code, exitCodes.usage);
});

test('an export needs nothing else, and makes the same', async t => {
	const files = {'profiles/base.yaml': base, 'profiles/prague.yaml': prague};
	const {code, stdout, stderr} = await profiles('export prague', {files});
	t.is(code, exitCodes.done);
	t.is(stderr, '');
	t.deepEqual(parse(stdout), {
		description: 'Of Prague',
		kind: 'ssl',
		subject: {commonName: '{fqdn}', organizationName: 'Company'},
		friendlyName: 'SSL {expires}',
		subjectAlternativeNames: ['{fqdn}'],
	});
	const written = await profiles('export prague --out to/flat.yaml', {files});
	t.regex(written.stdout, /^Written: .*flat\.yaml\n$/);
	t.is(written.contents.get('to/flat.yaml')?.toString(), stdout);
});

test('an export replaces nothing, and a broken profile is not exported', async t => {
	const taken = await profiles('export ssl --out a.yaml', {files: {'a.yaml': 'mine'}});
	t.is(taken.code, exitCodes.problems);
	t.regex(taken.stderr, /a\.yaml: error: file exists \[output-exists\]\n {2}hint: it is not replaced/);
	t.is(taken.contents.get('a.yaml')?.toString(), 'mine');
	const broken = await profiles('export a.yaml --out b.yaml', {files: {'a.yaml': 'kind: ssl\nkye: x\n'}});
	t.is(broken.code, exitCodes.problems);
	t.deepEqual(broken.files, ['a.yaml']);
	t.is((await profiles('export ssl --out flat')).code, exitCodes.usage);
});

test('the schema is the one that ships', async t => {
	const {code, stdout} = await profiles('schema');
	t.is(code, exitCodes.done);
	t.is(stdout, readFileSync(new URL('../../../profiles/profile.schema.json', import.meta.url), 'utf8'));
	const written = await profiles('schema --out to/schema.json');
	t.is(written.contents.get('to/schema.json')?.toString(), stdout);
});

test('wrong usage says what was meant', async t => {
	const wrong = async (line: string) => {
		const {code, stderr, stdout} = await profiles(line);
		t.is(code, exitCodes.usage);
		t.is(stdout, '');
		return stderr;
	};
	t.regex(await wrong('lits'), /unknown command "profiles lits" \[usage\]\n {2}hint: did you mean "list"\?/);
	t.regex(await wrong(''), /hint: one of: list, show, check, /);
	t.regex(await wrong('list extra'), /unexpected argument "extra"/);
	t.regex(
		await wrong('check --stric a.yaml'),
		/unknown option "--stric" \[usage\]\n {2}hint: did you mean "--strict"\?/,
	);
	t.regex(await wrong('schema --for js1'), /unknown option "--for"/);
	t.regex(await wrong('show'), /NAME\|FILE is missing/);
});

test('help names every sub-command and option', async t => {
	for (const line of ['--help', 'show -h']) {
		const {code, stdout} = await profiles(line);
		t.is(code, exitCodes.done);
		t.regex(stdout, /safeq-cert-tui profiles list .*\n(.*\n)*.*profiles schema .*\n(.*\n)*.*--strict/);
		t.true(stdout.split('\n').every(each => each.length <= 100));
	}
});
