// Which certificate, key and chain of a file are meant when it is written again.
import type {KeyObject} from 'node:crypto';
import type {Certificate} from '../certificate/certificate.js';
import {error, type Problem} from '../problem/problem.js';
import {quoted} from '../problem/visible.js';
import type {ContainedCertificate, Container} from './container.js';

export type Selection = {
	/** Null when the file holds none, or several without a key. */
	readonly certificate: Certificate | null;
	readonly privateKey: KeyObject | null;
	/** All others that go with it, its own issuers first; all of the file when there is no single certificate. */
	readonly chain: readonly Certificate[];
	readonly friendlyName: string | null;
	readonly provider: string | null;
};

/** Hex of a thumbprint as people paste it: Windows puts an invisible U+200E in front of it. */
function hexOf(thumbprint: string): string {
	return thumbprint.replace(/[^\dA-Fa-f]/g, '').toUpperCase();
}

/**
 * The certificate with this thumbprint (SHA-1 or SHA-256), else the only one with a key, else the first chain's leaf.
 * A problem when there is no such certificate, or several could be meant.
 */
export function select(container: Container, thumbprint: string | null): Selection | Problem {
	const {certificates, keys} = container;
	const withKey = certificates.filter(({key}) => key !== null);
	const chosen = thumbprint === null ? undefined : find(certificates, hexOf(thumbprint));
	if (thumbprint !== null && chosen === undefined)
		return error('convert-nothing', `there is no certificate with the thumbprint ${quoted(thumbprint)}`, {
			hint: listOf(certificates),
		});
	if (chosen === undefined && withKey.length > 1)
		return error('convert-ambiguous', `there are ${withKey.length} certificates with a private key`, {
			hint: `choose one with --thumbprint: ${listOf(withKey)}`,
		});
	const leaves = certificates.filter(
		(each, index) => !certificates.some(other => other !== each && other.issuer === index),
	);
	const leaf = chosen ?? withKey[0] ?? (leaves.length === 1 ? leaves[0] : undefined);
	if (leaf === undefined) return withoutLeaf(container);
	const key = leaf.key === null ? undefined : keys[leaf.key];
	const others = certificates.filter(each => each !== leaf && (each.key === null || each.key === leaf.key));
	const own = issuersOf(leaf, certificates);
	return {
		certificate: leaf.certificate,
		privateKey: key?.privateKey ?? null,
		chain: [...new Set([...own, ...others])].map(({certificate}) => certificate),
		friendlyName: leaf.friendlyName,
		provider: key?.provider ?? null,
	};
}

function withoutLeaf({certificates, keys}: Container): Selection | Problem {
	const [key, ...more] = keys;
	if (certificates.length === 0 && (key === undefined || more.length > 0))
		return error('convert-nothing', `there are ${keys.length} keys and no certificate in it`);
	return {
		certificate: null,
		privateKey: certificates.length === 0 ? (key?.privateKey ?? null) : null,
		chain: certificates.map(({certificate}) => certificate),
		friendlyName: null,
		provider: key?.provider ?? null,
	};
}

function issuersOf(
	leaf: ContainedCertificate,
	certificates: readonly ContainedCertificate[],
): ContainedCertificate[] {
	const found: ContainedCertificate[] = [];
	let each = leaf.issuer === null ? undefined : certificates[leaf.issuer];
	while (each !== undefined && each !== leaf && !found.includes(each)) {
		found.push(each);
		each = each.issuer === null ? undefined : certificates[each.issuer];
	}
	return found;
}

function find(certificates: readonly ContainedCertificate[], hex: string): ContainedCertificate | undefined {
	return certificates.find(({certificate}) => certificate.thumbprint === hex || certificate.sha256 === hex);
}

function listOf(certificates: readonly ContainedCertificate[]): string {
	return certificates.map(({certificate}) => certificate.thumbprint).join(', ');
}
