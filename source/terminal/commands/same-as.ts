// The certificate that is expected: a file, or a thumbprint as somebody pasted it.
import type {Certificate} from '../../certificate/certificate.js';
import {looksLikeThumbprint, parseThumbprint} from '../../certificate/thumbprint.js';
import {ProblemError} from '../../problem/problem.js';
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

/** The certificate in a file, or what a thumbprint says. Throws ProblemError. */
export async function findExpected(text: string, access: FileAccess): Promise<Expected> {
	if (looksLikeThumbprint(text)) return expectedThumbprint(text);
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

function expectedThumbprint(text: string): Expected {
	const {value: hex, problems} = parseThumbprint(text);
	if (hex === null) throw new ProblemError(...problems);
	return hex.length === 40
		? {label: 'thumbprint', thumbprint: hex, sha256: null, certificate: null}
		: {label: 'fingerprint', thumbprint: null, sha256: hex, certificate: null};
}

/** Whether the certificate is the expected one; the longer fingerprint decides. */
export function isExpected(certificate: Certificate, {thumbprint, sha256}: Expected): boolean {
	return sha256 === null ? certificate.thumbprint === thumbprint : certificate.sha256 === sha256;
}
