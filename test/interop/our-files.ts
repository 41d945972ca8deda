// Makes the PFX files that the foreign programs judge.
import {hash} from 'node:crypto';
import path from 'node:path';
import {encodePfx} from '../../source/pfx/encode.js';
import type {CertificatePlan} from '../../source/plan/plan.js';
import {testKeyPair} from '../certificate/test-keys.js';
import {selfSigned} from '../certificate/test-plan.js';
import {put} from './tools.js';
import type {PfxFile} from './verifiers.js';

/** Random bytes that are always the same: SHA-512 of a counter. */
export function fixedRandomBytes(): (length: number) => Uint8Array {
	let count = 0;
	return length => hash('sha512', `random bytes for tests ${count++}`, 'buffer').subarray(0, length);
}

/** The PFX of a plan with the test key of its type, self-signed. */
export async function pfxOf(
	plan: CertificatePlan,
	password: string,
): Promise<[certificate: Uint8Array, pfx: Uint8Array]> {
	const certificate = selfSigned(plan);
	const {friendlyName, pfx} = plan;
	const {privateKey} = testKeyPair(plan.key);
	const bytes = await encodePfx(
		{privateKey, certificate, chain: [], friendlyName, provider: pfx.provider},
		{encryption: pfx.encryption, iterations: pfx.iterations, password, randomBytes: fixedRandomBytes()},
	);
	return [certificate, bytes];
}

/** The same as a file `NAME.pfx` in the folder. */
export async function putPfx(
	folder: string,
	name: string,
	plan: CertificatePlan,
	password: string,
): Promise<PfxFile> {
	const [certificate, pfx] = await pfxOf(plan, password);
	return {name, password, certificate, file: path.resolve(await put(folder, `${name}.pfx`, pfx))};
}

/** The PFX options of a mode as the program chooses them. */
export function pfxPlan(
	encryption: 'compatible' | 'modern',
	iterations = encryption === 'modern' ? 100_000 : 2048,
) {
	return {encryption, iterations, provider: 'Microsoft Software Key Storage Provider'} as const;
}
