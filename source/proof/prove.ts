// Every check on a certificate and its PFX before their files exist: that they really work.
import {X509Certificate} from 'node:crypto';
import type {Certificate} from '../certificate/certificate.js';
import {readCertificate} from '../certificate/read.js';
import {openPfx} from '../pfx/open.js';
import type {OpenedPfx} from '../pfx/pfx.js';
import type {CertificatePlan} from '../plan/plan.js';
import {compareCertificate} from './compare-certificate.js';
import {comparePfx} from './compare-pfx.js';
import {broke, type ProofLine, passed} from './proof-line.js';
import {proveTls} from './tls.js';
import {proveToken} from './token.js';
import {within} from './within.js';

export type ProofInput = {
	readonly plan: CertificatePlan;
	/** DER, as issued. */
	readonly certificate: Uint8Array;
	/** The bytes that will be written; null when no PFX was asked for. */
	readonly pfx: Uint8Array | null;
	readonly password: string;
	readonly now: Date;
};

const openingLimitMilliseconds = 60_000;

function readBack(der: Uint8Array): [line: ProofLine, certificate: Certificate | null] {
	const check = 'certificate can be read';
	try {
		return [passed(check, null), readCertificate(der)];
	} catch (reason) {
		return [broke(check, reason), null];
	}
}

async function reopen(
	pfx: Uint8Array,
	password: string,
): Promise<[line: ProofLine, opened: OpenedPfx | null]> {
	const check = 'PFX opens with its password';
	try {
		const opened = await within(openingLimitMilliseconds, 'opening it', signal =>
			openPfx(pfx, password, {signal}),
		);
		return [passed(check, null), opened];
	} catch (reason) {
		return [broke(check, reason), null];
	}
}

/** First what stands in the files, then what they can do: only what is as planned is tried. */
async function collect(
	lines: ProofLine[],
	{plan, certificate: der, pfx, password, now}: ProofInput,
): Promise<void> {
	const [readable, certificate] = readBack(der);
	lines.push(readable);
	if (certificate === null) return;
	lines.push(...compareCertificate(plan, certificate));

	let opened: OpenedPfx | null = null;
	if (pfx !== null) {
		const [opens, content] = await reopen(pfx, password);
		lines.push(opens);
		if (content === null) return;
		opened = content;
		lines.push(...comparePfx(plan, der, opened));
	}
	if (lines.some(each => !each.ok)) return;

	const privateKey = opened?.keys[0]?.privateKey ?? null;
	if (plan.kind === 'ssl') lines.push(...(await proveTls(plan, der, privateKey, now)));
	else if (privateKey !== null) lines.push(proveToken(privateKey, new X509Certificate(der).publicKey, now));
}

/**
 * Proves a certificate and its PFX against the plan that they were made from; they are good when every line is ok.
 * A check that depends on a failed one is left out. Never rejects, and ends within about a minute whatever happens.
 */
export async function prove(input: ProofInput): Promise<ProofLine[]> {
	const lines: ProofLine[] = [];
	try {
		await collect(lines, input);
	} catch (reason) {
		lines.push(broke('proof came to its end', reason));
	}
	return lines;
}
