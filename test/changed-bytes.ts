// What happens to files on their way: one bit turned, one byte set, bytes dropped or doubled, the end cut off.
import fc from 'fast-check';

/** One change, at a place that is a share of the length. */
export const change = fc.record({
	at: fc.double({min: 0, max: 1, noNaN: true, maxExcluded: true}),
	how: fc.constantFrom('bit', 'byte', 'drop', 'double', 'cut'),
	octet: fc.nat(255),
	count: fc.integer({min: 1, max: 4}),
});

export type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** The bytes after the change. */
export function changed(bytes: Uint8Array, {at: where, how, octet, count}: Change): Uint8Array {
	const at = Math.floor(where * bytes.length);
	const before = bytes.subarray(0, at);
	switch (how) {
		case 'bit':
			return Buffer.concat([
				before,
				Buffer.of((bytes[at] ?? 0) ^ (1 << (octet & 7))),
				bytes.subarray(at + 1),
			]);
		case 'byte':
			return Buffer.concat([before, Buffer.of(octet), bytes.subarray(at + 1)]);
		case 'drop':
			return Buffer.concat([before, bytes.subarray(at + count)]);
		case 'double':
			return Buffer.concat([before, bytes.subarray(at, at + count), bytes.subarray(at)]);
		default:
			return before;
	}
}
