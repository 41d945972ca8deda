// One text of subjectAlternativeNames → GeneralName: the kind is told apart by the form, or forced by a prefix.
import {quoted} from '../problem/visible.js';
import {parseDnsName, parseForcedDnsName} from './dns-name.js';
import {parseEmailAddress, parseUri} from './email-and-uri.js';
import {addressFault, canonicalAddress, looksLikeAddress} from './ip-address.js';
import {isDrivePath, offeredHost} from './offered-host.js';
import {type Outcome, refused} from './outcome.js';
import type {GeneralName, GeneralNameType} from './plan.js';
import {cleanName} from './split-names.js';

function didYouMeanHost(text: string): string | null {
	const host = offeredHost(text);
	return host === null ? null : `did you mean "${host}"?`;
}

function parseIpAddress(text: string): Outcome<string> {
	const address = canonicalAddress(text);
	if (address !== null) return {value: address, problems: []};
	return refused(
		'bad-ip-address',
		`${quoted(text)} is not an IPv4 or IPv6 address`,
		didYouMeanHost(text) ?? addressFault(text),
	);
}

const parsers: Readonly<Record<GeneralNameType, (text: string) => Outcome<string>>> = {
	dns: parseForcedDnsName,
	ip: parseIpAddress,
	email: parseEmailAddress,
	uri: parseUri,
};

function named(type: GeneralNameType, outcome: Outcome<string>): Outcome<GeneralName> {
	const {value, problems} = outcome;
	return {value: value === null ? null : {type, value}, problems};
}

/** Without a prefix: an address, a DNS name, or a reason why it is neither. */
function parsePlainName(text: string): Outcome<GeneralName> {
	if (isDrivePath(text) || text.startsWith('\\\\'))
		return refused('bad-dns-name', `${quoted(text)} is the path of a file, not a name`, didYouMeanHost(text));
	if (text.includes('://') || /^[\\/]{2}/.test(text))
		return refused('bad-dns-name', `${quoted(text)} is a URL, not a name`, didYouMeanHost(text));
	if (text.includes('@'))
		return refused(
			'bad-dns-name',
			`${quoted(text)} is not a DNS name`,
			parseEmailAddress(text).value === null
				? null
				: `for an e-mail address write ${quoted(`email:${text}`)}`,
		);
	if (canonicalAddress(text) !== null || looksLikeAddress(text)) return named('ip', parseIpAddress(text));
	if (/[:/\\]/.test(text))
		return refused(
			'bad-dns-name',
			`${quoted(text)} is not a DNS name: it holds more than a name`,
			didYouMeanHost(text) ?? 'leave port and path out',
		);
	return named('dns', parseDnsName(text));
}

/**
 * Parses one entry: an IP literal is an iPAddress, all else a dNSName; `email:`, `uri:`, `dns:` and `ip:` in front
 * force a kind. The value is canonical: A-labels in lower case, RFC 5952. Placeholders must be filled in before.
 */
export function parseGeneralName(text: string): Outcome<GeneralName> {
	const cleaned = cleanName(text);
	const forced = (['dns', 'ip', 'email', 'uri'] as const).find(
		type => cleaned.slice(0, type.length + 1).toLowerCase() === `${type}:`,
	);
	if (forced === undefined) return parsePlainName(cleaned);
	return named(forced, parsers[forced](cleaned.slice(forced.length + 1).trim()));
}

/** True for the same kind and the same canonical value. */
export function sameGeneralName(a: GeneralName, b: GeneralName): boolean {
	return a.type === b.type && a.value === b.value;
}

/**
 * As a profile writes it, so that `parseGeneralName` gives it back: with its kind in front where the text alone would
 * be another one. A value that is none of its kind has it in front as well, and is refused as such.
 */
export function writtenName({type, value}: GeneralName): string {
	const forced = `${type}:${value}`;
	const canonical = parseGeneralName(forced).value;
	if (canonical === null) return forced;
	const plain = parseGeneralName(canonical.value).value;
	const isPlain = plain !== null && sameGeneralName(plain, canonical);
	return isPlain ? canonical.value : `${type}:${canonical.value}`;
}
