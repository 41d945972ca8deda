// What a certificate that was found is probably for: SSL, signing, or nobody can tell.
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
 * `ssl` with serverAuth or with a name to connect to; `signing` when it says so itself and fits nothing else. Whether
 * it is a CA is not asked.
 */
export function probableKind(
	{extendedKeyUsage, subjectAlternativeNames, subject}: Certificate,
	friendlyName: string | null,
): ProbableKind {
	if (extendedKeyUsage?.includes(extendedKeyUsageOids.serverAuth) === true) return {kind: 'ssl', guess: null};
	const purposes =
		extendedKeyUsage === null ? 'no extended key usage' : 'an extended key usage without serverAuth';
	if (subjectAlternativeNames?.some(({type}) => type === 'dns' || type === 'ip') === true)
		return {kind: 'ssl', guess: `it has names and ${purposes}`};
	const texts = [friendlyName ?? '', ...subject.flat().map(({value}) => value)];
	return texts.some(each => saysSigning.test(each))
		? {kind: 'signing', guess: 'it says so itself, and no name or usage speaks against it'}
		: {kind: null, guess: `it has no names and ${purposes}`};
}
