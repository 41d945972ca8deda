// What the administrator is told to do next.
import {execFileSync} from 'node:child_process';
import test from 'ava';
import {nextSteps, type Step} from '../../source/describe/next-steps.js';
import {posixQuoted, powerShellQuoted, windowsFile} from '../../source/describe/shell-quote.js';
import {describeOpenedBy, describeTrust} from '../../source/describe/trust.js';
import {signingPlan, sslPlan} from './plans.js';

const all = (steps: readonly Step[]) =>
	steps.map(({title, text = '', command = ''}) => [title, text, command].join('\n')).join('\n');

const windows = {pfx: "D:\\Certs\\Jan's\\js1.pfx", cer: "D:\\Certs\\Jan's\\js1.cer"};

test('an SSL certificate is given to the installer, imported, and trusted by its .cer', t => {
	const text = all(nextSteps(sslPlan, windows));
	t.true(text.includes('SafeQ installer asks for "D:\\Certs\\Jan\'s\\js1.pfx" and its password.'));
	t.true(
		text.includes(
			"Import-PfxCertificate -FilePath 'D:\\Certs\\Jan''s\\js1.pfx' -CertStoreLocation Cert:\\LocalMachine\\My -Password $pw",
		),
	);
	t.true(
		text.includes(
			"Import-Certificate -FilePath 'D:\\Certs\\Jan''s\\js1.cer' -CertStoreLocation Cert:\\LocalMachine\\Root",
		),
	);
	t.true(text.includes('Public Key Policies > Trusted Root Certification Authorities > Import'));
	t.true(text.includes("System.keychain './js1.cer'"));
});

test('a signing certificate is installed everywhere as this same file, and never goes into the Root store', t => {
	const text = all(nextSteps(signingPlan, windows));
	t.true(text.includes('Install this same file on every Job Service of the group'));
	t.true(text.includes('Do not make it again on another server'));
	t.true(text.includes('does not belong into the Root store'));
	t.false(text.includes('LocalMachine\\Root'));
	t.false(text.includes('security add-trusted-cert'));
});

test('without a PFX there is nothing to install', t => {
	const text = all(nextSteps(sslPlan, {pem: '/tmp/js1.pem'}));
	t.false(text.includes('Import-PfxCertificate'));
	t.false(text.includes('installer'));
	t.true(text.includes("certutil -addstore Root '.\\js1.pem'"));
	t.true(text.includes("System.keychain '/tmp/js1.pem'"));
});

test('with only a PFX the public part is exported, never the PFX trusted', t => {
	const text = all(nextSteps(sslPlan, {pfx: '/home/jan/out/js1.pfx'}));
	t.true(
		text.includes("Get-PfxCertificate -LiteralPath '.\\js1.pfx' | Export-Certificate -FilePath '.\\js1.cer'"),
	);
	t.false(text.includes('security add-trusted-cert'));
});

test('names are quoted for PowerShell, which takes typographic quotes for quotes', t => {
	t.is(powerShellQuoted("it's ’this’ $x `y`"), "'it''s ’’this’’ $x `y`'");
	t.is(windowsFile('\\\\server\\share\\a.pfx'), "'\\\\server\\share\\a.pfx'");
	t.is(windowsFile('/home/jan/a b.pfx'), "'.\\a b.pfx'");
});

test('names are quoted for a POSIX shell', t => {
	const name = 'it\'s "here" $HOME `id` \\ *;';
	t.is(execFileSync('sh', ['-c', `printf %s ${posixQuoted(name)}`], {encoding: 'utf8'}), name);
});

test('a folder name cannot steer the terminal through a command', t => {
	t.false(
		all(nextSteps(sslPlan, {pfx: '/tmp/\u001b[2J/a.pfx', cer: '/tmp/\u001b[2J/a.cer'})).includes('\u001b'),
	);
});

test('nobody trusts a self-signed SSL certificate; a signing certificate needs no trust of clients', t => {
	t.regex(describeTrust(sslPlan).short, /^nobody, until the \.cer is in Trusted Root/);
	t.regex(describeTrust({...sslPlan, outputs: ['pfx']}).short, /^nobody, until the certificate is/);
	t.regex(describeTrust(signingPlan).text, /Clients do not need to trust it/);
});

test('the compatible PFX says that it resists guessing badly, the modern one who cannot open it', t => {
	t.regex(describeOpenedBy('compatible').text, /resists guessing badly/);
	t.regex(describeOpenedBy('modern').short, /Windows 10 1709, Server 2019/);
	t.regex(
		describeOpenedBy('modern').text,
		/Server 2016 and older, and some macOS, say that the password is wrong/,
	);
});
