// Which programs open a PFX, from the algorithms and iterations that it really has, and what the others will say.
import {keyName} from '../certificate/key-name.js';
import type {ContainedKey, Content} from '../container/container.js';
import {keyInfo} from '../container/key-info.js';
import {iterationRange} from '../profile/profile.js';
import type {Problem} from '../problem/problem.js';

export type Opener = {
	/** Who, with versions: `Windows 10 1709, Server 2019 and newer`. */
	readonly program: string;
	/** Null: not known. */
	readonly opens: boolean | null;
	/** What people see instead, or under which condition; null where there is nothing to add. */
	readonly says: string | null;
};

export type Protection = Pick<Content, 'encryption' | 'mac'> & {
	readonly keys: readonly Pick<ContainedKey, 'encryption' | 'privateKey'>[];
};

/** The algorithms of a file, sorted by what programs care about. */
type Traits = {
	/** PKCS #12's own schemes, all of them with SHA-1. */
	readonly isPkcs12: boolean;
	readonly hasRc2OrRc4: boolean;
	readonly hasRc4: boolean;
	readonly hasTwoKeyTripleDes: boolean;
	/** AES of PBES2 and nothing else beside PKCS #12's schemes. */
	readonly hasOnlyCommonCiphers: boolean;
	readonly mac: string | null;
	readonly isPbmac1: boolean;
	readonly mostIterations: number;
	readonly sumOfIterations: number;
	readonly hasPlainKey: boolean;
	/** A kind that Windows and .NET do not know: `Ed25519`; null when there is none, as far as is known. */
	readonly strangeKey: string | null;
	/** True as far as is known. */
	readonly isPasswordAscii: boolean;
};

function traitsOf({encryption, mac, keys}: Protection, isPasswordAscii: boolean): Traits {
	const algorithms = encryption.map(({algorithm}) => algorithm);
	const some = (pattern: RegExp) => algorithms.some(each => pattern.test(each));
	const counts = encryption.map(({iterations}) => iterations);
	return {
		isPkcs12: algorithms.every(each => each.startsWith('pbeWithSHA1And')),
		hasRc2OrRc4: some(/RC[24]/),
		hasRc4: some(/RC4/),
		hasTwoKeyTripleDes: some(/And2-KeyTripleDES/),
		hasOnlyCommonCiphers: algorithms.every(each => /^pbeWithSHA1And|^PBES2 .* AES-\d+-CBC$/.test(each)),
		mac: mac?.algorithm ?? null,
		isPbmac1: mac?.algorithm.startsWith('PBMAC1') === true,
		mostIterations: Math.max(0, ...counts, mac?.iterations ?? 0),
		sumOfIterations: counts.reduce((sum, count) => sum + count, 0),
		hasPlainKey: keys.some(each => each.encryption === null),
		strangeKey: strangeKey(keys),
		isPasswordAscii,
	};
}

/** DSA is old, and known to all. */
function strangeKey(keys: Protection['keys']): string | null {
	const infos = keys.flatMap(({privateKey}) => (privateKey === null ? [] : keyInfo(privateKey)));
	return (
		infos
			.filter(({type}) => type === 'other')
			.map(keyName)
			.find(name => name !== 'DSA') ?? null
	);
}

type Verdict = Pick<Opener, 'opens' | 'says'>;

const yes: Verdict = {opens: true, says: null};
const no = (says: string): Verdict => ({opens: false, says});
const unknown = (says: string | null = null): Verdict => ({opens: null, says});

const wrongPassword = 'will say: wrong password';
const unknownKey = (name: string) => no(`does not know keys of the kind ${name}`);
const withoutMac = 'there is no MAC, and how it takes that is not known';

/** Pkcs12LoaderLimits of .NET 9. */
const {most: dotNetIterations} = iterationRange;
const dotNetSum = 1_000_000;

/** One row for each program; the order is that of the answer. */
const programs: readonly (readonly [program: string, verdict: (traits: Traits) => Verdict])[] = [
	[
		'Windows Server 2016, Windows 10 before 1709, and older',
		({isPkcs12, mac, strangeKey}) => {
			if (!isPkcs12 || (mac !== null && mac !== 'HMAC-SHA-1')) return no(wrongPassword);
			if (strangeKey !== null) return unknownKey(strangeKey);
			return mac === null ? unknown(withoutMac) : yes;
		},
	],
	[
		'Windows Server 2019, Windows 10 1709, and newer',
		({hasOnlyCommonCiphers, isPbmac1, mac, strangeKey}) => {
			if (!hasOnlyCommonCiphers) return no(wrongPassword);
			if (strangeKey !== null) return unknownKey(strangeKey);
			if (isPbmac1) return unknown('PBMAC1 (RFC 9579) is too new to rely on');
			return mac === null ? unknown(withoutMac) : yes;
		},
	],
	[
		'.NET 9 and newer',
		({mostIterations, sumOfIterations, hasOnlyCommonCiphers, hasRc4, isPbmac1, strangeKey}) => {
			if (mostIterations > dotNetIterations)
				return no(`refuses more than ${dotNetIterations} iterations, and these are ${mostIterations}`);
			if (sumOfIterations > dotNetSum)
				return no(`refuses more than ${dotNetSum} iterations in all, and these are ${sumOfIterations}`);
			if (strangeKey !== null) return unknownKey(strangeKey);
			return hasOnlyCommonCiphers && !hasRc4 && !isPbmac1 ? yes : unknown();
		},
	],
	[
		'macOS',
		({isPkcs12, mac, strangeKey}) => {
			if (mac === null) return unknown(withoutMac);
			if (strangeKey !== null) return unknown(`whether it takes keys of the kind ${strangeKey} is not known`);
			return isPkcs12 && mac === 'HMAC-SHA-1' ? yes : unknown('some versions will say: wrong password');
		},
	],
	[
		'Java 17',
		({hasOnlyCommonCiphers, hasTwoKeyTripleDes, isPbmac1, hasPlainKey, isPasswordAscii}) => {
			if (!isPasswordAscii) return no('will say: keystore password was incorrect (it is not ASCII)');
			if (isPbmac1) return no('does not know PBMAC1 (RFC 9579)');
			if (hasTwoKeyTripleDes) return no('will say: keystore password was incorrect');
			if (hasPlainKey) return no('finds no key in it: that is not encrypted');
			return hasOnlyCommonCiphers ? yes : no('will say: PBE parameter parsing error');
		},
	],
	[
		'OpenSSL 3, Node.js',
		({hasRc2OrRc4, isPbmac1}) => {
			if (hasRc2OrRc4)
				return no('cannot read RC2 and RC4 without its legacy provider (openssl pkcs12 -legacy)');
			return isPbmac1 ? {opens: true, says: 'from OpenSSL 3.4 on'} : yes;
		},
	],
];

/**
 * Who opens a PFX with this protection, and with a password as far as it is known: `findings` are those of its file.
 * Nothing here was tried on Windows or macOS; the rest is held by tests.
 */
export function describeOpeners(
	protection: Protection,
	findings: readonly Pick<Problem, 'code'>[],
): Opener[] {
	const traits = traitsOf(protection, !findings.some(each => each.code === 'password-non-ascii'));
	return programs.map(([program, verdict]) => ({program, ...verdict(traits)}));
}
