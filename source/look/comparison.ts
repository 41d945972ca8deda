// What was seen → what is compared with what, and what comes of it.
import {type Difference, differences} from '../describe/differences.js';
import type {ComparisonJson} from '../describe/compare-definition.js';
import {extendedKeyUsageOids} from '../plan/object-identifier.js';
import type {Kind} from '../profile/profile.js';
import type {Target} from './target.js';
import type {Failure} from './server-answers.js';
import type {Seen} from './seen.js';
import {type Group, groupHolders, type Holder} from './groups.js';
import {hasSameKey, isSame, sightingOf} from './sighting.js';

export type Purpose = ComparisonJson['of'];

export type Missing = {readonly target: Target} & Failure;

export type Comparison = {
	readonly of: Purpose;
	readonly groups: readonly Group[];
	readonly missing: readonly Missing[];
	/** Null: nothing differs, but not everything could be seen. */
	readonly same: boolean | null;
	readonly sameKey: boolean | null;
	/** Between the certificates of the groups that have one, in their order. */
	readonly differences: readonly Difference[];
};

const bothKinds: readonly Kind[] = ['ssl', 'signing'];
const isFile = ({target}: Seen) => target.type === 'file';

/**
 * Files alone are compared with each other. With servers, a file is compared with the certificates of its purpose, and
 * the other purpose is left alone; servers alone are compared in both. A signing certificate that no server shows is not
 * seen: it may differ.
 */
export function compareAll(seen: readonly Seen[], kind: Kind | null): Comparison[] {
	const files = seen.filter(isFile);
	if (files.length === seen.length) return [compare(kind ?? 'certificate', seen)];
	const purposes = new Map(files.map(each => [each, kind === null ? purposesOf(each, seen) : [kind]]));
	const ofFiles = [...purposes.values()].flat();
	const asked = bothKinds.filter(each =>
		kind !== null ? each === kind : ofFiles.length === 0 || ofFiles.includes(each),
	);
	return asked.map(purpose =>
		compare(
			purpose,
			seen.filter(each => purposes.get(each)?.includes(purpose) ?? true),
		),
	);
}

/**
 * What is certain before the servers have told their token keys: their SSL certificates. A file that no server presents
 * may be what they publish, so with one there is nothing to say yet.
 */
export function compareSoFar(seen: readonly Seen[]): Comparison[] {
	const isPresented = (file: Seen) => usesOf(file, seen).includes('ssl');
	return seen.filter(isFile).every(isPresented) ? compareAll(seen, 'ssl') : [];
}

/** Where a file's certificate is in use; when it is nowhere, what its usages say; of a file without any, everything. */
function purposesOf(file: Seen, seen: readonly Seen[]): readonly Kind[] {
	const [certificate] = file.certificates;
	if (certificate === undefined) return bothKinds;
	const found = usesOf(file, seen);
	if (found.length > 0) return found;
	return certificate.extendedKeyUsage?.includes(extendedKeyUsageOids.serverAuth) === true
		? ['ssl']
		: ['signing'];
}

/** What servers have the file's certificate for, as far as that is seen. */
function usesOf({certificates: [certificate]}: Seen, seen: readonly Seen[]): readonly Kind[] {
	if (certificate === undefined) return [];
	const own = sightingOf(certificate);
	const has = (server: Seen, purpose: Kind) =>
		holderOf(purpose, server)?.sightings.some(each => isSame(each, own)) === true;
	return bothKinds.filter(purpose => seen.some(each => !isFile(each) && has(each, purpose)));
}

/** What a target has for the purpose; null when it cannot be seen. */
function holderOf(purpose: Purpose, {target, certificates, keys}: Seen): Holder | null {
	if (target.type === 'server' && purpose === 'signing')
		return keys?.status === 'published' ? {target, sightings: keys.keys} : null;
	const [certificate] = certificates;
	return certificate === undefined ? null : {target, sightings: [sightingOf(certificate)]};
}

function missingOf(purpose: Purpose, {target, failure, keys}: Seen): Missing {
	if (failure === null && purpose === 'signing' && keys !== null && keys.status !== 'published')
		return {target, reason: keys.status === 'none' ? 'no-token-keys' : 'no-answer', message: keys.reason};
	return {target, reason: failure?.reason ?? 'no-answer', message: failure?.message ?? 'does not answer'};
}

const keyAlone: Failure = {
	reason: 'key-alone',
	message: 'publishes a key alone that different certificates have: which of them it uses is not known',
};

function compare(of: Purpose, members: readonly Seen[]): Comparison {
	const holders = members.flatMap(each => holderOf(of, each) ?? []);
	const {groups, undecided} = groupHolders(holders);
	const missing = [
		...members.filter(each => holderOf(of, each) === null).map(each => missingOf(of, each)),
		...undecided.map(({target}) => ({target, ...keyAlone})),
	];
	const keys = groups
		.slice(1)
		.map(({lead}) => (groups[0] === undefined ? null : hasSameKey(groups[0].lead, lead)));
	return {
		of,
		groups,
		missing,
		same: groups.length > 1 ? false : missing.length > 0 ? null : true,
		sameKey: keys.includes(false) ? false : keys.includes(null) || missing.length > 0 ? null : true,
		differences: differences(groups.flatMap(({lead}) => lead.certificate ?? [])),
	};
}
