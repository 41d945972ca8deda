// RC2 against the vectors of its RFC, as far as CBC with padding can show them.
import test from 'ava';
import {decryptRc2} from '../../source/der/rc2.js';

/** Effective bits (multiples of 8, as PFX files use them), key, plain block, cipher block: RFC 2268, section 5. */
const vectors: readonly (readonly [bits: number, key: string, plain: string, encrypted: string])[] = [
	[64, 'ffffffffffffffff', 'ffffffffffffffff', '278b27e42e2f0d49'],
	[64, '3000000000000000', '1000000000000001', '30649edf9be7d2c2'],
	[64, '88', '0000000000000000', '61a8a244adacccf0'],
	[64, '88bca90e90875a', '0000000000000000', '6ccf4308974c267f'],
	[64, '88bca90e90875a7f0f79c384627bafb2', '0000000000000000', '1a807d272bbe5db1'],
	[128, '88bca90e90875a7f0f79c384627bafb2', '0000000000000000', '2269552ab0f85ca6'],
];

/** In CBC the plain block is XORed with the IV: this one turns it into a block of padding and nothing else. */
function ivFor(plain: Buffer): Buffer {
	return Buffer.from(plain.map(octet => octet ^ 8));
}

for (const [bits, key, plain, encrypted] of vectors)
	test(`RC2 with ${bits} effective bits of the key ${key} (RFC 2268, section 5)`, t => {
		const iv = ivFor(Buffer.from(plain, 'hex'));
		const block = Buffer.from(encrypted, 'hex');
		t.deepEqual(decryptRc2(Buffer.from(key, 'hex'), bits, iv, block), new Uint8Array(0));
	});

test('wrong padding and wrong lengths give nothing', t => {
	const key = Buffer.from('88bca90e90875a7f0f79c384627bafb2', 'hex');
	const block = Buffer.from('2269552ab0f85ca6', 'hex');
	for (const last of [0, 9, 2]) t.is(decryptRc2(key, 128, Buffer.of(0, 0, 0, 0, 0, 0, 0, last), block), null);
	t.is(decryptRc2(key, 128, Buffer.alloc(8), new Uint8Array(0)), null);
	t.is(decryptRc2(key, 128, Buffer.alloc(8), Buffer.alloc(7)), null);
	t.deepEqual(
		decryptRc2(key, 128, Buffer.of(7, 0, 0, 0, 0, 0, 0, 1), block),
		Uint8Array.of(7, 0, 0, 0, 0, 0, 0),
	);
});
