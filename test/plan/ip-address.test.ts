// Address literals ⇄ bytes, held against the URL parser of Node, which is not ours.
import test from 'ava';
import fc from 'fast-check';
import {canonicalAddress, formatAddress, parseAddress} from '../../source/plan/ip-address.js';

test('an IPv6 address is written as the URL parser writes it, but for mapped addresses (RFC 5952, section 5)', t => {
	const groups = fc.array(fc.constantFrom(0, 0, 0, 1, 0xffff, 0xa0), {minLength: 8, maxLength: 8});
	const sparse = groups.map(each => each.map(group => group.toString(16).toUpperCase()).join(':'));
	fc.assert(
		fc.property(fc.oneof(fc.ipV6(), sparse), text => {
			const canonical = canonicalAddress(text);
			t.is(`[${canonical?.replace(/^::ffff:\d+\.\d+\.\d+\.\d+$/, '')}]`, hostOf(text));
		}),
		{numRuns: 500},
	);
});

function hostOf(text: string): string {
	const host = new URL(`http://[${text}]/`).hostname;
	return /^\[::ffff:[\da-f]+:[\da-f]+\]$/.test(host) ? '[]' : host;
}

test('every address comes back from its bytes', t => {
	fc.assert(
		fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), text => {
			const bytes = parseAddress(text);
			t.is(bytes?.length, text.includes(':') ? 16 : 4);
			const canonical = formatAddress(bytes ?? new Uint8Array());
			t.deepEqual(parseAddress(canonical ?? ''), bytes);
		}),
	);
});

test('other lengths than 4 and 16 bytes are no address (RFC 5280, section 4.2.1.6)', t => {
	for (const length of [0, 3, 5, 8, 15, 17, 32]) t.is(formatAddress(new Uint8Array(length)), null);
});
