// Plan and key → certificate; the same input gives the same bytes (except that ECDSA signatures are random).
import {createPublicKey, type KeyObject, sign} from 'node:crypto';
import {bitString, explicit, integer, nullValue, objectIdentifier, sequence} from '../der/build.js';
import {decodeDer} from '../der/decode.js';
import {encodeDer} from '../der/encode.js';
import {time} from '../der/time.js';
import type {DerValue} from '../der/value.js';
import type {CertificatePlan} from '../plan/plan.js';
import type {SignatureHash} from '../profile/profile.js';
import type {Certificate} from './certificate.js';
import {encodeExtensions} from './extensions.js';
import {encodeName} from './name.js';
import {signatureAlgorithms} from './oids.js';
import {keyIdentifierOf} from './public-key.js';

export type IssueInput = {
	readonly subjectPublicKey: KeyObject;
	/** Whose signature it carries; without a certificate, it signs itself. */
	readonly signer: {readonly privateKey: KeyObject; readonly certificate: Certificate | null};
	/** Content octets of a positive INTEGER, at most 20. */
	readonly serialNumber: Uint8Array;
};

/**
 * Issues what the plan describes: a version 3 end-entity certificate (RFC 5280, section 4.1), as DER. Everything
 * but key and serial number comes from the plan. Throws RangeError for a plan that cannot be encoded: the rules
 * have found that before, so it is a bug of the caller.
 */
export function issueCertificate(plan: CertificatePlan, input: IssueInput): Uint8Array {
	const {signer, serialNumber} = input;
	const spki = input.subjectPublicKey.export({type: 'spki', format: 'der'});
	checkSerialNumber(serialNumber);
	checkSigner(signer, spki);
	if (!(plan.notBefore < plan.notAfter)) throw new RangeError('notAfter is not after notBefore');
	// RFC 5280, section 4.1.2.4; Java does not even open a PFX with such a certificate.
	if (plan.subject.length === 0 && signer.certificate === null)
		throw new RangeError('a certificate that signs itself needs a subject');
	if (plan.subject.length === 0 && plan.subjectAlternativeNames.length === 0)
		throw new RangeError('neither a subject nor a subject alternative name');

	const algorithm = signatureAlgorithm(signer.privateKey, plan.signatureHash);
	const subject = encodeName(plan.subject);
	const issuer = signer.certificate;
	const tbsCertificate = sequence(
		explicit(0, integer(2)),
		integer(serialNumber),
		algorithm,
		issuer === null ? subject : decodeDer(issuer.subjectDer),
		sequence(time(plan.notBefore), time(plan.notAfter)),
		subject,
		decodeDer(spki),
		explicit(
			3,
			encodeExtensions(plan, {
				subject: keyIdentifierOf(spki),
				authority: issuer === null ? null : authorityKeyIdentifier(issuer),
			}),
		),
	);
	const signature = sign(plan.signatureHash, encodeDer(tbsCertificate), signer.privateKey);
	return encodeDer(sequence(tbsCertificate, algorithm, bitString(signature)));
}

/** RFC 5280, section 4.1.2.2: positive, at most 20 octets. */
function checkSerialNumber(serialNumber: Uint8Array): void {
	const first = serialNumber[0] ?? 0;
	if (first < 0x01 || first > 0x7f || serialNumber.length > 20)
		throw new RangeError('a serial number is 1 to 20 octets, of which the first is 0x01 to 0x7f');
}

function checkSigner({privateKey, certificate}: IssueInput['signer'], subjectSpki: Uint8Array): void {
	const expected = certificate === null ? subjectSpki : certificate.publicKey.spki;
	if (Buffer.compare(createPublicKey(privateKey).export({type: 'spki', format: 'der'}), expected) !== 0)
		throw new RangeError('the signing key is not the one of the issuer');
}

/** The issuer's own identifier; where it has none, what RFC 5280, section 4.2.1.2, makes of its key. */
function authorityKeyIdentifier({subjectKeyIdentifier, publicKey}: Certificate): Uint8Array {
	return subjectKeyIdentifier === null
		? keyIdentifierOf(publicKey.spki)
		: Buffer.from(subjectKeyIdentifier, 'hex');
}

/** AlgorithmIdentifier: RSA has NULL parameters (RFC 4055, section 5), ECDSA has none (RFC 5758, section 3.2). */
function signatureAlgorithm({asymmetricKeyType: type}: KeyObject, hash: SignatureHash): DerValue {
	if (type !== 'rsa' && type !== 'ec') throw new RangeError(`cannot sign with a key of type ${type}`);
	const oid = objectIdentifier(signatureAlgorithms[type][hash]);
	return type === 'rsa' ? sequence(oid, nullValue()) : sequence(oid);
}
