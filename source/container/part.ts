// One DER structure, of a file or of a block of PEM → what is in it.
import {createPublicKey, type KeyObject} from 'node:crypto';
import {decodeBer} from '../der/decode.js';
import type {DerValue} from '../der/value.js';
import {openPfx} from '../pfx/open.js';
import type {OpenedPfx} from '../pfx/pfx.js';
import {limitedWork, mostWork, type Work} from '../pfx/work.js';
import {error, ProblemError} from '../problem/problem.js';
import type {Spend} from './budget.js';
import {type ContainedKey, type Content, emptyContent} from './container.js';
import {damaged, notSupported} from './failure.js';
import {outlinePfx, type PfxOutline} from './pfx-outline.js';
import {readPkcs7} from './pkcs7.js';
import {isPlainKey, outlineEncryptedKey, readEncryptedKey, readPlainKey} from './private-key.js';
import {recognise, type Structure} from './recognise.js';

export type ReadOptions = {
	/** Null: only what can be seen without one. */
	readonly password: string | null;
	/** Aborts between two slices of work; the promise then rejects with the signal's reason. */
	readonly signal?: AbortSignal;
};

/** The same, and what is left of the file's budget. */
export type PartOptions = ReadOptions & {readonly spend: Spend};

/** Four times what 250 certificates take. What is encrypted could be a bomb that only shows when it is opened. */
const mostPfxBytes = 2 * 1_048_576;

/** What OpenSSL's "Bag Attributes" said about a block of PEM. */
export type Attributes = Pick<ContainedKey, 'friendlyName' | 'provider'>;

/**
 * Reads one structure, whose bytes are exactly one element of BER. Null when it is none of ours. Throws ProblemError,
 * PfxError and DerError.
 */
export async function readPart(
	der: Uint8Array,
	{friendlyName, provider}: Attributes,
	options: PartOptions,
): Promise<Content | null> {
	const value = options.spend(decodeBer(der));
	const structure = recognise(value);
	if (structure === null) return null;
	if (isPlainKey(structure)) {
		const privateKey = readPlainKey(structure, der);
		const key = {privateKey, friendlyName, provider, encryption: null};
		return {...emptyContent, format: 'private-key', keys: [key]};
	}
	switch (structure) {
		case 'pfx':
			return readPfx(der, value, options);
		case 'certificate':
			return {...emptyContent, format: 'certificate', certificates: [{der, friendlyName}]};
		case 'pkcs7': {
			const certificates = readPkcs7(value);
			if (typeof certificates === 'string') throw notSupported(`PKCS #7 of type ${certificates}`);
			if (certificates.length === 0)
				throw new ProblemError(error('file-unsupported', 'this is a PKCS #7 signature without certificates'));
			const found = certificates.map(each => ({der: each, friendlyName: null}));
			return {...emptyContent, format: 'pkcs7', certificates: found};
		}
		case 'request':
			return {...emptyContent, format: 'request', requests: [der]};
		case 'crl':
			return {...emptyContent, format: 'crl', skipped: ['certificate revocation list']};
		case 'encrypted-private-key': {
			const work = limitedWork(mostWork, options.signal);
			const privateKey = await unlockKey(value, options.password, work);
			const encryption = outlineEncryptedKey(value, work);
			return {
				...emptyContent,
				format: 'private-key',
				keys: [{privateKey, friendlyName, provider, encryption}],
				encryption: [encryption],
				locked: privateKey === null,
			};
		}
		case 'dsa-private-key':
			throw notSupported('a DSA key');
		case 'public-key':
		case 'rsa-public-key':
			return {...emptyContent, format: 'public-key', publicKeys: [readPublicKey(structure, der)]};
	}
}

async function unlockKey(value: DerValue, password: string | null, work: Work): Promise<KeyObject | null> {
	return password === null ? null : readEncryptedKey(value, password, work);
}

function readPublicKey(structure: Extract<Structure, `${string}public-key`>, der: Uint8Array): KeyObject {
	try {
		const type = structure === 'public-key' ? 'spki' : 'pkcs1';
		return createPublicKey({key: Buffer.from(der), format: 'der', type});
	} catch {
		throw damaged('the public key');
	}
}

/** Nothing is derived before the file's own numbers are known: one that asks for too much is refused at once. */
async function readPfx(der: Uint8Array, value: DerValue, options: PartOptions): Promise<Content> {
	const outline = outlinePfx(value, options.spend);
	refuseWork(iterationsOf(outline));
	if (der.length > mostPfxBytes)
		throw new ProblemError(
			error('file-too-much-work', `a PFX of ${der.length} bytes, and ${mostPfxBytes} are the limit`),
		);
	const isOpen = outline.encryption.length === 0 && outline.mac === null;
	const password = options.password ?? (isOpen ? '' : null);
	if (password === null) return {...emptyContent, ...outline, format: 'pfx', locked: true};
	const {signal} = options;
	return contentOf(await openPfx(der, password, signal === undefined ? {} : {signal}));
}

/** Throws for a file that asks for more iterations than the limit. */
export function refuseWork(asked: number): void {
	if (asked <= mostWork) return;
	throw new ProblemError(
		error(
			'file-too-much-work',
			`the file asks for ${asked} iterations of key derivation, and ${mostWork} are the limit`,
			{hint: 'no program writes that many: somebody wants to keep its readers busy'},
		),
	);
}

function contentOf({keys, certificates, encryption, mac, skipped}: OpenedPfx): Content {
	return {
		...emptyContent,
		format: 'pfx',
		keys: keys.map(({privateKey, friendlyName, provider, encryption}) => ({
			privateKey,
			friendlyName,
			provider,
			encryption,
		})),
		certificates: certificates.map(({der, friendlyName}) => ({der, friendlyName})),
		encryption,
		mac,
		skipped,
	};
}

/** Iterations that opening takes at least: every part has its own, and the MAC. */
export function iterationsOf({encryption, mac}: Pick<PfxOutline, 'encryption' | 'mac'>): number {
	return [...encryption, ...(mac === null ? [] : [mac])].reduce((sum, {iterations}) => sum + iterations, 0);
}
