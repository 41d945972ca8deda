// Keys, certificates and PFX files to prove, good ones and spoilt ones; every key is made for the test run and thrown away.
import {generateKeyPairSync, type KeyObject, randomBytes} from 'node:crypto';
import type {KeyPair} from '../../source/certificate/certificate.js';
import {issueCertificate} from '../../source/certificate/issue.js';
import {serialNumberFrom} from '../../source/certificate/serial-number.js';
import {encodePfx} from '../../source/pfx/encode.js';
import type {PfxContent} from '../../source/pfx/pfx.js';
import type {CertificatePlan} from '../../source/plan/plan.js';
import type {KeyType} from '../../source/profile/profile.js';
import type {ProofInput} from '../../source/proof/prove.js';

export const password = 'correct horse battery staple';
export const now = new Date(Math.floor(Date.now() / 1000) * 1000);

const hour = 3_600_000;
export const after = (hours: number) => new Date(now.getTime() + hours * hour);

const keyUsage = (key: KeyType) =>
	key.startsWith('rsa')
		? (['digitalSignature', 'keyEncipherment'] as const)
		: (['digitalSignature'] as const);

export function sslPlan(key: KeyType = 'rsa-2048', changes: Partial<CertificatePlan> = {}): CertificatePlan {
	return {
		kind: 'ssl',
		friendlyName: 'YSoft SafeQ SSL js1',
		subject: [
			[{type: '2.5.4.6', value: 'CZ'}],
			[{type: '2.5.4.10', value: 'Žluťoučký kůň, a.s.'}],
			[
				{type: '2.5.4.11', value: 'Print'},
				{type: '2.5.4.3', value: 'js1.company.com'},
			],
		],
		subjectAlternativeNames: [
			{type: 'dns', value: 'js1.company.com'},
			{type: 'dns', value: 'js1'},
			{type: 'dns', value: '*.print.company.com'},
			{type: 'dns', value: 'xn--bcher-kva.example'},
			{type: 'ip', value: '10.20.1.11'},
			{type: 'ip', value: '2001:db8::1'},
			{type: 'ip', value: '::1'},
		],
		key,
		signatureHash: 'sha256',
		notBefore: after(-1),
		notAfter: after(730 * 24 - 1),
		keyUsage: keyUsage(key),
		extendedKeyUsage: ['1.3.6.1.5.5.7.3.1'],
		pfx: {encryption: 'compatible', iterations: 2048, provider: 'Microsoft Software Key Storage Provider'},
		outputs: ['pfx', 'cer'],
		fileName: 'js1',
		...changes,
	};
}

export function signingPlan(
	key: KeyType = 'rsa-2048',
	changes: Partial<CertificatePlan> = {},
): CertificatePlan {
	return sslPlan(key, {
		kind: 'signing',
		friendlyName: 'YSoft SafeQ Signing Certificate',
		subjectAlternativeNames: [],
		keyUsage: ['digitalSignature'],
		extendedKeyUsage: [],
		...changes,
	});
}

const keyPairs = new Map<KeyType, KeyPair>();

/** One key pair of each type for the whole file; a fresh one when asked for. */
export function keyPair(type: KeyType, fresh = false): KeyPair {
	const known = keyPairs.get(type);
	if (known !== undefined && !fresh) return known;
	const made = type.startsWith('rsa')
		? generateKeyPairSync('rsa', {modulusLength: Number(type.slice(4))})
		: generateKeyPairSync('ec', {namedCurve: type === 'ecdsa-p256' ? 'P-256' : 'P-384'});
	if (!fresh) keyPairs.set(type, made);
	return made;
}

/** The self-signed certificate that a plan describes. */
export function issue(plan: CertificatePlan, {publicKey, privateKey} = keyPair(plan.key)): Uint8Array {
	return issueCertificate(plan, {
		subjectPublicKey: publicKey,
		signer: {privateKey, certificate: null},
		serialNumber: serialNumberFrom(length => randomBytes(length)),
	});
}

/** The PFX that a plan describes, with some of its content changed. */
export function pack(
	plan: CertificatePlan,
	certificate: Uint8Array,
	changes: Partial<PfxContent> = {},
	privateKey: KeyObject = keyPair(plan.key).privateKey,
): Promise<Uint8Array> {
	const {encryption, iterations, provider} = plan.pfx;
	return encodePfx(
		{privateKey, certificate, chain: [], friendlyName: plan.friendlyName, provider, ...changes},
		{encryption, iterations, password, randomBytes: length => randomBytes(length)},
	);
}

/** What `prove` gets for a plan when nothing went wrong. */
export async function goodInput(plan: CertificatePlan): Promise<ProofInput> {
	const certificate = issue(plan);
	return {plan, certificate, pfx: await pack(plan, certificate), password, now};
}
