// Certificates and PFX files that are not as planned, and how a proof must say so.
import {execFileSync} from 'node:child_process';
import {X509Certificate} from 'node:crypto';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import type {ExecutionContext} from 'ava';
import type {CertificatePlan} from '../../source/plan/plan.js';
import {type ProofInput, prove} from '../../source/proof/prove.js';
import {goodInput, keyPair, pack, password, sslPlan} from './material.js';

/** Asserts that exactly this line is false, and that its detail says what is wrong. */
export async function failsIn(
	t: ExecutionContext,
	input: ProofInput,
	check: string,
	detail: RegExp,
): Promise<void> {
	const failures = (await prove(input)).filter(each => !each.ok);
	t.deepEqual(
		failures.map(each => each.check),
		[check],
		JSON.stringify(failures),
	);
	t.regex(failures[0]?.detail ?? '', detail);
	t.false(JSON.stringify(failures).includes(password));
}

/** A certificate that was issued from another plan than the one that it is proven against. */
export async function issuedFrom(
	plan: CertificatePlan,
	changes: Partial<CertificatePlan>,
): Promise<ProofInput> {
	return {...(await goodInput({...plan, ...changes})), plan};
}

/** Runs openssl in a folder of its own that holds `key.pem`; gives back the file `out` that it writes there. */
function openssl(plan: CertificatePlan, options: readonly string[], input?: string): Uint8Array {
	const folder = mkdtempSync(path.join(tmpdir(), 'proof-'));
	try {
		const key = keyPair(plan.key).privateKey.export({type: 'pkcs8', format: 'pem'});
		writeFileSync(path.join(folder, 'key.pem'), key, {mode: 0o600});
		execFileSync('openssl', [...options, '-out', 'out'], {cwd: folder, input});
		return readFileSync(path.join(folder, 'out'));
	} finally {
		rmSync(folder, {recursive: true});
	}
}

/** A PFX that openssl made of a plan's key and this certificate. */
export function opensslPfx(
	plan: CertificatePlan,
	certificate: Uint8Array,
	options: readonly string[],
): Uint8Array {
	const common = ['pkcs12', '-export', '-inkey', 'key.pem', '-passout', `pass:${password}`];
	return openssl(plan, [...common, ...options], new X509Certificate(certificate).toString());
}

const planned = {
	subjectAltName: 'DNS:js1.company.com',
	basicConstraints: 'critical,CA:FALSE',
	keyUsage: 'critical,digitalSignature,keyEncipherment',
	extendedKeyUsage: 'serverAuth',
	authorityKeyIdentifier: 'none',
};

/** A certificate that openssl made after our plan, but for these extensions; everything else is as planned. */
export async function issuedByOpenssl(changes: Readonly<Record<string, string>>): Promise<ProofInput> {
	const base = sslPlan('rsa-2048', {
		subject: [[{type: '2.5.4.3', value: 'js1'}]],
		subjectAlternativeNames: [{type: 'dns', value: 'js1.company.com'}],
	});
	const extensions = Object.entries({...planned, ...changes});
	const certificate = openssl(base, [
		...['req', '-x509', '-new', '-key', 'key.pem', '-subj', '/CN=js1', '-days', '30', '-outform', 'DER'],
		...extensions.flatMap(([name, value]) => ['-addext', `${name}=${value}`]),
	]);
	const {validFromDate, validToDate} = new X509Certificate(certificate);
	const plan = {...base, notBefore: validFromDate, notAfter: validToDate};
	return {plan, certificate, pfx: await pack(plan, certificate), password, now: new Date()};
}
