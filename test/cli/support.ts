// What the tests of the program as people run it share: profiles, a computer of our own, and what openssl says.
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import test, {type ExecutionContext} from 'ava';
import * as v from 'valibot';
import {reportDefinition} from '../../source/describe/report-definition.js';
import {runOk} from '../interop/tools.js';
import type {Run} from '../program.js';

/** For what only POSIX systems have: mode bits, pipes as files, signals. */
export const testOnUnix = process.platform === 'win32' ? test.serial.skip : test.serial;

/** A password that would be found wherever it appeared. */
export const canary = 'Kanarek-5f2c9b';

/** A profile of one SSL certificate, quick to make; `more` is YAML with further keys or other values for these. */
export function sslProfile(name: string, more: Readonly<Record<string, unknown>> = {}): string {
	return JSON.stringify({
		kind: 'ssl',
		key: 'ecdsa-p256',
		subject: `${name}.company.com`,
		friendlyName: `SSL ${name}`,
		subjectAlternativeNames: [`${name}.company.com`],
		...more,
	});
}

/** A profile of `count` SSL certificates: `SSL 1`, `SSL 2` and so on. */
export function batchProfile(count: number, key = 'ecdsa-p256'): string {
	const certificates = Array.from({length: count}, (_, index) => ({
		subject: `srv${index + 1}.company.com`,
		friendlyName: `SSL ${index + 1}`,
		subjectAlternativeNames: [`srv${index + 1}.company.com`],
	}));
	return JSON.stringify({kind: 'ssl', key, certificates});
}

type Report = v.InferOutput<typeof reportDefinition>;

/** The one JSON object on stdout, held against its schema. */
export function reportOf({stdout}: Pick<Run, 'stdout'>): Report {
	return v.parse(reportDefinition, JSON.parse(stdout));
}

/** The codes of the problems with this severity, in their order. */
export function codesOf({problems}: Report, severity = 'error'): string[] {
	return problems.filter(each => each.severity === severity).map(({code}) => code);
}

/** What openssl reads from a PFX, in one line: subject, usages and SAN of its certificate; it must have a key too. */
export async function readPfx(pfx: Buffer | undefined, password: string): Promise<string> {
	if (pfx === undefined) throw new Error('there is no such PFX');
	const folder = await mkdtemp(path.join(os.tmpdir(), 'safeq-openssl-'));
	try {
		const file = path.join(folder, 'it.pfx');
		await writeFile(file, pfx);
		await writeFile(path.join(folder, 'password'), password);
		const pass = ['-passin', `file:${path.join(folder, 'password')}`];
		const {stdout: pem} = await runOk('openssl', ['pkcs12', '-in', file, ...pass, '-nodes']);
		const fields = ['-subject', '-nameopt', 'RFC2253', '-ext', 'subjectAltName,keyUsage,extendedKeyUsage'];
		const {stdout} = await runOk('openssl', ['x509', '-noout', ...fields], pem);
		const text = stdout.replace(/\s+/g, ' ').trim();
		return pem.includes('PRIVATE KEY') ? text : `no private key; ${text}`;
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
}

/** Node flags that run some code before the program: to give it another clock, another name, another DNS server. */
export function before(code: string): string[] {
	return ['--import', `data:text/javascript,${encodeURIComponent(code)}`];
}

/** Leaves the file `waiting` behind as soon as standard input is read, or the pipe of this name is open. */
export const tellsWaiting = before(`
	import fs from 'node:fs/promises';
	import {syncBuiltinESMExports} from 'node:module';
	import {writeFileSync} from 'node:fs';
	const {open} = fs;
	fs.open = async (file, ...more) => {
		const handle = await open(file, ...more);
		if (file.endsWith('pipe')) writeFileSync('waiting', '');
		return handle;
	};
	const {stdin} = process;
	const iterate = stdin[Symbol.asyncIterator];
	stdin[Symbol.asyncIterator] = () => {
		writeFileSync('waiting', '');
		return iterate.call(stdin);
	};
	syncBuiltinESMExports();
`);

/** A computer with this name and address. */
export function thisComputerIs(name: string, address: string): string[] {
	const adapter = {eth0: [{address, internal: false, family: 'IPv4', netmask: '', mac: '', cidr: null}]};
	return before(`
		import os from 'node:os';
		import {syncBuiltinESMExports} from 'node:module';
		os.hostname = () => ${JSON.stringify(name)};
		os.networkInterfaces = () => (${JSON.stringify(adapter)});
		syncBuiltinESMExports();
	`);
}

/** DNS is what answers at this address of the loopback interface. */
export function dnsServerIs(address: string): string[] {
	return before(`
		import dns from 'node:dns/promises';
		import {syncBuiltinESMExports} from 'node:module';
		const {Resolver} = dns;
		dns.Resolver = class extends Resolver {
			constructor(options) {
				super(options);
				this.setServers([${JSON.stringify(address)}]);
			}
		};
		syncBuiltinESMExports();
	`);
}

/** The clock says this. */
export function nowIs(iso: string): string[] {
	return before(`
		const offset = Date.parse(${JSON.stringify(iso)}) - Date.now();
		const {now} = Date;
		Date.now = () => now() + offset;
		globalThis.Date = new Proxy(Date, {
			construct: (target, args, as) => Reflect.construct(target, args.length === 0 ? [Date.now()] : args, as),
		});
	`);
}

/** Nothing was made: no file beside those that were there before, whatever the exit code. */
export function assertNothingMade(t: ExecutionContext, run: Run, there: readonly string[] = []): void {
	t.deepEqual(run.files, [...there].sort(), run.stderr);
}
