// DNS names of the SAN: letters, digits and hyphens, wildcards, and IDNs as A-labels (RFC 5280, RFC 5890, UTS #46).
import {domainToASCII, domainToUnicode} from 'node:url';
import {quoted} from '../problem/visible.js';
import {canonicalAddress} from './ip-address.js';
import {decided, type Outcome, refused} from './outcome.js';

/** A label of letters, digits and hyphens (RFC 5890, section 2.3.1); underscores pass here and are warned about. */
const label = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/;

/**
 * One non-ASCII label → A-label; null when there is none. `domainToASCII` would also take `%62`, other full stops and
 * bare numbers for something, so that only what gives one label again is accepted.
 */
function toALabel(text: string): string | null {
	if (/[%/?#:@\\\s\p{Default_Ignorable_Code_Point}]/u.test(text)) return null;
	const ascii = domainToASCII(text);
	return label.test(ascii) && !/^\d+$/.test(ascii) ? ascii : null;
}

/** True when Punycode stands for something, and for exactly that label (RFC 5890, section 2.3.2.1). */
function isALabel(text: string): boolean {
	const unicode = domainToUnicode(text);
	return unicode !== text && domainToASCII(unicode) === text;
}

/** Why one lower-case label cannot be part of a DNS name; null when it can. */
function labelFault(text: string): string | null {
	if (text === '') return 'a part between the dots is empty';
	if (text.includes('*')) return 'a wildcard is the whole first part: *.company.com';
	if (text.length > 63) return 'a part has more than 63 characters';
	const wrong = /[^a-z0-9_-]/.exec(text);
	if (wrong !== null) return `${quoted(wrong[0])} is not allowed in a name`;
	if (!label.test(text)) return 'a part begins or ends with a hyphen';
	if (text.startsWith('xn--') && !isALabel(text)) return `${quoted(text)} is not a valid IDN label`;
	return null;
}

/**
 * A host name or wildcard → lower-case A-labels. Refused: ports, trailing dots, other wildcards than a whole first
 * label, labels over 63 and names over 253 characters. Address literals are not looked for.
 */
export function parseDnsName(text: string): Outcome<string> {
	const refuse = (reason: string, hint: string | null = null) =>
		refused('bad-dns-name', `${quoted(text)} is not a DNS name: ${reason}`, hint);
	if (text === '') return refused('bad-dns-name', 'an empty text is not a name');
	if (text === '*') return refuse('a wildcard needs a domain', 'like *.company.com');
	const labels: string[] = [];
	for (const written of text.toLowerCase().split('.')) {
		if (labels.length === 0 && written === '*') {
			labels.push(written);
			continue;
		}
		const ascii = /[^\0-\x7f]/.test(written) ? toALabel(written) : written;
		if (ascii === null) return refuse(`${quoted(written)} has no form that the DNS knows`);
		labels.push(ascii);
	}
	if (labels.length > 1 && labels.at(-1) === '') {
		const without = parseDnsName(text.slice(0, -1)).value;
		return refuse('it ends in a dot', without === null ? null : `did you mean "${without}"?`);
	}
	const fault = labels
		.slice(labels[0] === '*' ? 1 : 0)
		.map(labelFault)
		.find(each => each !== null);
	if (fault !== undefined) return refuse(fault);
	const name = labels.join('.');
	if (name.length > 253) return refuse(`it has ${name.length} characters, and 253 are allowed`);
	return decided(name);
}

/** As `parseDnsName`, and an address literal too: what `dns:` in front asks for, for programs that look there. */
export function parseForcedDnsName(text: string): Outcome<string> {
	const address = canonicalAddress(text);
	return address === null ? parseDnsName(text) : decided(address);
}
