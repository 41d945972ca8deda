// What is seen of a certificate: all of it, or only what a server tells of it; and what is the same as far as that goes.
import type {Certificate} from '../certificate/certificate.js';
import type {TokenKey} from '../connect/json-web-keys.js';

/** A certificate that was seen, or its fingerprint or key alone. */
export type Sighting = Omit<TokenKey, 'kid'>;

export function sightingOf(certificate: Certificate): Sighting {
	const {thumbprint, sha256, publicKey} = certificate;
	return {certificate, thumbprint, sha256, spki: publicKey.spki};
}

/** The same certificate, as far as both can be seen: by the longest fingerprint that both have, else by the key. */
export function isSame(a: Sighting, b: Sighting): boolean {
	return hasSameFingerprint(a, b) ?? hasSameKey(a, b) === true;
}

/** Null when they have no fingerprint of the same kind. */
function hasSameFingerprint(a: Sighting, b: Sighting): boolean | null {
	if (a.sha256 !== null && b.sha256 !== null) return a.sha256 === b.sha256;
	return a.thumbprint === null || b.thumbprint === null ? null : a.thumbprint === b.thumbprint;
}

/** Null when one of the keys is not known. */
export function hasSameKey(a: Sighting, b: Sighting): boolean | null {
	return a.spki === null || b.spki === null ? null : Buffer.compare(a.spki, b.spki) === 0;
}

/** Each sighting as the certificate that has its fingerprint, where one of the sightings is that. */
export function completed(sightings: readonly Sighting[]): Map<Sighting, Sighting> {
	const whole = sightings.filter(({certificate}) => certificate !== null);
	return new Map(
		sightings.map(each => [each, whole.find(other => hasSameFingerprint(each, other) === true) ?? each]),
	);
}

/**
 * The certificates that may be behind the sightings: for each, all sightings of which every one is the same as every
 * other. A key that is all there is to see is in several, when several certificates have it.
 */
export function sameSightings(sightings: Iterable<Sighting>): (readonly Sighting[])[] {
	let found: (readonly Sighting[])[] = [];
	for (const each of sightings) {
		const fits = (other: Sighting) => isSame(each, other);
		const touched = found.filter(same => same.some(fits));
		const joined = touched.map(same => [...same.filter(fits), each]);
		const next = touched.length === 0 ? [[each]] : [...touched, ...joined];
		found = [...found.filter(same => !touched.includes(same)), ...largest(next)];
	}
	return found;
}

/** The lists that are in no other one. */
function largest(lists: readonly (readonly Sighting[])[]): (readonly Sighting[])[] {
	return lists.filter(
		(list, index) =>
			!lists.some(
				(other, place) =>
					list.every(each => other.includes(each)) &&
					(other.length > list.length || (other.length === list.length && place < index)),
			),
	);
}
