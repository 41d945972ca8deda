// What a file of any kind holds: certificates, private keys, requests, and how they are protected.
import type {KeyObject} from 'node:crypto';
import type {Certificate} from '../certificate/certificate.js';
import type {PfxCipher} from '../pfx/pfx.js';
import type {Problem} from '../problem/problem.js';
import type {CertificationRequest} from './request.js';

/** Told by content, never by the file's ending. `pem` holds several things, or things of several kinds. */
export type ContainerFormat =
	| 'pfx'
	| 'certificate'
	| 'pkcs7'
	| 'request'
	| 'private-key'
	| 'public-key'
	| 'crl'
	| 'pem';

/** How the bytes were wrapped: `text` is base64 without the lines of PEM around it. */
export type Wrapping = 'der' | 'pem' | 'text';

export type ContainedKey = {
	/** Null while it is encrypted and no password has opened it. */
	readonly privateKey: KeyObject | null;
	/** Of the key itself; on Windows the name of the key container. */
	readonly friendlyName: string | null;
	readonly provider: string | null;
	/** Null: it stands there unencrypted. */
	readonly encryption: PfxCipher | null;
};

/** As found, before anybody asked what belongs to what. */
export type FoundCertificate = {
	readonly der: Uint8Array;
	readonly friendlyName: string | null;
};

export type ContainedCertificate = {
	readonly certificate: Certificate;
	readonly friendlyName: string | null;
	/** Index in `keys`; null when its key is not there, or cannot be seen. */
	readonly key: number | null;
	/** Index in `certificates` of the one that has signed it; its own for a self-signed one; null when not there. */
	readonly issuer: number | null;
};

/** What one file holds, in the order of the file. */
export type Content = {
	readonly format: ContainerFormat;
	readonly wrapping: Wrapping;
	readonly certificates: readonly FoundCertificate[];
	readonly keys: readonly ContainedKey[];
	/** DER. */
	readonly requests: readonly Uint8Array[];
	readonly publicKeys: readonly KeyObject[];
	/** One for each part that is encrypted; empty when nothing is. */
	readonly encryption: readonly PfxCipher[];
	/** Of a PFX; null when there is none. */
	readonly mac: PfxCipher | null;
	/** True when a part could not be looked at without the password. */
	readonly locked: boolean;
	/** What was passed over, in words: `secretBag`, `certificate revocation list`. */
	readonly skipped: readonly string[];
	/** Parts that are damaged or not supported beside others that are fine; without a place. */
	readonly problems: readonly Problem[];
};

/** Of a file in which nothing was found yet: what a reader finds is laid over it. */
export const emptyContent: Content = {
	format: 'pem',
	wrapping: 'der',
	certificates: [],
	keys: [],
	requests: [],
	publicKeys: [],
	encryption: [],
	mac: null,
	locked: false,
	skipped: [],
	problems: [],
};

/** What a file holds, and what belongs to what: certificates with keys first, each before its issuer. */
export type Container = Omit<Content, 'certificates' | 'requests'> & {
	readonly certificates: readonly ContainedCertificate[];
	readonly requests: readonly CertificationRequest[];
};

/** A file that is in use has a few certificates; more would only keep us busy. */
export const mostCertificates = 250;
export const mostKeys = 50;
