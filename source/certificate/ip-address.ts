// IP addresses ⇄ the octets of an iPAddress (RFC 5280, section 4.2.1.6); text as RFC 5952 writes it.

/** 4 or 16 octets of an address in canonical text. Throws RangeError for anything else. */
export function octetsFromAddress(address: string): Uint8Array {
	const octets = address.includes(':') ? octetsFromIpv6(address) : octetsFromIpv4(address);
	// Not every text that is split correctly is an address in its canonical form; the way back tells.
	if (octets === null || addressFromOctets(octets) !== address)
		throw new RangeError(`${JSON.stringify(address)} is not an IP address in its canonical form`);
	return octets;
}

function octetsFromIpv4(address: string): Uint8Array | null {
	const parts = address.split('.').map(Number);
	const isAddress = parts.length === 4 && parts.every(part => part >= 0 && part <= 255);
	return isAddress ? Uint8Array.from(parts) : null;
}

function octetsFromIpv6(address: string): Uint8Array | null {
	const [head = [], tail, ...more] = address.split('::').map(half => (half === '' ? [] : half.split(':')));
	const before = groupsOf(head);
	const after = tail === undefined ? [] : groupsOf(tail);
	if (before === null || after === null || more.length > 0) return null;
	const missing = 8 - before.length - after.length;
	if (tail === undefined ? missing !== 0 : missing < 1) return null;
	const groups = [...before, ...Array<number>(missing).fill(0), ...after];
	return Uint8Array.from(groups.flatMap(group => [group >> 8, group & 0xff]));
}

/** 16-bit groups; a dotted IPv4 address at the end counts as two. */
function groupsOf(parts: readonly string[]): number[] | null {
	const groups = parts.flatMap(part => {
		if (!part.includes('.')) return [Number.parseInt(part, 16)];
		const [a = 0, b = 0, c = 0, d = 0] = octetsFromIpv4(part) ?? [Number.NaN];
		return [a * 256 + b, c * 256 + d];
	});
	return groups.every(group => group >= 0 && group <= 0xffff) ? groups : null;
}

/** The address in canonical text; null unless there are 4 or 16 octets. */
export function addressFromOctets(octets: Uint8Array): string | null {
	if (octets.length === 4) return octets.join('.');
	if (octets.length !== 16) return null;
	// RFC 5952, section 5: the well-known prefix of mapped addresses keeps the dotted form.
	if (octets.subarray(0, 10).every(octet => octet === 0) && octets[10] === 0xff && octets[11] === 0xff)
		return `::ffff:${octets.subarray(12).join('.')}`;
	const groups = Array.from({length: 8}, (_, index) => {
		const [high = 0, low = 0] = octets.subarray(index * 2);
		return (high * 256 + low).toString(16);
	});
	const text = groups.join(':');
	// Section 4.2: `::` stands for the longest run of two or more zero groups, the first of equal ones.
	const runs = text.match(/(?<![^:])0(?::0)+(?![^:])/g) ?? [];
	const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '');
	if (longest === '') return text;
	const at = text.search(new RegExp(`(?<![^:])${longest}(?![^:])`));
	const before = text.slice(0, at).replace(/:$/, '');
	const after = text.slice(at + longest.length).replace(/^:/, '');
	return `${before}::${after}`;
}
