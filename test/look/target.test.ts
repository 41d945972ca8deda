// What somebody writes for a file or a server.
import os from 'node:os';
import path from 'node:path';
import test from 'ava';
import {parseTarget} from '../../source/look/target.js';

const cwd = path.resolve('/srv/certs');

function read(text: string): string {
	const target = parseTarget(text, cwd);
	if ('code' in target) return `${target.code}: ${target.message}`;
	return target.type === 'file'
		? `file ${path.relative(cwd, target.path)}`
		: `${target.endpoint.host} ${target.endpoint.port}`;
}

const servers: readonly (readonly [written: string, endpoint: string])[] = [
	['js1.company.com', 'js1.company.com 5000'],
	['JS1.Company.Com.', 'js1.company.com 5000'],
	['js1', 'js1 5000'],
	['js1:8443', 'js1 8443'],
	['https://js1.company.com', 'js1.company.com 5000'],
	['https://js1.company.com:443/path?x#y', 'js1.company.com 443'],
	['HTTPS://js1.company.com/', 'js1.company.com 5000'],
	['js1:8443/some/page', 'js1 8443'],
	['10.20.1.11', '10.20.1.11 5000'],
	['10.20.1.11:443', '10.20.1.11 443'],
	['::1', '::1 5000'],
	['2001:DB8:0::1', '2001:db8::1 5000'],
	['[2001:db8::1]', '2001:db8::1 5000'],
	['[2001:db8::1]:8443', '2001:db8::1 8443'],
	['https://[::1]:8443/', '::1 8443'],
	['bücher.example', 'xn--bcher-kva.example 5000'],
	['\u200ejs1.company.com \u200b', 'js1.company.com 5000'],
];

for (const [written, endpoint] of servers)
	test(`the server ${JSON.stringify(written)} is ${endpoint}`, t => {
		t.is(read(written), endpoint);
	});

const files = [
	'ssl.pfx',
	'SSL.P12',
	'js1.company.com.cer',
	'./js1',
	'out/js1',
	'../x',
	'a b.pem',
	'chain.p7b',
];

for (const written of files)
	test(`${JSON.stringify(written)} is a file`, t => {
		t.is(read(written), `file ${path.normalize(written)}`);
	});

test('a leading ~ is the home folder, which no shell of Windows puts in for a program', t => {
	for (const written of ['~/x.pfx', '~/certs/js1']) {
		const target = parseTarget(written, cwd);
		t.like(target, {text: written, path: path.join(os.homedir(), written.slice(2))});
	}
	t.is(read('./~/x.pfx'), `file ${path.join('~', 'x.pfx')}`);
});

test('a path as Windows writes it is a file', t => {
	const target = parseTarget('C:\\certs\\js1', cwd);
	t.true('type' in target && target.type === 'file');
});

for (const written of [
	'',
	'http://js1.company.com',
	'ldap://js1',
	'*.company.com',
	'js1:0',
	'js1:65536',
	'js1:abc',
	'js1 js2',
	'a@js1',
	'1.2.3.300',
	'1.2.3',
	'[::1',
	'[js1]',
	'fe80::1%eth0',
	'10.0.0.0/24:1',
	'x'.repeat(64),
])
	test(`${JSON.stringify(written)} is no target`, t => {
		t.regex(read(written), /^(?:usage: |file )/);
		if (!/[\\/]/.test(written) || written.includes('://')) t.regex(read(written), /^usage: /);
	});

test('the mark that Windows puts before a path it copies is no part of the path', t => {
	t.is(read('\u202a./certs/js1.pfx'), `file ${path.join('certs', 'js1.pfx')}`);
	t.is(read('\u200ejs1.pfx'), 'file js1.pfx');
});

for (const written of [
	'mary:Kanarek-5f2c9b@js1',
	'mary:Kanarek-5f2c9b@js1:5000',
	'mary:Kanarek-5f2c9b@js1/',
	'https://mary:Kanarek/5f2c9b@js1/',
	'https://mary:Kanarek-5f2c9b@js1.company.com/',
	'https://Kanarek-5f2c9b@js1',
	'http://mary:Kanarek-5f2c9b@js1',
	'mary:Kanarek-5f2c9b@[::1]:5000',
	':Kanarek-5f2c9b@js1',
])
	test(`a target holds no user and no password, and is not repeated: ${written.replace(/Kanarek/, '…')}`, t => {
		const target = parseTarget(written, cwd);
		t.false('type' in target);
		t.like(target, {
			code: 'usage',
			message: 'a server is named without a user and a password: nobody is logged in',
		});
		t.notRegex(JSON.stringify(target), /Kanarek|5f2c9b/);
	});

test('an @ in the path of a URL is no password, and in the name of a file neither', t => {
	t.is(read('https://js1.company.com/~mary@company'), 'js1.company.com 5000');
	t.is(read('mary@company.pfx'), 'file mary@company.pfx');
	t.is(read('./a:b@c'), `file ${path.normalize('a:b@c')}`);
});

test('what stands for a port and is none is called so', t => {
	for (const written of ['js1:abc', 'js1:', 'js1:0x50', '10.20.1.11:65536', 'https://js1:1e3/'])
		t.regex(read(written), /has no possible port$/);
	for (const written of ['js1:5000:1', 'js1.company.com:5000:', 'https://js1:5000:1/x'])
		t.is(read(written), `usage: "${written}" has no possible port`);
	t.regex(read('2001:db8::zz'), /is not an IPv4 or IPv6 address$/);
});
