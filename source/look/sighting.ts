// What a target has for one purpose: whole certificates, or only what a server tells of them.
import type {Certificate} from '../certificate/certificate.js';
import type {TokenKey} from '../connect/json-web-keys.js';
import type {Target} from './target.js';

/** A certificate that was seen, or its fingerprint or key alone. */
export type Sighting = Omit<TokenKey, 'kid'>;

/** A target with all that it has for one purpose: one certificate, or the keys of a server that changes them. */
export type Holder = {
	readonly target: Target;
	readonly sightings: readonly Sighting[];
};

/** Holders of the same; with the sighting that says most. */
export type Group = {
	readonly holders: readonly Holder[];
	readonly lead: Sighting;
};

export function sightingOf(certificate: Certificate): Sighting {
	const {thumbprint, sha256, publicKey} = certificate;
	return {certificate, thumbprint, sha256, spki: publicKey.spki};
}

/** The same certificate, as far as both can be seen: by the longest fingerprint that both have, else by the key. */
export function isSame(a: Sighting, b: Sighting): boolean {
	if (a.sha256 !== null && b.sha256 !== null) return a.sha256 === b.sha256;
	if (a.thumbprint !== null && b.thumbprint !== null) return a.thumbprint === b.thumbprint;
	return hasSameKey(a, b) === true;
}

/** Null when one of the keys is not known. */
export function hasSameKey(a: Sighting, b: Sighting): boolean | null {
	return a.spki === null || b.spki === null ? null : Buffer.compare(a.spki, b.spki) === 0;
}

/** A file is one of a server's keys, or not; two servers must have the same keys, or one refuses the other's tokens. */
function holdSame(a: Holder, b: Holder): boolean {
	const contains = (outer: Holder, inner: Holder) =>
		inner.sightings.every(each => outer.sightings.some(other => isSame(each, other)));
	if (a.target.type === 'file') return contains(b, a);
	if (b.target.type === 'file') return contains(a, b);
	return contains(a, b) && contains(b, a);
}

/** Groups of holders of the same, the largest first. Servers make the groups, files join them. */
export function groupHolders(holders: readonly Holder[]): Group[] {
	const groups: Holder[][] = [];
	const servers = holders.filter(({target}) => target.type === 'server');
	for (const holder of [...servers, ...holders.filter(each => !servers.includes(each))]) {
		const group = groups.find(([first]) => first !== undefined && holdSame(first, holder));
		if (group === undefined) groups.push([holder]);
		else group.push(holder);
	}
	return groups
		.map(group => holders.filter(each => group.includes(each)))
		.toSorted((a, b) => b.length - a.length || place(holders, a) - place(holders, b))
		.flatMap(group => {
			const lead = leadOf(group);
			return lead === null ? [] : [{holders: group, lead}];
		});
}

function place(holders: readonly Holder[], [first]: readonly Holder[]): number {
	return first === undefined ? 0 : holders.indexOf(first);
}

/** What the file in the group holds, else the newest certificate, else the first thing that is known. */
function leadOf(group: readonly Holder[]): Sighting | null {
	const all = group
		.toSorted((a, b) => a.sightings.length - b.sightings.length)
		.flatMap(each => each.sightings);
	return all.find(({certificate}) => certificate !== null) ?? all[0] ?? null;
}
