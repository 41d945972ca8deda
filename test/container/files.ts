// The files that the tests of the container read: made by openssl and the others from the keys of the tests.
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {issueCertificate} from '../../source/certificate/issue.js';
import {certificateToPem} from '../../source/certificate/pem.js';
import {readCertificate} from '../../source/certificate/read.js';
import {arrange} from '../../source/container/arrange.js';
import type {Container} from '../../source/container/container.js';
import {readContent} from '../../source/container/content.js';
import {type Problem, ProblemError} from '../../source/problem/problem.js';
import {fixturePath, testKeyPair} from '../certificate/test-keys.js';
import {selfSigned, testPlan} from '../certificate/test-plan.js';
import {runOk} from '../interop/tools.js';

export const password = 'container password';
export const rsaKeyFile = fixturePath('test-only-rsa-2048.pem');
export const ecKeyFile = fixturePath('test-only-ecdsa-p256.pem');

/** Self-signed, of the test key `rsa-2048`. */
export const certificate = selfSigned(testPlan('ssl', 'rsa-2048'));
export const certificatePem = certificateToPem(certificate);

/** Reads bytes as a command does. */
export async function open(bytes: Uint8Array | string, secret: string | null = null): Promise<Container> {
	const given = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
	return arrange(await readContent(given, {password: secret}));
}

/** The problem with which reading ends. */
export async function refusal(bytes: Uint8Array | string, secret: string | null = null): Promise<Problem> {
	try {
		await open(bytes, secret);
	} catch (failure) {
		const [problem] = failure instanceof ProblemError ? failure.problems : [];
		if (problem !== undefined) return problem;
		throw failure;
	}
	throw new Error('it was read');
}

/** Runs openssl with `-out FILE` at the end; returns the file's bytes. */
export async function openssl(folder: string, name: string, args: readonly string[]): Promise<Buffer> {
	const file = path.join(folder, name);
	await runOk('openssl', [...args, '-out', file]);
	return readFile(file);
}

/**
 * Root → intermediate → leaf: root with the key `rsa-3072`, intermediate with `ecdsa-p384`, leaf with `rsa-2048`.
 * DER. The issuers' plans are not those of a CA: only names and signatures matter here.
 */
export function chain(): readonly [leaf: Uint8Array, intermediate: Uint8Array, root: Uint8Array] {
	const named = (name: string) => [[{type: '2.5.4.3', value: name}]];
	const rootPlan = testPlan('signing', 'rsa-3072', {subject: named('Test root')});
	const root = selfSigned(rootPlan);
	const issue = (
		subject: string,
		key: 'ecdsa-p384' | 'rsa-2048',
		by: 'rsa-3072' | 'ecdsa-p384',
		issuer: Uint8Array,
	) =>
		issueCertificate(testPlan('ssl', key, {subject: named(subject)}), {
			subjectPublicKey: testKeyPair(key).publicKey,
			signer: {privateKey: testKeyPair(by).privateKey, certificate: readCertificate(issuer)},
			serialNumber: Uint8Array.of(1, subject.length),
		});
	const intermediate = issue('Test intermediate', 'ecdsa-p384', 'rsa-3072', root);
	return [issue('srv01.company.com', 'rsa-2048', 'ecdsa-p384', intermediate), intermediate, root];
}
