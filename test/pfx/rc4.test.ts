// RC4 against the vectors of its RFC.
import test from 'ava';
import {rc4} from '../../source/pfx/rc4.js';

/** Key and the first 16 bytes of its stream: RFC 6229, section 2. */
const vectors: readonly (readonly [key: string, stream: string])[] = [
	['0102030405', 'b2396305f03dc027ccc3524a0a1118a8'],
	['0102030405060708090a0b0c0d0e0f10', '9ac7cc9a609d1ef7b2932899cde41b97'],
	['833222772a', '80ad97bdc973df8a2e879e92a497efda'],
];

for (const [key, stream] of vectors)
	test(`RC4 with the key ${key} (RFC 6229)`, t => {
		t.deepEqual(Buffer.from(rc4(Buffer.from(key, 'hex'), new Uint8Array(16))).toString('hex'), stream);
	});

test('RC4 undoes itself, over more than one turn of its state', t => {
	const key = Buffer.from('key');
	const plain = Buffer.alloc(1000, 'plain text');
	t.deepEqual(Buffer.from(rc4(key, rc4(key, plain))), plain);
});
