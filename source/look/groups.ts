// Who has the same certificate: groups of files and servers, whatever the order in which they were named.
import {completed, sameSightings, type Sighting} from './sighting.js';
import type {Target} from './target.js';

/** A target with all that it has for one purpose: one certificate, or the keys of a server that changes them. */
export type Holder = {
	readonly target: Target;
	readonly sightings: readonly Sighting[];
};

/** Holders of the same; a server that publishes several keys may be in several groups. */
export type Group = {
	readonly holders: readonly Holder[];
	/** The certificate of the group: the newest one, when its servers publish several. */
	readonly lead: Sighting;
	/** How many more keys all these servers publish. */
	readonly more: number;
};

export type Groups = {
	/** The largest first. */
	readonly groups: readonly Group[];
	/** Servers that publish a key alone, where several certificates with it were seen. */
	readonly undecided: readonly Holder[];
};

type Bucket = {readonly holders: readonly Holder[]; readonly leads: readonly Sighting[]};

/**
 * Groups holders by what they have. One group: everybody has the same. Different certificates are never in one group,
 * and servers are in one only when they publish the same keys, or one refuses the other's tokens.
 */
export function groupHolders(holders: readonly Holder[]): Groups {
	const wholes = completed(holders.flatMap(({sightings}) => sightings));
	const found = sameSightings(new Set(wholes.values()));
	const isUndecided = (sighting: Sighting) => found.filter(same => same.includes(sighting)).length > 1;
	const has = (holder: Holder, test: (sighting: Sighting) => boolean) =>
		holder.sightings.some(each => test(wholes.get(each) ?? each));
	const buckets = new Map<string, Bucket>();
	for (const same of found.map(each => each.filter(sighting => !isUndecided(sighting)))) {
		const owners = holders.filter(holder => has(holder, each => same.includes(each)));
		const lead = merged(same);
		if (owners.length === 0 || lead === null) continue;
		const name = owners.map(each => holders.indexOf(each)).join();
		buckets.set(name, {holders: owners, leads: [...(buckets.get(name)?.leads ?? []), lead]});
	}
	return {
		groups: groupsOf(holders, [...buckets.values()]),
		undecided: holders.filter(holder => has(holder, isUndecided)),
	};
}

/** A file is one of the keys that all servers publish, or not: what else they publish is no group beside it. */
function groupsOf(holders: readonly Holder[], buckets: readonly Bucket[]): Group[] {
	const servers = holders.filter(({target}) => target.type === 'server');
	const isOfAllServers = (bucket: Bucket) =>
		bucket.holders.length === servers.length && servers.every(each => bucket.holders.includes(each));
	const holdsAllServers = (bucket: Bucket) =>
		bucket.holders.length > servers.length && servers.every(each => bucket.holders.includes(each));
	const extras = buckets.some(holdsAllServers) ? buckets.filter(isOfAllServers) : [];
	const extraKeys = extras.reduce((sum, {leads}) => sum + leads.length, 0);
	return buckets
		.filter(each => !extras.includes(each))
		.toSorted((a, b) => b.holders.length - a.holders.length || place(holders, a) - place(holders, b))
		.flatMap(bucket => {
			const [lead] = bucket.leads.toSorted(byAge);
			const more = bucket.leads.length - 1 + (holdsAllServers(bucket) ? extraKeys : 0);
			return lead === undefined ? [] : [{holders: bucket.holders, lead, more}];
		});
}

function place(holders: readonly Holder[], {holders: [first]}: Bucket): number {
	return first === undefined ? 0 : holders.indexOf(first);
}

/** All that is seen of one certificate; null for nothing. */
function merged(same: readonly Sighting[]): Sighting | null {
	return same.reduce<Sighting | null>(
		(all, each) => ({
			certificate: all?.certificate ?? each.certificate,
			thumbprint: all?.thumbprint ?? each.thumbprint,
			sha256: all?.sha256 ?? each.sha256,
			spki: all?.spki ?? each.spki,
		}),
		null,
	);
}

/** The newest certificate first, then what is known of others. */
function byAge(a: Sighting, b: Sighting): number {
	const begin = ({certificate}: Sighting) => certificate?.notBefore.getTime() ?? Number.NEGATIVE_INFINITY;
	const text = ({thumbprint, sha256}: Sighting) => thumbprint ?? sha256 ?? '';
	return begin(a) === begin(b) ? text(a).localeCompare(text(b)) : begin(b) - begin(a);
}
