// What a certificate of a file is judged as: SSL, signing, or neither.
import {probableKind} from '../certificate/probable-kind.js';
import type {Kind} from '../profile/profile.js';
import type {ContainedCertificate} from './container.js';

/** What somebody wants to use a certificate for, else what it probably is for; an issuer's is nobody's wish. */
export function kindOf(
	{certificate, friendlyName, key}: ContainedCertificate,
	wanted: Kind | null,
): Kind | null {
	const isIssuer = certificate.basicConstraints?.cA === true;
	if (isIssuer) return key === null ? null : wanted;
	return wanted ?? probableKind(certificate, friendlyName).kind;
}
