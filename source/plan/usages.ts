// What the key may be used for: keyUsage and extendedKeyUsage, as written or by kind.
import {type KeyType, type KeyUsage, type Kind, keyUsages, type ProfileEntry} from '../profile/profile.js';
import {defaultExtendedKeyUsage, defaultKeyUsage} from './defaults.js';
import {parseExtendedKeyUsage} from './object-identifier.js';
import {decided, located, type Outcome} from './outcome.js';

/** Dotted OIDs, each once. */
export function makeExtendedKeyUsage(entry: ProfileEntry, kind: Kind): Outcome<readonly string[]> {
	if (entry.extendedKeyUsage === undefined) return decided(defaultExtendedKeyUsage(kind));
	const oids = entry.extendedKeyUsage.value.map(({value, place}, index) => {
		const oid = parseExtendedKeyUsage(value);
		return {value: oid.value, problems: located(oid.problems, place, `extendedKeyUsage.${index}`)};
	});
	const problems = oids.flatMap(each => each.problems);
	const values = [...new Set(oids.flatMap(({value}) => (value === null ? [] : [value])))];
	return {value: problems.length > 0 ? null : values, problems};
}

/** In the order of the bits, each once. */
export function makeKeyUsage(entry: ProfileEntry, kind: Kind, key: KeyType): readonly KeyUsage[] {
	const written = entry.keyUsage?.value.map(({value}) => value);
	return written === undefined
		? defaultKeyUsage(kind, key)
		: keyUsages.filter(each => written.includes(each));
}
