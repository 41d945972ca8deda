// The whole job on one page: plan → key → certificate → PFX → proof → files.
import {issueCertificate} from './certificate/issue.js';
import type {Certificate, KeyPair} from './certificate/certificate.js';
import {certificateToPem} from './certificate/pem.js';
import {readCertificate} from './certificate/read.js';
import {serialNumberFrom} from './certificate/serial-number.js';
import {createFiles, type NewFile} from './files/create-files.js';
import type {Machine} from './machine/machine.js';
import {encodePfxWith} from './pfx/encode.js';
import {derivePfxKeys} from './pfx/protect.js';
import type {CertificatePlan} from './plan/plan.js';
import type {PreparedCertificate} from './prepare.js';
import {bugProblem} from './problem/bug.js';
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
	/** What a bug of ours threw, for its stack; the problem stands among the others. */
	readonly thrown?: unknown;
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
 * Returns the outcomes in the order of `prepared`; nothing is thrown for a certificate that fails. After a failure
 * no further certificate is begun: the rest is `cancelled`. After the signal, what is not being written already is
 * given up at once, though a key that is being made may keep a core busy for some seconds more.
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

/** Whether there is a PFX now that a password opens. */
export function wrotePfx(outcomes: readonly Outcome[]): boolean {
	return outcomes.some(({status, prepared}) => status === 'created' && prepared.plan.outputs.includes('pfx'));
}

/** Proven, and not yet on the disk. */
type Proven = Pick<Outcome, 'certificate' | 'proof'> & {readonly files: readonly NewFile[]};

async function generateOne(prepared: PreparedCertificate, options: GenerateOptions): Promise<Outcome> {
	const {signal} = options;
	try {
		const proven = await unlessAborted(makeAndProve(prepared, options), signal);
		if ('status' in proven) return proven;
		const {files, ...made} = proven;
		const problems = await createFiles(files, options.overwrite);
		if (hasErrors(problems)) return {...nothing('failed', prepared, problems), ...made};
		return {status: 'created', prepared, ...made, files: files.map(({path}) => path), problems};
	} catch (thrown) {
		if (signal?.aborted === true) return nothing('cancelled', prepared);
		return {...nothing('failed', prepared, [bugProblem(thrown)]), thrown};
	}
}

/** Gives the result of `work`, or rejects with the signal's reason as soon as it is aborted. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
	if (signal === undefined) return work;
	const {promise: aborted, reject} = Promise.withResolvers<never>();
	const abort = () => reject(signal.reason);
	signal.addEventListener('abort', abort);
	try {
		return await Promise.race([work, aborted]);
	} finally {
		signal.removeEventListener('abort', abort);
	}
}

async function make(plan: CertificatePlan, machine: Machine, signal: AbortSignal | undefined): Promise<Made> {
	const keyPair = await machine.generateKeyPair(plan.key, signal);
	return {keyPair, serialNumber: serialNumberFrom(machine.randomBytes)};
}

async function makeAndProve(
	prepared: PreparedCertificate,
	{machine, signal, passwordOf, madeOf}: GenerateOptions,
): Promise<Proven | Outcome> {
	const {plan} = prepared;
	const wantsPfx = plan.outputs.includes('pfx');
	const password = wantsPfx ? passwordOf(prepared) : '';
	const protection = {...plan.pfx, password, randomBytes: machine.randomBytes};
	// The key pair is made by other threads; what the PFX derives from the password is derived meanwhile.
	const [{keyPair, serialNumber}, pfxKeys] = await Promise.all([
		madeOf?.(prepared) ?? make(plan, machine, signal),
		wantsPfx ? derivePfxKeys(protection) : null,
	]);
	const {privateKey} = keyPair;
	const der = issueCertificate(plan, {
		subjectPublicKey: keyPair.publicKey,
		signer: {privateKey, certificate: null},
		serialNumber,
	});
	const {friendlyName} = plan;
	const content = {privateKey, certificate: der, chain: [], friendlyName, provider: plan.pfx.provider};
	const pfx = pfxKeys === null ? null : encodePfxWith(content, pfxKeys);
	const certificate = readCertificate(der);
	const proof = await prove({plan, certificate: der, pfx, password, now: machine.now()});
	if (proof.some(line => !line.ok))
		return {...nothing('failed', prepared, [proofFailed(plan, proof)]), certificate, proof};
	const bytes = {pfx, cer: der, pem: Buffer.from(certificateToPem(der))};
	const files = prepared.files.flatMap(({output, path}) => {
		const content = bytes[output];
		return content === null ? [] : [{path, bytes: content, secret: output === 'pfx'}];
	});
	return {certificate, proof, files};
}

function proofFailed({friendlyName}: CertificatePlan, proof: readonly ProofLine[]): Problem {
	const what = proof
		.filter(line => !line.ok)
		.map(line => (line.detail === null ? line.check : `${line.check}: ${line.detail}`))
		.join('; ');
	return error('proof-failed', `${quoted(friendlyName)} did not pass its proof and was not written: ${what}`);
}
