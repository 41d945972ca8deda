// Object identifiers as text and as content octets (X.690, section 8.19), with arcs of any size.
import {DerError} from './der-error.js';

/** Content octets of a dotted OID. Throws RangeError for what is none. */
export function oidContent(oid: string): Uint8Array {
	const written = /^([0-2])(?:\.(?:0|[1-9]\d*))+$/.test(oid) ? oid.split('.').map(BigInt) : [];
	const [first, second, ...rest] = written;
	if (first === undefined || second === undefined || (first < 2n && second > 39n))
		throw new RangeError(`${JSON.stringify(oid)} is not an object identifier`);
	return Uint8Array.from([first * 40n + second, ...rest].flatMap(base128));
}

/** Most significant group first; bit 8 is set in all but the last. */
function base128(arc: bigint): number[] {
	const groups = [Number(arc & 0x7fn)];
	for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) groups.unshift(Number(rest & 0x7fn) | 0x80);
	return groups;
}

/** Content octets → dotted OID. Throws DerError. */
export function oidText(content: Uint8Array): string {
	const arcs: bigint[] = [];
	let arc = 0n;
	let begins = true;
	for (const octet of content) {
		if (begins && octet === 0x80) throw new DerError('an OBJECT IDENTIFIER with padding');
		arc = (arc << 7n) | BigInt(octet & 0x7f);
		begins = octet < 0x80;
		if (begins) {
			arcs.push(arc);
			arc = 0n;
		}
	}
	const [joined, ...rest] = arcs;
	if (joined === undefined || !begins) throw new DerError('an OBJECT IDENTIFIER that does not end');
	const first = joined < 80n ? joined / 40n : 2n;
	return [first, joined - first * 40n, ...rest].join('.');
}
