// Whether this computer's own store of certificates trusts what a server presents.
import {createSecureContext, getCACertificates, type SecureContext} from 'node:tls';
import {weaknessOf} from './weakness.js';

export type Trust = {
	/** Null: it could not be found out. */
	readonly trusted: boolean | null;
	/** Why not, for people; null when it is trusted. */
	readonly reason: string | null;
	/** OpenSSL's code, for programs: `DEPTH_ZERO_SELF_SIGNED_CERT`. */
	readonly code: string | null;
};

/** The store of this computer; its context is null when there is none, or nothing in it. */
export type SystemStore = {readonly context: SecureContext | null};

/** Reads the store, which takes some tenths of a second: once for all servers of a run. */
export function openSystemStore(): SystemStore {
	const certificates = readStore();
	return {context: certificates.length === 0 ? null : createSecureContext({ca: [...certificates]})};
}

function readStore(): readonly string[] {
	try {
		return getCACertificates('system');
	} catch {
		// A store that cannot be read is, for the answer, the same as one that is not there.
		return [];
	}
}

/** A context without any trusted certificate: Node then has none to complete a chain with. */
export function emptyStore(): SecureContext {
	// We look at servers, whatever they are: the weak ones too.
	return createSecureContext({ca: [], minVersion: 'TLSv1.2', ciphers: 'DEFAULT@SECLEVEL=0'});
}

const reasons: Readonly<Record<string, string>> = {
	DEPTH_ZERO_SELF_SIGNED_CERT: 'it is self-signed, and not in the store of trusted root certificates',
	SELF_SIGNED_CERT_IN_CHAIN: 'its root certificate is not in the store of trusted root certificates',
	UNABLE_TO_GET_ISSUER_CERT: "an issuer's certificate is neither sent by the server nor in the store",
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
		"its issuer's certificate is neither sent by the server nor in the store",
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its issuer's certificate is neither sent by the server nor in the store",
	CERT_HAS_EXPIRED: 'a certificate of the chain has expired',
	CERT_NOT_YET_VALID: 'a certificate of the chain is not valid yet',
	CERT_SIGNATURE_FAILURE: 'a signature in the chain is wrong',
	INVALID_CA: 'a certificate of the chain is used as a CA and is none',
	INVALID_PURPOSE: 'its usages do not allow a TLS server',
	PATH_LENGTH_EXCEEDED: 'the chain is longer than a CA in it allows',
	CERT_REVOKED: 'a certificate of the chain is revoked',
	CERT_UNTRUSTED: 'the store says that it is not to be trusted',
	CERT_REJECTED: 'the store says that it is not to be trusted',
};

/** The answer to one verification of a chain (DER), by OpenSSL's code; null for one that went well. */
export function trustOf(code: string | null, chain: readonly Uint8Array[]): Trust {
	if (code === null) return {trusted: true, reason: null, code};
	const reason = code === 'UNSPECIFIED' ? unspecified(chain) : reasons[code];
	return {trusted: false, reason: reason ?? code.toLowerCase().replaceAll('_', ' '), code};
}

/** Node has one code for all that is newer than its list, weak keys and signatures among it. */
function unspecified(chain: readonly Uint8Array[]): string {
	const weakness = weaknessOf(chain);
	return weakness === null
		? 'OpenSSL refuses it for a reason that Node does not pass on (UNSPECIFIED)'
		: `a key or a signature in its chain is too weak (${weakness})`;
}

/** For what could not be found out. */
export function unknownTrust(reason: string): Trust {
	return {trusted: null, reason, code: null};
}
