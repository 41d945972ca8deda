// An entry of a profile for one server: its names and addresses in the place of the placeholders.
import {addressesPlaceholder} from '../../plan/placeholder.js';
import type {Server} from '../../plan/plan.js';
import type {Request} from '../../prepare.js';
import type {ProfileEntry, SubjectMapping, Written} from '../../profile/profile.js';

/** A request whose server stands in the texts of its entry, and what stood there before. */
export type FilledRequest = Request & {
	readonly source?: {
		/** As the profile says it. */
		readonly written: ProfileEntry;
		/** The same with the server filled in, before anybody changed it. */
		readonly filled: ProfileEntry;
		readonly server: Server;
		/** The addresses are those that somebody typed: DNS would not know what stands for them. */
		readonly areTyped: boolean;
	};
};

type Fill = (text: string) => string;

function filled({value, place}: Written<string>, fill: Fill): Written<string> {
	return {value: fill(value), place};
}

function filledMapping(mapping: SubjectMapping, fill: Fill): SubjectMapping {
	return Object.fromEntries(
		Object.entries(mapping).map(([key, values]) => [key, values.map(each => filled(each, fill))]),
	);
}

/** The FQDN and the hostname of a computer without a DNS suffix are the same. */
function different(texts: readonly Written<string>[]): readonly Written<string>[] {
	return texts.filter((each, index) => texts.findIndex(({value}) => value === each.value) === index);
}

/** The request for one server. */
export function forServer(request: Request, server: Server, areTyped = false): FilledRequest {
	const filled = fillServer(request.entry, server);
	return {...request, entry: filled, source: {written: request.entry, filled, server, areTyped}};
}

/**
 * The entries as a profile says them: what nobody changed has its placeholders again. Several certificates that came
 * of one entry keep their servers, since each of them is another one now.
 */
export function writtenEntries(requests: readonly FilledRequest[]): readonly ProfileEntry[] {
	return requests.map(({entry, source}) => {
		const isAlone = requests.filter(each => each.source?.written === source?.written).length === 1;
		return source === undefined || !isAlone ? entry : {...entry, ...withPlaceholders(entry, source)};
	});
}

function withPlaceholders(
	entry: ProfileEntry,
	{written, filled, server, areTyped}: NonNullable<FilledRequest['source']>,
): Partial<ProfileEntry> {
	const {subject, friendlyName, fileName, subjectAlternativeNames: names} = written;
	return {
		...(subject !== undefined && entry.subject === filled.subject ? {subject} : {}),
		...(friendlyName !== undefined && entry.friendlyName === filled.friendlyName ? {friendlyName} : {}),
		...(fileName !== undefined && entry.fileName === filled.fileName ? {fileName} : {}),
		...(names === undefined || entry.subjectAlternativeNames === undefined
			? {}
			: {
					subjectAlternativeNames: {
						place: entry.subjectAlternativeNames.place,
						value: namesWithPlaceholders(
							areTyped ? names.value.filter(each => !isAddresses(each)) : names.value,
							entry.subjectAlternativeNames.value,
							server,
						),
					},
				}),
	};
}

/** A name of the profile stays as it was written while all that it stands for is still there; new ones follow. */
function namesWithPlaceholders(
	written: readonly Written<string>[],
	current: readonly Written<string>[],
	server: Server,
): readonly Written<string>[] {
	const there = new Set(current.map(({value}) => value));
	const kept = written
		.map(each => ({each, standsFor: filledNames([each], server).map(({value}) => value)}))
		.filter(({standsFor}) => standsFor.every(value => there.has(value)));
	const covered = new Set(kept.flatMap(({standsFor}) => standsFor));
	return [...kept.map(({each}) => each), ...current.filter(({value}) => !covered.has(value))];
}

function isAddresses({value}: Written<string>): boolean {
	return value.trim() === addressesPlaceholder;
}

/** Each name with the server in it; all addresses in the place of their placeholder. */
function filledNames(names: readonly Written<string>[], server: Server): readonly Written<string>[] {
	return names.flatMap(each =>
		isAddresses(each)
			? (server.addresses ?? []).map(({address}) => ({value: address, place: each.place}))
			: [filled(each, filling(server))],
	);
}

function filling(server: Server): Fill {
	return text =>
		text.replace(/\{\{|\}\}|\{(fqdn|hostname)\}/g, (found, name?: 'fqdn' | 'hostname') =>
			name === undefined ? found : server[name],
		);
}

/**
 * Puts the server into the texts of the entry, so that each certificate can be changed by itself; all other
 * placeholders and doubled braces stay. A server without addresses leaves none of them in the list.
 */
export function fillServer(entry: ProfileEntry, server: Server): ProfileEntry {
	const fill = filling(server);
	const {subject, friendlyName, fileName, subjectAlternativeNames: names} = entry;
	return {
		...entry,
		...(subject === undefined
			? {}
			: {
					subject:
						typeof subject.value === 'string'
							? {value: fill(subject.value), place: subject.place}
							: {value: filledMapping(subject.value, fill), place: subject.place},
				}),
		...(friendlyName === undefined ? {} : {friendlyName: filled(friendlyName, fill)}),
		...(fileName === undefined ? {} : {fileName: filled(fileName, fill)}),
		...(names === undefined
			? {}
			: {
					subjectAlternativeNames: {
						place: names.place,
						value: different(filledNames(names.value, server)),
					},
				}),
	};
}
