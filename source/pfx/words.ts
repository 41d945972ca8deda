// Words of a hash's state ⇄ bytes.

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
