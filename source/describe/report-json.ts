// What `--json` prints, from the same plans, certificates and problems that the text report shows.
import type {Certificate} from '../certificate/certificate.js';
import {formatDistinguishedName} from '../plan/distinguished-name-text.js';
import {extendedKeyUsageName} from '../plan/object-identifier.js';
import type {CertificatePlan} from '../plan/plan.js';
import type {Problem} from '../problem/problem.js';
import type {ProofLine} from '../proof/proof-line.js';
import {isoInstant} from './instant.js';
import type {CertificateJson, ProblemJson, ReportJson} from './report-definition.js';

/** How far one certificate of a run came; the certificate is null when none was made. */
export type CertificateOutcome = {
	readonly status: CertificateJson['status'];
	readonly plan: CertificatePlan;
	readonly certificate: Pick<Certificate, 'serialNumber' | 'thumbprint' | 'sha256'> | null;
	/** Absolute paths. */
	readonly files: readonly string[];
	readonly proof: readonly ProofLine[];
};

/** One element of `certificates`. */
function certificateJson({status, plan, certificate, files, proof}: CertificateOutcome): CertificateJson {
	const subject = formatDistinguishedName(plan.subject);
	return {
		status,
		kind: plan.kind,
		friendlyName: plan.friendlyName,
		subject,
		issuer: subject,
		serialNumber: certificate?.serialNumber ?? null,
		notBefore: isoInstant(plan.notBefore),
		notAfter: isoInstant(plan.notAfter),
		key: plan.key,
		keyUsage: [...plan.keyUsage],
		extendedKeyUsage: plan.extendedKeyUsage.map(extendedKeyUsageName),
		subjectAlternativeNames: plan.subjectAlternativeNames.map(({type, value}) => ({type, value})),
		thumbprint: certificate?.thumbprint ?? null,
		sha256: certificate?.sha256 ?? null,
		files: [...files],
		proof: proof.map(({check, ok}) => ({check, ok})),
	};
}

/** One element of `problems`. */
export function problemJson({severity, code, message, hint, place}: Problem): ProblemJson {
	return {
		severity,
		code,
		message,
		hint,
		file: place?.file ?? null,
		line: place?.line ?? null,
		column: place?.column ?? null,
	};
}

/** The whole object of a run. */
export function reportJson(
	certificates: readonly CertificateOutcome[],
	problems: readonly Problem[],
): ReportJson {
	return {
		schemaVersion: 1,
		certificates: certificates.map(certificateJson),
		problems: problems.map(problemJson),
	};
}

/** DEL and all that is not ASCII. */
const escaped = /[\u007f-\uffff]/g;

/**
 * The object as text in ASCII: Windows PowerShell reads what a program prints in the code page of old consoles, and a
 * path with an accent would name no file. Nor can a name from a profile, a file or a server steer a terminal.
 */
export function formatReportJson(report: {readonly schemaVersion: 1}): string {
	return JSON.stringify(report, null, 2).replace(
		escaped,
		each => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}
