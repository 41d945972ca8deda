// A thumbprint as somebody pasted it → its hexadecimal digits.
import {decided, type Outcome, refused} from '../plan/outcome.js';
import {cleanName} from '../plan/split-names.js';
import {quoted} from '../problem/visible.js';

/** Fewer could be the name of a file or of a server. */
const fewestDigits = 16;

/** Without what MMC, browsers and openssl put around: spaces, colons, U+200E, "SHA1 Fingerprint=". */
function bare(text: string): string {
	return cleanName(text)
		.replace(/^.*\b(?:thumbprint|fingerprint|sha-?1|sha-?256)\b[\s:=]*/i, '')
		.replace(/[\s:-]/g, '')
		.toUpperCase();
}

/** True for a text that is meant as a thumbprint, be it a digit too short or too long. */
export function looksLikeThumbprint(text: string): boolean {
	const digits = bare(text);
	return digits.length >= fewestDigits && /^[\dA-F]+$/.test(digits);
}

/** The digits in upper case: 40 of a SHA-1 thumbprint, or 64 of a SHA-256 fingerprint. */
export function parseThumbprint(text: string): Outcome<string> {
	const digits = bare(text);
	if (!/^[\dA-F]+$/.test(digits))
		return refused(
			'usage',
			`${quoted(text)} is no thumbprint: that is 40 (SHA-1) or 64 (SHA-256) hexadecimal digits`,
		);
	if (digits.length === 40 || digits.length === 64) return decided(digits);
	return refused(
		'usage',
		`${quoted(text)} has ${digits.length} hexadecimal digits, and a thumbprint has 40 (SHA-1) or 64 (SHA-256)`,
	);
}
