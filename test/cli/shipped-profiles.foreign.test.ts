// Every profile that ships, for this computer and for servers that DNS knows.
import test from 'ava';
import {startDnsServer} from '../machine/dns-server.js';
import {runProgram} from '../program.js';
import {assertNothingMade, dnsServerIs, readPfx, thisComputerIs} from './support.js';

const password = {env: {SAFEQ_CERT_PASSWORD: 'Geheim-1'}};

test.serial('ssl for this computer has its names and addresses', async t => {
	const nodeFlags = thisComputerIs('SRV01.company.com', '192.0.2.11');
	const args = ['--profile', 'ssl', '--for', 'this-computer', '--yes', '--out', 'out'];
	const run = await runProgram(args, {...password, nodeFlags});
	t.is(run.code, 0, run.stderr);
	const [, cer = '', pfx = ''] = run.files;
	t.regex(cer, /^out\/YSoft SafeQ SSL srv01\.company\.com \d{4}-\d\d\.cer$/);
	const certificate = await readPfx(run.contents.get(pfx), 'Geheim-1');
	t.regex(certificate, /subject=CN=srv01\.company\.com/);
	t.regex(certificate, /DNS:srv01\.company\.com, DNS:srv01, IP Address:192\.0\.2\.11/);
	t.regex(certificate, /Digital Signature, Key Encipherment/);
	t.regex(certificate, /TLS Web Server Authentication/);
	t.regex(
		run.stdout,
		/Profile ssl \(shipped\): .*ssl\.yaml\nThis computer: srv01\.company\.com \(srv01\)\n {2}192\.0\.2\.11 {2}eth0/,
	);
});

test.serial(
	'ssl for several servers makes a certificate for each, with all addresses that DNS knows',
	async t => {
		const dns = await startDnsServer(t, {
			'js1.company.com': {a: ['192.0.2.12', '192.0.2.11']},
			'js2.company.com': {a: ['192.0.2.21'], aaaa: [[0x20, 0x01, 0x0d, 0xb8, ...Array(11).fill(0), 1]]},
		});
		const args = ['-p', 'ssl', '--for', 'js1.company.com,JS2.company.com', '--key', 'ecdsa-p256', '--yes'];
		const run = await runProgram(args, {...password, nodeFlags: dnsServerIs(dns)});
		t.is(run.code, 0, run.stderr);
		t.is(run.files.length, 4);
		const pfx = (name: string) =>
			run.contents.get(run.files.find(each => each.includes(name) && each.endsWith('pfx')) ?? '');
		t.regex(
			await readPfx(pfx('js1'), 'Geheim-1'),
			/subject=CN=js1\.company\.com .*DNS:js1\.company\.com, DNS:js1, IP Address:192\.0\.2\.11, IP Address:192\.0\.2\.12/,
		);
		t.regex(
			await readPfx(pfx('js2'), 'Geheim-1'),
			/subject=CN=js2\.company\.com .*DNS:js2\.company\.com, DNS:js2, IP Address:192\.0\.2\.21, IP Address:2001:DB8:0:0:0:0:0:1/,
		);
	},
);

test.serial(
	'a server that DNS does not know stops the whole run, also the servers that it knows',
	async t => {
		const dns = await startDnsServer(t, {'js1.company.com': {a: ['192.0.2.11']}});
		const args = ['-p', 'ssl', '--for', 'js1.company.com', '--for', 'js9.company.com', '--yes'];
		const run = await runProgram(args, {...password, nodeFlags: dnsServerIs(dns)});
		t.is(run.code, 1);
		t.regex(run.stderr, /DNS does not know "js9\.company\.com" \[server-unknown\]\n {2}hint: .*--san/);
		assertNothingMade(t, run);
	},
);

test.serial('a placeholder without --for is an error at each place where one stands', async t => {
	const run = await runProgram(['-p', 'ssl', '--yes'], password);
	t.is(run.code, 1);
	t.is(run.stderr.match(/ssl\.yaml:\d+:\d+: error: .*\[placeholder-without-server\]/g)?.length, 4);
	assertNothingMade(t, run);
});

test.serial(
	'near-roaming-group-signing makes one signing certificate without SAN and extended key usage',
	async t => {
		const run = await runProgram(['-p', 'near-roaming-group-signing', '--yes'], password);
		t.is(run.code, 0, run.stderr);
		const certificate = await readPfx(run.contents.get(run.files[1] ?? ''), 'Geheim-1');
		t.is(certificate, 'subject=CN=YSoft SafeQ X509v3 Key Usage: critical Digital Signature');
		t.regex(run.stdout, /same file/);
	},
);

test.serial('ssl-wildcard covers the domain that --for names, without asking DNS', async t => {
	const args = ['-p', 'ssl-wildcard', '--for', 'company.com', '--key', 'ecdsa-p256', '--yes'];
	const run = await runProgram(args, {...password, nodeFlags: dnsServerIs('127.0.0.1:9')});
	t.is(run.code, 0, run.stderr);
	const certificate = await readPfx(run.contents.get(run.files[1] ?? ''), 'Geheim-1');
	t.regex(certificate, /DNS:\*\.company\.com, DNS:company\.com/);
	t.true(run.files.every(each => each.startsWith('YSoft SafeQ SSL wildcard company.com 20')));
});

test.serial('group makes a signing certificate and an SSL certificate for each of three servers', async t => {
	const run = await runProgram(['-p', 'group', '--yes', '--out', 'made/here'], password);
	t.is(run.code, 0, run.stderr);
	t.deepEqual(
		run.files.map(each => each.replace(/\d{4}-\d\d/, 'DATE')),
		[
			'made/',
			'made/here/',
			...['SSL js1.company.com', 'SSL js2.company.com', 'SSL js3.company.com', 'Signing Certificate'].flatMap(
				each => [`made/here/YSoft SafeQ ${each} DATE.cer`, `made/here/YSoft SafeQ ${each} DATE.pfx`],
			),
		],
	);
	t.regex(run.stdout, /4 created/);
	t.regex(run.stdout, /Next steps, signing certificate/);
	t.regex(run.stdout, /Next steps, SSL certificate \(shown for the first of 3\)/);
});
