// Which certificate, key and chain of a file are meant when it is written again.
import type {KeyObject} from 'node:crypto';
import type {Certificate} from '../certificate/certificate.js';
import {error, type Problem} from '../problem/problem.js';
import {quoted} from '../problem/visible.js';
import type {ContainedCertificate, ContainedKey, Container} from './container.js';
import {issuersOf} from './issued.js';

export type Selection = {
	/** Null when the file holds none, or several without a key. */
	readonly certificate: Certificate | null;
	readonly privateKey: KeyObject | null;
	/** Its issuers, the nearest first; all certificates of the file when no single one is meant. */
	readonly chain: readonly Certificate[];
	/** All others: they have not issued it, so they do not go with it. */
	readonly strangers: readonly Certificate[];
	/** How many private keys there are beside the chosen one; one that is there twice counts once. */
	readonly otherKeys: number;
	readonly friendlyName: string | null;
	readonly provider: string | null;
};

/**
 * The certificate with this thumbprint (SHA-1 or SHA-256, upper-case hex), else the only one with a key, else the first chain's leaf.
 * A problem when there is no such certificate, or several could be meant.
 */
export function select(container: Container, thumbprint: string | null): Selection | Problem {
	const {certificates, keys} = container;
	const withKey = certificates.filter(({key}) => key !== null);
	const chosen = thumbprint === null ? undefined : find(certificates, thumbprint);
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
	const chain = issuersOf(
		leaf.certificate,
		certificates.map(({certificate}) => certificate),
	);
	return {
		certificate: leaf.certificate,
		privateKey: key?.privateKey ?? null,
		otherKeys: countOthers(keys, key?.privateKey ?? null),
		chain,
		strangers: certificates.flatMap(({certificate}) =>
			certificate === leaf.certificate || chain.includes(certificate) ? [] : certificate,
		),
		friendlyName: leaf.friendlyName,
		provider: key?.provider ?? null,
	};
}

function withoutLeaf(container: Container): Selection | Problem {
	const {certificates, keys} = container;
	const [key, ...more] = keys;
	if (certificates.length === 0 && (key === undefined || more.length > 0)) return nothingIn(container);
	const privateKey = certificates.length === 0 ? (key?.privateKey ?? null) : null;
	return {
		certificate: null,
		privateKey,
		otherKeys: countOthers(keys, privateKey),
		chain: certificates.map(({certificate}) => certificate),
		strangers: [],
		friendlyName: null,
		provider: key?.provider ?? null,
	};
}

function countOthers(keys: readonly ContainedKey[], chosen: KeyObject | null): number {
	const distinct: KeyObject[] = [];
	for (const {privateKey} of keys)
		if (privateKey !== null && !distinct.some(each => each.equals(privateKey))) distinct.push(privateKey);
	return distinct.filter(each => chosen === null || !each.equals(chosen)).length;
}

/** What there is instead of a certificate. */
function nothingIn({keys, requests, publicKeys}: Container): Problem {
	if (keys.length > 0)
		return error('convert-nothing', `there are ${keys.length} private keys and no certificate`, {
			hint: 'give the certificate of one of them as well',
		});
	if (requests.length > 0)
		return error('convert-nothing', 'there is a certification request and no certificate', {
			hint: 'a CA makes the certificate of it: give that one, and the private key',
		});
	if (publicKeys.length > 0)
		return error('convert-nothing', 'there is a public key and no certificate', {
			hint: 'give the certificate, or the private key',
		});
	return error('convert-nothing', 'there is neither a certificate nor a private key');
}

function find(certificates: readonly ContainedCertificate[], hex: string): ContainedCertificate | undefined {
	return certificates.find(({certificate}) => certificate.thumbprint === hex || certificate.sha256 === hex);
}

function listOf(certificates: readonly ContainedCertificate[]): string {
	return certificates.map(({certificate}) => certificate.thumbprint).join(', ');
}
