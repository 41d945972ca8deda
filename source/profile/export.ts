// A profile as one flat file: for a colleague who has nothing of what it extends, and for a new profile.
import {isEqual, type PlainMapping, type PlainValue} from './plain-value.js';
import {profileNameOf} from './path.js';
import type {Profile, ProfileEntry, SubjectMapping, Written} from './profile.js';
import {writeYaml} from './write.js';

/** The profile as YAML without `extends`: loading it gives the same entries. What all of a batch share stands once. */
export function exportProfile(profile: Profile): string {
	const {name, description, file, entries, isBatch} = profile;
	const head = {
		...(name === profileNameOf(file) ? {} : {name}),
		...(description === null ? {} : {description}),
	};
	const [first, ...others] = entries.map(plainEntry);
	if (first === undefined || !isBatch) return writeYaml({...head, ...first});
	const shared = Object.fromEntries(
		Object.entries(first).filter(([key, value]) =>
			others.every(other => {
				const same = other[key];
				return same !== undefined && isEqual(same, value);
			}),
		),
	);
	const certificates = [first, ...others].map(entry =>
		Object.fromEntries(Object.entries(entry).filter(([key]) => !Object.hasOwn(shared, key))),
	);
	return writeYaml({...head, ...shared, certificates});
}

/** A new profile with one certificate. */
export function newProfile(entry: ProfileEntry, description: string | null = null): string {
	return writeYaml({...(description === null ? {} : {description}), ...plainEntry(entry)});
}

/** An entry without its places, keys in the order in which people read them: what an edit writes into a profile. */
export function plainEntry(entry: ProfileEntry): PlainMapping {
	const {kind, subject, friendlyName, subjectAlternativeNames, key, validity} = entry;
	const {keyUsage, extendedKeyUsage, signatureHash, pfx, ipAddressesAsDnsNames, outputs, fileName} = entry;
	return withValues({
		kind: kind?.value,
		subject: typeof subject?.value === 'object' ? plainSubject(subject.value) : subject?.value,
		friendlyName: friendlyName?.value,
		subjectAlternativeNames: values(subjectAlternativeNames),
		key: key?.value,
		validity: typeof validity?.value === 'object' ? plainMapping(validity.value) : validity?.value,
		keyUsage: values(keyUsage),
		extendedKeyUsage: values(extendedKeyUsage),
		signatureHash: signatureHash?.value,
		pfx: pfx === undefined ? undefined : plainMapping(pfx.value),
		ipAddressesAsDnsNames: ipAddressesAsDnsNames?.value,
		outputs: values(outputs),
		fileName: fileName?.value,
	});
}

function plainSubject(subject: SubjectMapping): PlainMapping {
	return Object.fromEntries(
		Object.entries(subject).map(([key, all]) => {
			const texts = all.map(({value}) => value);
			const [first = ''] = texts;
			return [key, texts.length === 1 ? first : texts];
		}),
	);
}

function plainMapping(mapping: Readonly<Record<string, Written<string | number> | undefined>>): PlainMapping {
	return withValues(Object.fromEntries(Object.entries(mapping).map(([key, each]) => [key, each?.value])));
}

function values(list: Written<readonly Written<string>[]> | undefined): readonly string[] | undefined {
	return list?.value.map(({value}) => value);
}

function withValues(mapping: Readonly<Record<string, PlainValue | undefined>>): PlainMapping {
	return Object.fromEntries(
		Object.entries(mapping).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
	);
}
