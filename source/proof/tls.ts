// An SSL certificate does what Job Service does with it: TLS, for every name and no other.
import {type KeyObject, X509Certificate} from 'node:crypto';
import type {PeerCertificate} from 'node:tls';
import type {CertificatePlan} from '../plan/plan.js';
import {type Handshake, shakeHands} from './handshake.js';
import {proveIdentities, serverNameFor} from './identities.js';
import {broke, compared, type ProofLine, passed} from './proof-line.js';

const check = 'TLS handshake';

/** OpenSSL goes by the computer's clock, which nobody can set for one handshake. */
const clockRefusals = ['CERT_NOT_YET_VALID', 'CERT_HAS_EXPIRED'];

/** What a finished handshake says at `now`, when the certificate is valid. */
function judge({refusal}: Handshake): ProofLine {
	if (refusal === null) return passed(check, null);
	if (clockRefusals.includes(refusal))
		return passed(
			check,
			"made; the computer's clock is not the time of this run, so the dates were only compared",
		);
	return compared(check, `a client refuses the certificate: ${refusal}`);
}

/**
 * The handshake and the identities; without a key, or before notBefore, the identities alone, from the certificate
 * as it was read back.
 */
export async function proveTls(
	{subjectAlternativeNames: names, notBefore, notAfter}: CertificatePlan,
	certificate: Uint8Array,
	privateKey: KeyObject | null,
	now: Date,
): Promise<ProofLine[]> {
	const x509 = new X509Certificate(certificate);
	const asRead = (): PeerCertificate => x509.toLegacyObject();
	if (privateKey === null) return proveIdentities(names, asRead());
	if (now < notBefore)
		return [
			passed(check, `not tried: the certificate is not valid before ${notBefore.toISOString()}`),
			...(await proveIdentities(names, asRead())),
		];
	if (now > notAfter) return [compared(check, `the certificate expired at ${notAfter.toISOString()}`)];
	let handshake: Handshake;
	try {
		handshake = await shakeHands(privateKey, x509.toString(), serverNameFor(names));
	} catch (reason) {
		return [broke(check, reason)];
	}
	const line = judge(handshake);
	return line.ok ? [line, ...(await proveIdentities(names, handshake.peer))] : [line];
}
