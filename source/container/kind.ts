// What a certificate that was found is probably for: SSL, signing, or nobody can tell.
import type {Certificate} from '../certificate/certificate.js';
import {extendedKeyUsageOids} from '../plan/object-identifier.js';
import type {Kind} from '../profile/profile.js';
import type {ContainedCertificate} from './container.js';

const saysSigning = /\bsign(?:ing|ature)\b/i;

/**
 * `ssl` with serverAuth or with a name to connect to; `signing` when it says so itself and fits nothing else; null for
 * a CA and for all that could be either.
 */
function probableKind(certificate: Certificate, friendlyName: string | null): Kind | null {
	const {basicConstraints, extendedKeyUsage, subjectAlternativeNames, subject} = certificate;
	if (basicConstraints?.cA === true) return null;
	if (extendedKeyUsage?.includes(extendedKeyUsageOids.serverAuth) === true) return 'ssl';
	if (subjectAlternativeNames?.some(({type}) => type === 'dns' || type === 'ip') === true) return 'ssl';
	const texts = [friendlyName ?? '', ...subject.flat().map(({value}) => value)];
	return texts.some(each => saysSigning.test(each)) ? 'signing' : null;
}

/** What somebody wants to use a certificate for, else what it probably is for; an issuer's is nobody's wish. */
export function kindOf(
	{certificate, friendlyName, key}: ContainedCertificate,
	wanted: Kind | null,
): Kind | null {
	const isIssuer = certificate.basicConstraints?.cA === true && key === null;
	return isIssuer ? null : (wanted ?? probableKind(certificate, friendlyName));
}
