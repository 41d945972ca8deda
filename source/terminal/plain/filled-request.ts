// A certificate to be made for one server, which still knows what the profile says of any server.
import {filledNames, fillServer} from '../../plan/fill-server.js';
import {isAddressesPlaceholder} from '../../plan/placeholder.js';
import type {Server} from '../../plan/plan.js';
import type {Request} from '../../prepare.js';
import type {ProfileEntry, Written} from '../../profile/profile.js';

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
							areTyped ? names.value.filter(each => !isAddressesPlaceholder(each.value)) : names.value,
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
