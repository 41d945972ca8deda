// What a certificate gets that its profile does not say, by kind.
import type {
	KeyType,
	KeyUsage,
	Kind,
	Output,
	PfxEncryption,
	Provider,
	SignatureHash,
} from '../profile/profile.js';
import {extendedKeyUsageOids} from './object-identifier.js';
import type {Period} from './validity.js';

/** True for the key types on an elliptic curve. */
export function isEcdsa(key: KeyType): boolean {
	return key.startsWith('ecdsa');
}

export const defaultKey: KeyType = 'rsa-2048';
export const defaultSignatureHash: SignatureHash = 'sha256';
export const defaultEncryption: PfxEncryption = 'compatible';
export const defaultOutputs: readonly Output[] = ['pfx', 'cer'];

/** Without a provider, Windows picks an old one that breaks TLS 1.3 in .NET. */
export const defaultProvider: Provider = 'Microsoft Software Key Storage Provider';

/** How long a certificate lasts; SSL stays below the 825 days after which Apple's systems refuse it. */
export function defaultPeriod(kind: Kind): Period {
	return kind === 'ssl' ? {count: 730, unit: 'days'} : {count: 5, unit: 'years'};
}

/** RSA key exchange needs keyEncipherment, which an ECDSA key must not have (RFC 8813, section 3). */
export function defaultKeyUsage(kind: Kind, key: KeyType): readonly KeyUsage[] {
	return kind === 'ssl' && !isEcdsa(key) ? ['digitalSignature', 'keyEncipherment'] : ['digitalSignature'];
}

/** Dotted OIDs. */
export function defaultExtendedKeyUsage(kind: Kind): readonly string[] {
	return kind === 'ssl' ? [extendedKeyUsageOids.serverAuth] : [];
}

/** `compatible` repeats what Windows itself does, about; `modern` has the native, fast KDF. */
export function defaultIterations(encryption: PfxEncryption): number {
	return encryption === 'compatible' ? 2_048 : 100_000;
}
