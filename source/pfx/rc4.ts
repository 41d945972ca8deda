// RC4 for reading old PFX files: OpenSSL 3, and with it Node, no longer has it.

/** Encrypts and decrypts alike. */
export function rc4(key: Uint8Array, input: Uint8Array): Uint8Array {
	const state = Uint8Array.from({length: 256}, (_, index) => index);
	const at = (index: number) => state[index & 0xff] ?? 0;
	const swap = (i: number, j: number) => {
		[state[i], state[j]] = [at(j), at(i)];
	};
	for (let i = 0, j = 0; i < 256; i++) {
		j = (j + at(i) + (key[i % key.length] ?? 0)) & 0xff;
		swap(i, j);
	}
	let j = 0;
	return input.map((octet, index) => {
		const i = (index + 1) & 0xff;
		j = (j + at(i)) & 0xff;
		swap(i, j);
		return octet ^ at(at(i) + at(j));
	});
}
