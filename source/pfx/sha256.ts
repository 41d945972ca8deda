// SHA-256 of its own 32-byte result, over and over, for the MAC of the `modern` mode.

/** FIPS 180-4, section 4.2.2. */
const constants = Int32Array.from(
	`428a2f98 71374491 b5c0fbcf e9b5dba5 3956c25b 59f111f1 923f82a4 ab1c5ed5
	d807aa98 12835b01 243185be 550c7dc3 72be5d74 80deb1fe 9bdc06a7 c19bf174
	e49b69c1 efbe4786 0fc19dc6 240ca1cc 2de92c6f 4a7484aa 5cb0a9dc 76f988da
	983e5152 a831c66d b00327c8 bf597fc7 c6e00bf3 d5a79147 06ca6351 14292967
	27b70a85 2e1b2138 4d2c6dfc 53380d13 650a7354 766a0abb 81c2c92e 92722c85
	a2bfe8a1 a81a664b c24b8b70 c76c51a3 d192e819 d6990624 f40e3585 106aa070
	19a4c116 1e376c08 2748774c 34b0bcb5 391c0cb3 4ed8aa4a 5b9cca4f 682e6ff3
	748f82ee 78a5636f 84c87814 8cc70208 90befffa a4506ceb bef9a3f7 c67178f2`
		.split(/\s+/)
		.map(word => Number.parseInt(word, 16)),
);

/**
 * Replaces `state`, the eight words of a SHA-256 value, by the value after `times` more hashes of it (FIPS 180-4,
 * section 6.2). Written as `rehashSha1` is, and for the same reasons.
 */
export function rehashSha256(state: Int32Array, times: number): void {
	const w = new Int32Array(64);
	// The padding of 32 bytes never changes: the schedule overwrites only what follows the first 16 words.
	w[8] = 0x80000000;
	w[15] = 256;
	for (let left = times; left > 0; left--) {
		for (let t = 0; t < 8; t++) w[t] = state[t] as number;
		for (let t = 16; t < 64; t++) {
			const x = w[t - 15] as number;
			const y = w[t - 2] as number;
			const sigma0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
			const sigma1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
			w[t] = (((w[t - 16] as number) + sigma0) | 0) + (((w[t - 7] as number) + sigma1) | 0);
		}
		let a = 0x6a09e667;
		let b = 0xbb67ae85 | 0;
		let c = 0x3c6ef372;
		let d = 0xa54ff53a | 0;
		let e = 0x510e527f;
		let f = 0x9b05688c | 0;
		let g = 0x1f83d9ab;
		let h = 0x5be0cd19;
		for (let t = 0; t < 64; t++) {
			const sum1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
			const sum0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
			const added = ((constants[t] as number) + (w[t] as number)) | 0;
			const one = (((((h + sum1) | 0) + (g ^ (e & (f ^ g)))) | 0) + added) | 0;
			const two = (sum0 + ((a & b) | (c & (a | b)))) | 0;
			h = g;
			g = f;
			f = e;
			e = (d + one) | 0;
			d = c;
			c = b;
			b = a;
			a = (one + two) | 0;
		}
		state[0] = a + 0x6a09e667;
		state[1] = b + 0xbb67ae85;
		state[2] = c + 0x3c6ef372;
		state[3] = d + 0xa54ff53a;
		state[4] = e + 0x510e527f;
		state[5] = f + 0x9b05688c;
		state[6] = g + 0x1f83d9ab;
		state[7] = h + 0x5be0cd19;
	}
}
