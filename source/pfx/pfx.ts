// What goes into a PFX and what comes out of one (RFC 7292).
import type {KeyObject} from 'node:crypto';
import type {PfxEncryption} from '../profile/profile.js';

export type PfxContent = {
	readonly privateKey: KeyObject;
	/** The certificate that belongs to the key, DER. */
	readonly certificate: Uint8Array;
	/** The issuers of the certificate, the nearest first; nothing else. DER. */
	readonly chain: readonly Uint8Array[];
	/** On the leaf certificate bag only; omitted when empty. */
	readonly friendlyName: string;
	/** Provider attribute of the key bag; null for none. */
	readonly provider: string | null;
};

export type PfxProtection = {
	readonly encryption: PfxEncryption;
	/** Of every key derivation, MAC included. */
	readonly iterations: number;
	readonly password: string;
	/** Ambient randomness is an argument, so that a PFX can be a golden file. */
	readonly randomBytes: (length: number) => Uint8Array;
};

/** How one part of an opened PFX was encrypted, in words that people can search for. */
export type PfxCipher = {
	/** `pbeWithSHA1And3-KeyTripleDES-CBC`, `PBES2 PBKDF2-HMAC-SHA-256 AES-256-CBC`, … */
	readonly algorithm: string;
	readonly iterations: number;
};

export type OpenedPfx = {
	readonly keys: readonly {
		readonly privateKey: KeyObject;
		readonly friendlyName: string | null;
		readonly localKeyId: string | null;
		readonly provider: string | null;
		readonly encryption: PfxCipher | null;
	}[];
	readonly certificates: readonly {
		readonly der: Uint8Array;
		readonly friendlyName: string | null;
		readonly localKeyId: string | null;
	}[];
	/** One per encrypted ContentInfo and shrouded key bag; empty when nothing is encrypted. */
	readonly encryption: readonly PfxCipher[];
	/** Null: the file has no MAC. */
	readonly mac: PfxCipher | null;
	/** Bags that were passed over, by name: `secretBag`. */
	readonly skipped: readonly string[];
};
