// PFX of any origin → keys, certificates, and how it was protected (RFC 7292).
import {decodeBer} from '../der/decode.js';
import {DerError} from '../der/der-error.js';
import {readSequenceOf} from '../der/read.js';
import type {DerValue} from '../der/value.js';
import {readDecryption} from './decrypt.js';
import {type Decrypt, type Findings, readSafeContents} from './open-bags.js';
import {bmpPasswordForms} from './password.js';
import type {OpenedPfx} from './pfx.js';
import {PfxError} from './pfx-error.js';
import {startsLikePfx} from './starts-like-pfx.js';
import {readPfx, readSafe} from './structure.js';
import {verifyMac} from './verify-mac.js';
import {limitedWork, mostWork, type Work} from './work.js';

export type OpenOptions = {
	/** Limit of iterations times chains, summed over the file; `mostWork` when left out. */
	readonly workLimit?: number;
	/** Aborts between two slices of work; the promise then rejects with the signal's reason. */
	readonly signal?: AbortSignal;
};

/**
 * Opens a PFX; long derivations give the event loop its turns. Rejects with PfxError, whose `reason` says what kind
 * of failure it is. The MAC, when there is one, is checked before anything is decrypted.
 */
export async function openPfx(
	bytes: Uint8Array,
	password: string,
	{workLimit = mostWork, signal}: OpenOptions = {},
): Promise<OpenedPfx> {
	if (!startsLikePfx(bytes)) throw new PfxError('not-a-pfx', 'this is not a PFX');
	try {
		return await open(bytes, password, limitedWork(workLimit, signal));
	} catch (error) {
		if (error instanceof DerError) throw new PfxError('damaged', `the file is damaged: ${error.message}`);
		throw error;
	}
}

async function open(bytes: Uint8Array, password: string, work: Work): Promise<OpenedPfx> {
	const {content, macData} = readPfx(decodeBer(bytes));
	const verified = macData === null ? null : await verifyMac(macData, content, password, work);
	const forms = verified?.forms ?? bmpPasswordForms(password);

	/** A wrong password shows in the padding, or, once in 256 times, in what comes out. */
	const decrypt: Decrypt = async ({algorithm, bytes: encrypted}, what) => {
		const {cipher, decrypt: decryptWith} = readDecryption(algorithm, password, work);
		for (const form of forms) {
			const plain = await decryptWith(encrypted, form);
			const value = plain === null ? null : derFrom(plain);
			if (value !== null) return {value, cipher};
		}
		if (verified === null) throw new PfxError('wrong-password', 'the password is wrong');
		throw new PfxError('damaged', `the password fits the file, but ${what} cannot be decrypted with it`);
	};

	const findings: Findings = {keys: [], certificates: [], encryption: [], skipped: []};
	for (const info of readSequenceOf(decodeBer(content), 'AuthenticatedSafe')) {
		const safe = readSafe(info);
		if (safe instanceof Uint8Array) {
			await readSafeContents(decodeBer(safe), decrypt, findings);
			continue;
		}
		const {value, cipher} = await decrypt(safe, 'a part of it');
		findings.encryption.push(cipher);
		await readSafeContents(value, decrypt, findings);
	}
	return {...findings, mac: verified?.mac ?? null};
}

function derFrom(plain: Uint8Array): DerValue | null {
	try {
		return decodeBer(plain);
	} catch (error) {
		if (error instanceof DerError) return null;
		throw error;
	}
}
