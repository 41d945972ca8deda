// Access to the message schedule of a hash, and the conversion of its state.

/** `w[t]`, which is always there: a check of it would cost the loops of SHA-1 and SHA-256 a quarter of their time. */
export function wordAt(w: Int32Array, t: number): number {
	return w[t] as number;
}

/** Big-endian bytes → 32-bit words. */
export function wordsFromBytes(bytes: Uint8Array): Int32Array {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return Int32Array.from({length: bytes.byteLength / 4}, (_, index) => view.getInt32(index * 4));
}

/** 32-bit words → big-endian bytes. */
export function bytesFromWords(words: Int32Array): Uint8Array {
	const view = new DataView(new ArrayBuffer(words.length * 4));
	words.forEach((word, index) => {
		view.setInt32(index * 4, word);
	});
	return new Uint8Array(view.buffer);
}
