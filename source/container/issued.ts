// Whether one certificate has issued another one: by its name and, where Node can check it, by its signature.
import {X509Certificate} from 'node:crypto';
import type {Certificate} from '../certificate/certificate.js';

/** A certificate with what Node can check about it; null when Node does not read it. */
export type Checkable = {readonly certificate: Certificate; readonly x509: X509Certificate | null};

export function checkable(certificate: Certificate): Checkable {
	try {
		return {certificate, x509: new X509Certificate(certificate.der)};
	} catch {
		return {certificate, x509: null};
	}
}

/** True when `issuer` has the name of the issuer of `each`, and its key has made the signature. */
export function hasIssued(issuer: Checkable, each: Checkable): boolean {
	if (Buffer.compare(issuer.certificate.subjectDer, each.certificate.issuerDer) !== 0) return false;
	if (issuer.x509 === null || each.x509 === null) return true;
	try {
		return each.x509.verify(issuer.x509.publicKey);
	} catch {
		return false;
	}
}

/**
 * Of `all`, the issuers of `leaf`, and theirs: the nearest first, every one of several with the same name and key
 * (cross-certificates), without the leaf itself.
 */
export function issuersOf(leaf: Certificate, all: readonly Certificate[]): Certificate[] {
	const found = new Set<Checkable>();
	const others = all.filter(each => each !== leaf).map(checkable);
	const open = [checkable(leaf)];
	for (let each = open.shift(); each !== undefined; each = open.shift()) {
		// What is self-signed needs nobody else: another one of its name and key is only a twin.
		if (hasIssued(each, each)) continue;
		for (const other of others)
			if (!found.has(other) && hasIssued(other, each)) {
				found.add(other);
				open.push(other);
			}
	}
	return [...found].map(({certificate}) => certificate);
}
