// What wins: extends, the file, the entry of a batch, the command line; then the defaults of the kind.
import test from 'ava';
import {runProgram, withFolder, writeFiles} from '../program.js';
import {codesOf, reportOf, sslProfile} from './support.js';

const base = sslProfile('base', {
	description: 'from the base',
	validity: '100 days',
	friendlyName: 'base {commonName}',
	pfx: {encryption: 'modern', iterations: 5000},
	subjectAlternativeNames: ['base.company.com', '192.0.2.1'],
});

async function plan(args: readonly string[], files: Readonly<Record<string, string>>) {
	const run = await runProgram([...args, '--json', '--dry-run'], {files});
	const report = reportOf(run);
	return {...run, report, planned: report.certificates};
}

const days = (planned: {notBefore: string; notAfter: string} | undefined) =>
	(Date.parse(planned?.notAfter ?? '') - Date.parse(planned?.notBefore ?? '')) / 86_400_000;
const names = (planned: {subjectAlternativeNames: {value: string}[]} | undefined) =>
	planned?.subjectAlternativeNames.map(({value}) => value);

test.serial(
	'a file is laid over what it extends, an entry over the file, the command line over both',
	async t => {
		const files = {
			'lib/base.yaml': base,
			'my.yaml': `extends: lib/base.yaml
validity: 200 days
certificates:
  - {subject: one.company.com, validity: 300 days}
  - {subject: two.company.com, key: ecdsa-p384}
  - {subject: three.company.com, subjectAlternativeNames: [three.company.com]}
`,
		};
		const {planned, code} = await plan(['-p', 'my.yaml'], files);
		t.is(code, 0);
		t.deepEqual(
			planned.map(each => [each.friendlyName, each.key, days(each), names(each)?.[0]]),
			[
				['base one.company.com', 'ecdsa-p256', 300, 'base.company.com'],
				['base two.company.com', 'ecdsa-p384', 200, 'base.company.com'],
				['base three.company.com', 'ecdsa-p256', 200, 'three.company.com'],
			],
		);
		const over = await plan(['-p', 'my.yaml', '--validity', '10 days', '--key', 'rsa-3072'], files);
		t.deepEqual(
			over.planned.map(each => [each.key, days(each)]),
			[1, 2, 3].map(() => ['rsa-3072', 10]),
		);
	},
);

test.serial('mappings merge by key, lists replace, null removes', async t => {
	const files = {
		'base.yaml': base,
		'merged.yaml': 'extends: base.yaml\nfileName: merged\npfx: {iterations: 6000}\nvalidity: null\n',
		'list.yaml': 'extends: base.yaml\nfileName: list\nsubjectAlternativeNames: [base.company.com]\n',
	};
	const {planned} = await plan(['-p', 'merged.yaml', '-p', 'list.yaml'], files);
	t.deepEqual(planned.map(days), [730, 100], 'without a validity the default of the kind is left');
	t.deepEqual(planned.map(names), [['base.company.com', '192.0.2.1'], ['base.company.com']]);
	const text = await runProgram(['-p', 'merged.yaml', '--dry-run'], {files});
	t.regex(text.stdout, /PFX +modern/);
});

test.serial('another kind brings its own defaults for what nobody wrote', async t => {
	const files = {'base.yaml': base.replace('"validity":"100 days",', '').replace('ecdsa-p256', 'rsa-2048')};
	const {planned, report} = await plan(['-p', 'base.yaml', '--kind', 'signing'], files);
	t.deepEqual(codesOf(report), []);
	t.like(planned[0], {kind: 'signing', keyUsage: ['digitalSignature'], extendedKeyUsage: []});
	t.true(days(planned[0]) > 1800);
});

test.serial('--san adds to every SSL certificate of a batch, and to no signing certificate', async t => {
	const {planned, code} = await plan(
		['-p', 'group', '--san', 'vip.company.com,192.0.2.99', '--san', 'VIP'],
		{},
	);
	t.is(code, 0);
	t.deepEqual(
		planned.map(each => [each.kind, names(each)?.slice(3)]),
		[['signing', []], ...[1, 2, 3].map(() => ['ssl', ['vip.company.com', '192.0.2.99', 'vip']])],
	);
});

test.serial(
	'--subject and --friendly-name replace those of one certificate, placeholders and all',
	async t => {
		const files = {'base.yaml': base};
		const args = [
			'--subject',
			'CN=new.company.com, O=Firma, C=CZ',
			'--friendly-name',
			'For {commonName} {expires}',
		];
		const {planned} = await plan(['-p', 'base.yaml', '--validity', '1 year', ...args], files);
		t.is(planned[0]?.subject, 'CN=new.company.com,O=Firma,C=CZ');
		t.regex(planned[0]?.friendlyName ?? '', /^For new\.company\.com 20\d\d-\d\d$/);
	},
);

test.serial(
	"a profile's name is looked up in the current folder, then in the user's, then among the shipped",
	async t => {
		await withFolder(async cwd => {
			const own = sslProfile('users');
			await writeFiles(cwd, {
				'profiles/ssl.yaml': sslProfile('current'),
				...Object.fromEntries(
					['.config', 'Library/Application Support', 'AppData/Roaming'].flatMap(base => [
						[`${base}/safeq-cert-tui/profiles/ssl.yaml`, own],
						[`${base}/safeq-cert-tui/profiles/Group.yml`, own],
					]),
				),
			});
			const env = {HOME: cwd, USERPROFILE: cwd, APPDATA: undefined};
			const text = async (name: string) => (await runProgram(['-p', name, '--dry-run'], {cwd, env})).stdout;
			t.regex(await text('SSL'), /^Profile ssl \(current folder\): .*profiles.ssl\.yaml\n\nSSL current /);
			t.regex(await text('group'), /^Profile Group \(user folder\): .*profiles.Group\.yml\n\nSSL users /);
			t.regex(await text('near-roaming-group-signing'), /^Profile near-roaming-group-signing \(shipped\): /);
		});
	},
);

test.serial('extends by a circle, an absolute path or a way around it is an error, not a hang', async t => {
	const files = {
		'a.yaml': 'extends: b.yaml\n',
		'b.yaml': 'extends: ./x/../a.yaml\n',
		'absolute.yaml': 'extends: /etc/passwd\n',
		'device.yaml': 'extends: ../../../../dev/zero\n',
		'network.yaml': 'extends: \\\\server\\share\\x.yaml\n',
	};
	for (const [name, code] of [
		['a', 'extends-circle'],
		['absolute', 'extends-path'],
		['device', 'extends-path'],
		['network', 'extends-path'],
	]) {
		const {report, code: exitCode} = await plan(['-p', `${name}.yaml`], files);
		t.is(exitCode, 1);
		t.deepEqual(codesOf(report), [code]);
	}
});
