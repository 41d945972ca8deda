// The integer loops against node:crypto.
import {hash, randomBytes} from 'node:crypto';
import test from 'ava';
import {rehashSha1} from '../../source/pfx/sha1.js';
import {rehashSha256} from '../../source/pfx/sha256.js';
import {bytesFromWords, wordsFromBytes} from '../../source/pfx/words.js';

for (const [name, rehash, length] of [
	['sha1', rehashSha1, 20],
	['sha256', rehashSha256, 32],
] as const) {
	test(`the ${name} loop gives what crypto.hash gives, on random input and any number of times`, t => {
		const inputs = [Buffer.alloc(length), Buffer.alloc(length, 0xff)];
		for (let count = 0; count < 40; count++) inputs.push(randomBytes(length));
		for (const [index, input] of inputs.entries()) {
			let expected: Uint8Array = input;
			for (let time = 0; time < index; time++) expected = hash(name, expected, 'buffer');
			const state = wordsFromBytes(input);
			rehash(state, index);
			t.deepEqual(Buffer.from(bytesFromWords(state)), Buffer.from(expected), input.toString('hex'));
		}
	});
}
