// What a certificate that was found is probably for: SSL, signing, or nobody can tell.
import {commonNameOf} from '../plan/distinguished-name.js';
import {parseGeneralName} from '../plan/general-name.js';
import {extendedKeyUsageOids} from '../plan/object-identifier.js';
import type {Kind} from '../profile/profile.js';
import type {Certificate} from './certificate.js';

export type ProbableKind = {
	/** Null: it could be either. */
	readonly kind: Kind | null;
	/** Why, where nothing but serverAuth would be certain: `it has names and no extended key usage`; null with that. */
	readonly guess: string | null;
};

const saysSigning = /\bsign(?:ing|ature)\b/i;

/**
 * `ssl` with serverAuth, with a name to connect to (in an old one the CN), or with a key that no token can be signed
 * with; `signing` when it says so itself and fits nothing else. Whether it is a CA is not asked.
 */
export function probableKind(
	{extendedKeyUsage, subjectAlternativeNames, subject, publicKey}: Certificate,
	friendlyName: string | null,
): ProbableKind {
	if (extendedKeyUsage?.includes(extendedKeyUsageOids.serverAuth) === true) return {kind: 'ssl', guess: null};
	const purposes =
		extendedKeyUsage === null ? 'no extended key usage' : 'an extended key usage without serverAuth';
	if (subjectAlternativeNames?.some(({type}) => type === 'dns' || type === 'ip') === true)
		return {kind: 'ssl', guess: `it has names and ${purposes}`};
	const texts = [friendlyName ?? '', ...subject.flat().map(({value}) => value)];
	if (publicKey.type === 'rsa' && texts.some(each => saysSigning.test(each)))
		return {kind: 'signing', guess: 'it says so itself, and no name or usage speaks against it'};
	if (publicKey.type === 'ec') return {kind: 'ssl', guess: 'it has an ECDSA key, which signs no tokens'};
	const commonName = commonNameOf(subject);
	if (commonName !== null && isServerName(commonName))
		return {kind: 'ssl', guess: `its CN is the name of a server, and it has ${purposes}`};
	return {kind: null, guess: `it has no names and ${purposes}`};
}

/** An address, or a DNS name with a dot: before there were SANs, the CN was what clients looked at. */
function isServerName(text: string): boolean {
	const {value, problems} = parseGeneralName(text);
	if (value === null || problems.some(({severity}) => severity === 'error')) return false;
	return value.type === 'ip' || (value.type === 'dns' && value.value.includes('.'));
}
