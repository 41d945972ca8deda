// IPv4 and IPv6 literals: text ⇄ the bytes of an iPAddress, and why a text is not an address.
import {isIPv4, isIPv6} from 'node:net';

function ipv6Groups(text: string): number[] {
	return text === '' ? [] : text.split(':').map(group => Number.parseInt(group, 16));
}

/** The 4 or 16 bytes of a plain literal; null for all else, zones, prefixes and brackets included. */
export function parseAddress(text: string): Uint8Array | null {
	if (isIPv4(text)) return Uint8Array.from(text.split('.'), Number);
	if (!isIPv6(text) || text.includes('%')) return null;
	const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(text);
	const [, head = '', ...octets] = dotted ?? [];
	const [a = 0, b = 0, c = 0, d = 0] = octets.map(Number);
	const plain =
		dotted === null ? text : `${head}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
	const [before = '', after = ''] = plain.split('::');
	const start = ipv6Groups(before);
	const end = ipv6Groups(after);
	const zeros = new Array<number>(8 - start.length - end.length).fill(0);
	return Uint8Array.from([...start, ...zeros, ...end].flatMap(group => [group >> 8, group & 0xff]));
}

/** Start and length of the first longest run of two or more zero groups (RFC 5952, section 4.2). */
function longestZeroRun(groups: readonly number[]): readonly [start: number, length: number] {
	let best: readonly [number, number] = [0, 0];
	for (let start = 0; start < groups.length; start++) {
		let end = start;
		while (groups[end] === 0) end++;
		if (end - start > Math.max(1, best[1])) best = [start, end - start];
	}
	return best;
}

/** 4 or 16 bytes as RFC 5952 writes them, IPv4-mapped addresses with dots (section 5); null for other lengths. */
export function formatAddress(bytes: Uint8Array): string | null {
	if (bytes.length === 4) return bytes.join('.');
	if (bytes.length !== 16) return null;
	const groups = Array.from(
		{length: 8},
		(_, index) => ((bytes[2 * index] ?? 0) << 8) | (bytes[2 * index + 1] ?? 0),
	);
	if (groups.slice(0, 5).every(group => group === 0) && groups[5] === 0xffff)
		return `::ffff:${bytes.slice(12).join('.')}`;
	const hex = groups.map(group => group.toString(16));
	const [start, length] = longestZeroRun(groups);
	return length === 0
		? hex.join(':')
		: `${hex.slice(0, start).join(':')}::${hex.slice(start + length).join(':')}`;
}

/** The canonical form of a literal; null when the text is none. */
export function canonicalAddress(text: string): string | null {
	const bytes = parseAddress(text);
	return bytes === null ? null : formatAddress(bytes);
}

/**
 * True for what was meant as an address, right or wrong: only digits and dots, two colons, or a number as the last
 * label, which programs take for an IPv4 address.
 */
export function looksLikeAddress(text: string): boolean {
	return (
		/^\[?[\da-f]*:[\da-f:]*:[\da-f:.]*/i.test(text) ||
		/^\.*\d[\d.]*([:/%].*)?$/.test(text) ||
		/(^|\.)(\d+|0x[\da-f]*)\.?$/i.test(text)
	);
}

/** Why this text is not a plain address literal, as a hint; null when there is nothing useful to say. */
export function addressFault(text: string): string | null {
	if (text.includes('%')) return 'a zone such as %eth0 means something on one computer only: leave it out';
	if (text.includes('/')) return 'a certificate holds single addresses, no networks: list them one by one';
	if (/^\[.*\]$/.test(text)) return 'leave the brackets out';
	if (/^\[.*\]:\d+$/.test(text) || /^[\d.]+:\d+$/.test(text))
		return 'a certificate holds no ports: leave it out';
	if (text.includes('-')) return 'a certificate holds single addresses, no ranges: list them one by one';
	if (text.includes(':'))
		return 'an IPv6 address has up to eight groups of hexadecimal digits, and "::" at most once';
	const parts = text.split('.');
	if (parts.some(part => /^0\d/.test(part)))
		return 'leave leading zeros out: some programs read them as octal numbers';
	if (parts.length === 4 && parts.some(part => Number(part) > 255)) return 'each part is 0 to 255';
	return 'an IPv4 address has four numbers, and a name does not end in one';
}
