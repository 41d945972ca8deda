// The whole job on one page: plan → key → certificate → PFX → proof → files.
import {issueCertificate} from './certificate/issue.js';
import type {Certificate, KeyPair} from './certificate/certificate.js';
import {certificateToPem} from './certificate/pem.js';
import {readCertificate} from './certificate/read.js';
import {serialNumberFrom} from './certificate/serial-number.js';
import {createFiles} from './files/create-files.js';
import type {Machine} from './machine/machine.js';
import {encodePfx} from './pfx/encode.js';
import type {PreparedCertificate} from './prepare.js';
import {error, hasErrors, type Problem} from './problem/problem.js';
import {quoted} from './problem/visible.js';
import type {ProofLine} from './proof/proof-line.js';
import {prove} from './proof/prove.js';

/** What can be made before anybody decides to write: the key does not depend on the names. */
export type Made = {readonly keyPair: KeyPair; readonly serialNumber: Uint8Array};

export type Outcome = {
	readonly status: 'planned' | 'created' | 'failed' | 'cancelled';
	readonly prepared: PreparedCertificate;
	/** As read back from the bytes that were written; null when nothing was made. */
	readonly certificate: Certificate | null;
	/** Absolute paths of the files that exist now. */
	readonly files: readonly string[];
	readonly proof: readonly ProofLine[];
	readonly problems: readonly Problem[];
};

export type GenerateOptions = {
	readonly machine: Machine;
	/** The password of a certificate's PFX; asked only when a PFX is wanted. */
	readonly passwordOf: (prepared: PreparedCertificate) => string;
	readonly overwrite: boolean;
	/** Keys and certificates under way at a time. */
	readonly width: number;
	readonly signal?: AbortSignal;
	/** Called after each certificate, in the order in which they are finished. */
	readonly onOutcome?: (outcome: Outcome, finished: number) => void;
	/** A key and serial number that were made in advance. */
	readonly madeOf?: (prepared: PreparedCertificate) => Promise<Made> | null;
};

/**
 * Makes every certificate that was prepared, proves it and writes its files; the one function behind every front.
 * Returns the outcomes in the order of `prepared`; nothing is thrown for a certificate that fails. After a failed
 * write, and after the signal, no further certificate is begun: the rest is `cancelled`.
 */
export async function generate(
	prepared: readonly PreparedCertificate[],
	options: GenerateOptions,
): Promise<readonly Outcome[]> {
	const outcomes: Outcome[] = prepared.map(each => nothing('cancelled', each));
	const queue = prepared.entries();
	let finished = 0;
	let stopped = false;
	const work = async () => {
		for (const [index, each] of queue) {
			if (stopped || options.signal?.aborted === true) return;
			const outcome = await generateOne(each, options);
			outcomes[index] = outcome;
			stopped ||= outcome.status === 'failed';
			options.onOutcome?.(outcome, ++finished);
		}
	};
	await Promise.all(Array.from({length: Math.max(1, options.width)}, work));
	return outcomes;
}

/** An outcome without anything made. */
export function nothing(
	status: Outcome['status'],
	prepared: PreparedCertificate,
	problems: readonly Problem[] = [],
): Outcome {
	return {status, prepared, certificate: null, files: [], proof: [], problems};
}

async function generateOne(prepared: PreparedCertificate, options: GenerateOptions): Promise<Outcome> {
	const {machine, signal} = options;
	const {plan} = prepared;
	let made: Made;
	try {
		made = (await options.madeOf?.(prepared)) ?? {
			keyPair: await machine.generateKeyPair(plan.key, signal),
			serialNumber: serialNumberFrom(machine.randomBytes),
		};
	} catch (failure) {
		if (signal?.aborted === true) return nothing('cancelled', prepared);
		throw failure;
	}
	const {keyPair, serialNumber} = made;
	const der = issueCertificate(plan, {
		subjectPublicKey: keyPair.publicKey,
		signer: {privateKey: keyPair.privateKey, certificate: null},
		serialNumber,
	});
	const password = plan.outputs.includes('pfx') ? options.passwordOf(prepared) : '';
	const pfx = plan.outputs.includes('pfx')
		? await encodePfx(
				{
					privateKey: keyPair.privateKey,
					certificate: der,
					chain: [],
					friendlyName: plan.friendlyName,
					provider: plan.pfx.provider,
				},
				{...plan.pfx, password, randomBytes: machine.randomBytes},
			)
		: null;
	const certificate = readCertificate(der);
	const proof = await prove({plan, certificate: der, pfx, password, now: machine.now()});
	const broken = proof.filter(line => !line.ok);
	if (broken.length > 0) {
		const what = broken
			.map(line => (line.detail === null ? line.check : `${line.check}: ${line.detail}`))
			.join('; ');
		const message = `${quoted(plan.friendlyName)} did not pass its proof and was not written: ${what}`;
		return {
			...nothing('failed', prepared, [error('proof-failed', message)]),
			certificate,
			proof,
		};
	}
	if (signal?.aborted === true) return nothing('cancelled', prepared);
	const bytes = {pfx, cer: der, pem: Buffer.from(certificateToPem(der))};
	const files = prepared.files.flatMap(({output, path}) => {
		const content = bytes[output];
		return content === null ? [] : [{path, bytes: content, secret: output === 'pfx'}];
	});
	const problems = await createFiles(files, options.overwrite);
	if (hasErrors(problems)) return {...nothing('failed', prepared, problems), certificate, proof};
	return {
		status: 'created',
		prepared,
		certificate,
		files: files.map(({path}) => path),
		proof,
		problems,
	};
}
