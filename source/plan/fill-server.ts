// An entry of a profile for one server: its names and addresses in the place of the placeholders.
import type {ProfileEntry, SubjectMapping, Written} from '../profile/profile.js';
import {isAddressesPlaceholder} from './placeholder.js';
import type {Server} from './plan.js';

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

/** Each name with the server in it; all addresses in the place of their placeholder. */
export function filledNames(names: readonly Written<string>[], server: Server): readonly Written<string>[] {
	return names.flatMap(each =>
		isAddressesPlaceholder(each.value)
			? (server.addresses ?? []).map(({address}) => ({value: address, place: each.place}))
			: [filled(each, filling(server))],
	);
}

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

function filling(server: Server): Fill {
	return text =>
		text.replace(/\{\{|\}\}|\{(fqdn|hostname)\}/g, (found, name?: 'fqdn' | 'hostname') =>
			name === undefined ? found : server[name],
		);
}
