// What MacData says about the MAC of a PFX, before anything is derived (RFC 7292, section 4; RFC 9579).
import {Fields} from '../der/fields.js';
import {readOctetString, readOid} from '../der/read.js';
import type {DerValue} from '../der/value.js';
import {digests, hmacs, unsupportedName} from './algorithms.js';
import {scheme} from './oids.js';
import {type Pbkdf2Parameters, readAlgorithm, readIterations, readPbkdf2} from './pbkdf2-parameters.js';
import type {PfxCipher} from './pfx.js';

export type MacData = {
	readonly expected: Uint8Array;
	/** Named also where the algorithm is none that we know. */
	readonly cipher: PfxCipher;
	readonly made:
		| {
				readonly by: 'pkcs12';
				/** OID of a digest. */
				readonly digest: string;
				readonly salt: Uint8Array;
				readonly iterations: number;
		  }
		| {
				readonly by: 'pbmac1';
				/** OID. */
				readonly hmac: string;
				readonly derivation: Pbkdf2Parameters;
		  };
};

/** Throws PfxError and DerError. */
export function readMacData(macData: DerValue): MacData {
	const fields = new Fields(macData, 'macData');
	const digestInfo = new Fields(fields.next('mac'), 'mac');
	const algorithm = digestInfo.next('digestAlgorithm');
	const expected = readOctetString(digestInfo.next('digest'), 'digest');
	const salt = readOctetString(fields.next('macSalt'), 'macSalt');
	const count = fields.universal('INTEGER');
	fields.end();
	const digest = readAlgorithm(algorithm, 'digestAlgorithm');
	if (digest === scheme.pbmac1) return {expected, ...readPbmac1(algorithm)};
	const iterations = count === null ? 1 : readIterations(count);
	return {
		expected,
		cipher: {algorithm: `HMAC-${digests[digest]?.name ?? unsupportedName(digest)}`, iterations},
		made: {by: 'pkcs12', digest, salt, iterations},
	};
}

/** Salt and iterations of MacData are not used (RFC 9579). */
function readPbmac1(algorithm: DerValue): Pick<MacData, 'cipher' | 'made'> {
	const identifier = new Fields(algorithm, 'digestAlgorithm');
	readOid(identifier.next('algorithm'), 'digestAlgorithm');
	const parameters = new Fields(identifier.next('parameters'), 'PBMAC1-params');
	const derivation = readPbkdf2(parameters.next('keyDerivationFunc'));
	const hmac = readAlgorithm(parameters.next('messageAuthScheme'), 'messageAuthScheme');
	parameters.end();
	const {prf, iterations} = derivation;
	const name = hmacs[hmac]?.name ?? unsupportedName(hmac);
	return {
		cipher: {algorithm: `PBMAC1 PBKDF2-HMAC-${prf.name} HMAC-${name}`, iterations},
		made: {by: 'pbmac1', hmac, derivation},
	};
}
