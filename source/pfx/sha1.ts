// SHA-1 of its own 20-byte result, over and over: what the key derivation of PKCS #12 does thousands of times.
import {wordAt} from './words.js';

/**
 * Replaces `state`, the five words of a SHA-1 value, by the value after `times` more hashes of it (FIPS 180-4,
 * section 6.1). Several times as fast as `crypto.hash`, whose calls cost more than the hash: nothing is allocated
 * in the loop, and the padding of the one block that 20 bytes need never changes.
 */
export function rehashSha1(state: Int32Array, times: number): void {
	const w = new Int32Array(80);
	w[5] = 0x80000000;
	w[15] = 160;
	let [h0 = 0, h1 = 0, h2 = 0, h3 = 0, h4 = 0] = state;
	for (let left = times; left > 0; left--) {
		w[0] = h0;
		w[1] = h1;
		w[2] = h2;
		w[3] = h3;
		w[4] = h4;
		for (let t = 16; t < 80; t++) {
			const word = wordAt(w, t - 3) ^ wordAt(w, t - 8) ^ wordAt(w, t - 14) ^ wordAt(w, t - 16);
			w[t] = (word << 1) | (word >>> 31);
		}
		let a = 0x67452301;
		let b = 0xefcdab89 | 0;
		let c = 0x98badcfe | 0;
		let d = 0x10325476;
		let e = 0xc3d2e1f0 | 0;
		let t = 0;
		for (; t < 20; t++) {
			const next = (((a << 5) | (a >>> 27)) + ((b & c) | (~b & d)) + e + 0x5a827999 + wordAt(w, t)) | 0;
			e = d;
			d = c;
			c = (b << 30) | (b >>> 2);
			b = a;
			a = next;
		}
		for (; t < 40; t++) {
			const next = (((a << 5) | (a >>> 27)) + (b ^ c ^ d) + e + 0x6ed9eba1 + wordAt(w, t)) | 0;
			e = d;
			d = c;
			c = (b << 30) | (b >>> 2);
			b = a;
			a = next;
		}
		for (; t < 60; t++) {
			const majority = (b & c) | (b & d) | (c & d);
			const next = (((a << 5) | (a >>> 27)) + majority + e + 0x8f1bbcdc + wordAt(w, t)) | 0;
			e = d;
			d = c;
			c = (b << 30) | (b >>> 2);
			b = a;
			a = next;
		}
		for (; t < 80; t++) {
			const next = (((a << 5) | (a >>> 27)) + (b ^ c ^ d) + e + 0xca62c1d6 + wordAt(w, t)) | 0;
			e = d;
			d = c;
			c = (b << 30) | (b >>> 2);
			b = a;
			a = next;
		}
		h0 = (a + 0x67452301) | 0;
		h1 = (b + 0xefcdab89) | 0;
		h2 = (c + 0x98badcfe) | 0;
		h3 = (d + 0x10325476) | 0;
		h4 = (e + 0xc3d2e1f0) | 0;
	}
	state.set([h0, h1, h2, h3, h4]);
}
