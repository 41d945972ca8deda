// The keys of a JSON Web Key Set that sign tokens (RFC 7517).
import {createPublicKey} from 'node:crypto';
import type {Certificate} from '../certificate/certificate.js';
import {readCertificate} from '../certificate/read.js';

/** One published key; what the server does not say about it is null. */
export type TokenKey = {
	readonly kid: string | null;
	/** From `x5c`: the certificate of the key. */
	readonly certificate: Certificate | null;
	/** SHA-1 of the certificate, upper-case hex: of `x5c`, else `x5t`. */
	readonly thumbprint: string | null;
	/** SHA-256 of the certificate, upper-case hex: of `x5c`, else `x5t#S256`. */
	readonly sha256: string | null;
	/** subjectPublicKeyInfo, DER. */
	readonly spki: Uint8Array | null;
};

/** More keys than any server rolls over between. */
const mostKeys = 50;

/** The signing keys of a set; null when the value is none. Keys that cannot be read have what could be read of them. */
export function readJsonWebKeys(value: unknown): readonly TokenKey[] | null {
	if (!isObject(value) || !Array.isArray(value.keys)) return null;
	return value.keys
		.slice(0, mostKeys)
		.filter(isObject)
		.filter(({use, kty}) => (use === undefined || use === 'sig') && kty !== 'oct')
		.map(readKey);
}

function readKey(key: Readonly<Record<string, unknown>>): TokenKey {
	const certificate = certificateOf(key.x5c);
	return {
		kid: typeof key.kid === 'string' ? key.kid : null,
		certificate,
		thumbprint: certificate?.thumbprint ?? thumbprintFrom(key.x5t, 20),
		sha256: certificate?.sha256 ?? thumbprintFrom(key['x5t#S256'], 32),
		spki: certificate?.publicKey.spki ?? spkiOf(key),
	};
}

function certificateOf(x5c: unknown): Certificate | null {
	const first: unknown = Array.isArray(x5c) ? x5c[0] : null;
	if (typeof first !== 'string') return null;
	try {
		return readCertificate(Buffer.from(first, 'base64'));
	} catch {
		return null;
	}
}

/** RFC 7517 has base64url of the hash; some servers write the hex that Windows shows. */
function thumbprintFrom(value: unknown, bytes: number): string | null {
	if (typeof value !== 'string') return null;
	if (new RegExp(`^[\\da-f]{${bytes * 2}}$`, 'i').test(value)) return value.toUpperCase();
	const decoded = Buffer.from(value, 'base64url');
	return decoded.length === bytes ? decoded.toString('hex').toUpperCase() : null;
}

function spkiOf({kty, n, e, crv, x, y}: Readonly<Record<string, unknown>>): Uint8Array | null {
	try {
		const jwk = Object.fromEntries(
			Object.entries({kty, n, e, crv, x, y}).filter(([, value]) => typeof value === 'string'),
		);
		return createPublicKey({key: jwk, format: 'jwk'}).export({format: 'der', type: 'spki'});
	} catch {
		return null;
	}
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
