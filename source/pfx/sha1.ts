// SHA-1 of its own 20-byte result, over and over: what the key derivation of PKCS #12 does thousands of times.

/**
 * Replaces `state`, the five words of a SHA-1 value, by the value after `times` more hashes of it (FIPS 180-4,
 * section 6.1). Several times as fast as `crypto.hash`, whose calls cost more than the hash: nothing is allocated
 * in the loop, and the padding of the one block that 20 bytes need never changes. Sums are cut to 32 bits at once,
 * since longer ones fall back to floating point; `as number`, because a check or a function for every access
 * (all of them are in bounds) costs a quarter of the time.
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
			const word =
				(w[t - 3] as number) ^ (w[t - 8] as number) ^ (w[t - 14] as number) ^ (w[t - 16] as number);
			w[t] = (word << 1) | (word >>> 31);
		}
		let a = 0x67452301;
		let b = 0xefcdab89 | 0;
		let c = 0x98badcfe | 0;
		let d = 0x10325476;
		let e = 0xc3d2e1f0 | 0;
		let t = 0;
		for (; t < 20; t++) {
			const mixed = (((a << 5) | (a >>> 27)) + (d ^ (b & (c ^ d)))) | 0;
			const next = (mixed + ((((e + 0x5a827999) | 0) + (w[t] as number)) | 0)) | 0;
			e = d;
			d = c;
			c = (b << 30) | (b >>> 2);
			b = a;
			a = next;
		}
		for (; t < 40; t++) {
			const mixed = (((a << 5) | (a >>> 27)) + (b ^ c ^ d)) | 0;
			const next = (mixed + ((((e + 0x6ed9eba1) | 0) + (w[t] as number)) | 0)) | 0;
			e = d;
			d = c;
			c = (b << 30) | (b >>> 2);
			b = a;
			a = next;
		}
		for (; t < 60; t++) {
			const mixed = (((a << 5) | (a >>> 27)) + ((b & c) | (d & (b | c)))) | 0;
			const next = (mixed + ((((e + 0x8f1bbcdc) | 0) + (w[t] as number)) | 0)) | 0;
			e = d;
			d = c;
			c = (b << 30) | (b >>> 2);
			b = a;
			a = next;
		}
		for (; t < 80; t++) {
			const mixed = (((a << 5) | (a >>> 27)) + (b ^ c ^ d)) | 0;
			const next = (mixed + ((((e + 0xca62c1d6) | 0) + (w[t] as number)) | 0)) | 0;
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
