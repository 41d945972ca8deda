// The certificate that is expected: a file, or a thumbprint as somebody pasted it.
import type {Certificate} from '../../certificate/certificate.js';
import {cleanName} from '../../plan/split-names.js';
import {type Problem, ProblemError} from '../../problem/problem.js';
import {quoted} from '../../problem/visible.js';
import {usage} from '../collect.js';
import {parseTarget} from '../../look/target.js';
import {type FileAccess, openFile} from './open-file.js';

export type Expected = {
	/** For people: the file as given, `thumbprint` or `fingerprint`. */
	readonly label: string;
	/** Upper-case hex; null when only the other one is known. */
	readonly thumbprint: string | null;
	readonly sha256: string | null;
	readonly certificate: Certificate | null;
};

/**
 * Hex digits with whatever MMC, browsers and openssl put around them: spaces, colons, U+200E, "SHA1 Fingerprint=". Null
 * when the text is no thumbprint; a problem when it was meant as one and is too short or too long.
 */
export function parseThumbprint(text: string): Expected | Problem | null {
	const digits = cleanName(text)
		.replace(/^.*\b(?:thumbprint|fingerprint|sha-?1|sha-?256)\b[\s:=]*/i, '')
		.replace(/[\s:-]/g, '');
	if (!/^[\da-f]{16,}$/i.test(digits)) return null;
	const hex = digits.toUpperCase();
	if (hex.length === 40) return {label: 'thumbprint', thumbprint: hex, sha256: null, certificate: null};
	if (hex.length === 64) return {label: 'fingerprint', thumbprint: null, sha256: hex, certificate: null};
	return usage(
		`${quoted(text)} has ${hex.length} hexadecimal digits, and a thumbprint has 40 (SHA-1) or 64 (SHA-256)`,
	);
}

/** The certificate in a file, or what a thumbprint says. Throws ProblemError. */
export async function findExpected(text: string, access: FileAccess): Promise<Expected> {
	const pasted = parseThumbprint(text);
	if (pasted !== null) {
		if ('code' in pasted) throw new ProblemError(pasted);
		return pasted;
	}
	const target = parseTarget(text, access.console.cwd);
	if (!('type' in target) || target.type !== 'file')
		throw new ProblemError(
			usage(`--same-as ${quoted(text)} is neither a file nor a thumbprint`, 'write a file as ./name'),
		);
	const opened = await openFile(target, access);
	if ('code' in opened) throw new ProblemError(opened);
	const certificate = opened.certificates[0]?.certificate ?? null;
	return {
		label: text,
		thumbprint: certificate?.thumbprint ?? null,
		sha256: certificate?.sha256 ?? null,
		certificate,
	};
}

/** Whether the certificate is the expected one; the longer fingerprint decides. */
export function isExpected(certificate: Certificate, {thumbprint, sha256}: Expected): boolean {
	return sha256 === null ? certificate.thumbprint === thumbprint : certificate.sha256 === sha256;
}
