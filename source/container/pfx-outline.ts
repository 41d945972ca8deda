// What can be seen of a PFX without its password: how each part is protected, and what stands there in the clear.
import {decodeBer} from '../der/decode.js';
import {readSequenceOf} from '../der/read.js';
import type {DerValue} from '../der/value.js';
import {readDecryption} from '../pfx/decrypt.js';
import {readMacData} from '../pfx/mac-data.js';
import {bagType} from '../pfx/oids.js';
import {readPrivateKey} from '../pfx/open-bags.js';
import type {PfxCipher} from '../pfx/pfx.js';
import {
	type Encrypted,
	readCertBag,
	readPfx,
	readSafe,
	readSafeBag,
	readShroudedKey,
} from '../pfx/structure.js';
import {unlimitedWork} from '../pfx/work.js';
import type {Spend} from './budget.js';
import type {ContainedKey, FoundCertificate} from './container.js';

export type PfxOutline = {
	/** Keys that stand beside the encrypted parts; encrypted ones without their content. */
	readonly keys: readonly ContainedKey[];
	/** Certificates that are not encrypted. */
	readonly certificates: readonly FoundCertificate[];
	readonly encryption: readonly PfxCipher[];
	readonly mac: PfxCipher | null;
};

type Seen = {
	readonly keys: ContainedKey[];
	readonly certificates: FoundCertificate[];
	readonly encryption: PfxCipher[];
};

/** Looks at a PFX (RFC 7292, section 4) without deriving anything. Throws PfxError and DerError. */
export function outlinePfx(value: DerValue, spend: Spend): PfxOutline {
	const {content, macData} = readPfx(value);
	const seen: Seen = {keys: [], certificates: [], encryption: []};
	for (const info of readSequenceOf(spend(decodeBer(content)), 'AuthenticatedSafe')) {
		const safe = readSafe(info);
		if (safe instanceof Uint8Array) outlineBags(spend(decodeBer(safe)), seen);
		else seen.encryption.push(cipherOf(safe));
	}
	return {...seen, mac: macData === null ? null : readMacData(macData).cipher};
}

function outlineBags(safeContents: DerValue, seen: Seen): void {
	for (const bag of readSequenceOf(safeContents, 'SafeContents')) outlineBag(bag, seen);
}

function outlineBag(bag: DerValue, seen: Seen): void {
	const {type, value, attributes} = readSafeBag(bag);
	const {friendlyName, provider} = attributes;
	switch (type) {
		case bagType.safeContentsBag:
			outlineBags(value, seen);
			return;
		case bagType.certBag: {
			const der = readCertBag(value);
			if (der !== null) seen.certificates.push({der, friendlyName});
			return;
		}
		case bagType.keyBag:
			seen.keys.push({privateKey: readPrivateKey(value), friendlyName, provider, encryption: null});
			return;
		case bagType.pkcs8ShroudedKeyBag: {
			const encryption = cipherOf(readShroudedKey(value));
			seen.encryption.push(encryption);
			seen.keys.push({privateKey: null, friendlyName, provider, encryption});
		}
	}
}

function cipherOf({algorithm}: Encrypted): PfxCipher {
	return readDecryption(algorithm, '', unlimitedWork).cipher;
}
