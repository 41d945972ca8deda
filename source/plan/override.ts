// What the command line or a screen says, laid over an entry of a profile.
import type {
	KeyType,
	KeyUsage,
	Kind,
	Output,
	PfxEncryption,
	PfxOptions,
	ProfileEntry,
	Provider,
	SignatureHash,
	Written,
} from '../profile/profile.js';

/** What is undefined leaves the entry as it is; a list replaces the entry's list. */
export type Overrides = {
	readonly kind?: Kind | undefined;
	readonly subject?: string | undefined;
	readonly friendlyName?: string | undefined;
	readonly subjectAlternativeNames?: readonly string[] | undefined;
	/** Added to the SAN of an SSL certificate; a signing certificate stays as it is. */
	readonly san?: readonly string[] | undefined;
	readonly key?: KeyType | undefined;
	readonly validity?: string | undefined;
	readonly keyUsage?: readonly KeyUsage[] | undefined;
	readonly extendedKeyUsage?: readonly string[] | undefined;
	readonly signatureHash?: SignatureHash | undefined;
	readonly encryption?: PfxEncryption | undefined;
	readonly iterations?: number | undefined;
	readonly provider?: Provider | undefined;
	readonly ipAddressesAsDnsNames?: boolean | undefined;
	readonly outputs?: readonly Output[] | undefined;
	readonly fileName?: string | undefined;
};

/** An entry of which nothing is known yet: for a run without a profile. */
export const emptyEntry: ProfileEntry = {place: null};

function written<T>(value: T): Written<T> {
	return {value, place: null};
}

/** The key with the value, or no key at all when there is no value. */
function optional<K extends string, T>(key: K, value: T | undefined): Partial<Record<K, Written<T>>> {
	return value === undefined ? {} : ({[key]: written(value)} as Record<K, Written<T>>);
}

function list<T>(values: readonly T[] | undefined): readonly Written<T>[] | undefined {
	return values?.map(written);
}

function overridePfx(entry: ProfileEntry, overrides: Overrides): Written<PfxOptions> | undefined {
	const {encryption, iterations, provider} = overrides;
	if (encryption === undefined && iterations === undefined && provider === undefined) return entry.pfx;
	return {
		place: entry.pfx?.place ?? null,
		value: {
			...entry.pfx?.value,
			...optional('encryption', encryption),
			...optional('iterations', iterations),
			...optional('provider', provider),
		},
	};
}

/**
 * Lays `overrides` over an entry: text and lists replace, `pfx` merges by key, `san` is added. Defaults are not filled
 * in here, so that another kind brings its own defaults for everything that was not written.
 */
export function overrideEntry(entry: ProfileEntry, overrides: Overrides): ProfileEntry {
	const kind = overrides.kind ?? entry.kind?.value;
	const names = list(overrides.subjectAlternativeNames) ?? entry.subjectAlternativeNames?.value;
	const added = kind === 'signing' ? [] : (list(overrides.san) ?? []);
	const namesPlace = overrides.subjectAlternativeNames
		? null
		: (entry.subjectAlternativeNames?.place ?? null);
	const pfx = overridePfx(entry, overrides);
	return {
		...entry,
		...optional('kind', overrides.kind),
		...optional('subject', overrides.subject),
		...optional('friendlyName', overrides.friendlyName),
		...(names === undefined && added.length === 0
			? {}
			: {subjectAlternativeNames: {value: [...(names ?? []), ...added], place: namesPlace}}),
		...optional('key', overrides.key),
		...optional('validity', overrides.validity),
		...optional('keyUsage', list(overrides.keyUsage)),
		...optional('extendedKeyUsage', list(overrides.extendedKeyUsage)),
		...optional('signatureHash', overrides.signatureHash),
		...(pfx === undefined ? {} : {pfx}),
		...optional('ipAddressesAsDnsNames', overrides.ipAddressesAsDnsNames),
		...optional('outputs', list(overrides.outputs)),
		...optional('fileName', overrides.fileName),
	};
}
