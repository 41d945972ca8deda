// Keys from passwords: PKCS #12's own derivation (RFC 7292, appendix B.2) and PBKDF2 (RFC 8018, section 5.2).
import {hash, pbkdf2} from 'node:crypto';
import {rehashSha1} from './sha1.js';
import {rehashSha256} from './sha256.js';
import type {Work} from './work.js';
import {bytesFromWords, wordsFromBytes} from './words.js';

/** Hash functions by Node's names: length of the result and of the block, in bytes. */
const sizes = {
	sha1: {result: 20, block: 64},
	sha224: {result: 28, block: 64},
	sha256: {result: 32, block: 64},
	sha384: {result: 48, block: 128},
	sha512: {result: 64, block: 128},
} as const;

export type HashName = keyof typeof sizes;

/** Length of the hash's result in bytes. */
export function hashLength(name: HashName): number {
	return sizes[name].result;
}

/** What the derived bytes are for: RFC 7292, appendix B.3. */
export const purpose = {key: 1, iv: 2, mac: 3} as const;

export type Derivation = {
	readonly hash: HashName;
	readonly salt: Uint8Array;
	readonly iterations: number;
	/** Bytes to derive. */
	readonly length: number;
};

/** PKCS #12's derivation; `password` as a BMPString with its terminator. */
export async function derivePkcs12(
	password: Uint8Array,
	id: (typeof purpose)[keyof typeof purpose],
	{hash: name, salt, iterations, length}: Derivation,
	work: Work,
): Promise<Uint8Array> {
	const {result, block} = sizes[name];
	const chains = Math.ceil(length / result);
	work.charge(iterations, chains);
	const diversifier = Buffer.alloc(block, id);
	const input = Buffer.concat([fill(salt, block), fill(password, block)]);
	const derived: Uint8Array[] = [];
	for (let chain = 0; chain < chains; chain++) {
		const first = hash(name, Buffer.concat([diversifier, input]), 'buffer');
		const last = await rehash(name, first, iterations - 1, work);
		derived.push(last);
		if (chain < chains - 1) addToBlocks(input, last, block);
	}
	return Buffer.concat(derived).subarray(0, length);
}

/** Repeated to a whole number of blocks; nothing stays nothing. */
function fill(bytes: Uint8Array, block: number): Uint8Array {
	const length = Math.ceil(bytes.length / block) * block;
	return length === 0 ? bytes : Buffer.alloc(length, bytes);
}

/** Step 6C: every block of `input` becomes itself + `addend`, repeated to a block, + 1. */
function addToBlocks(input: Uint8Array, addend: Uint8Array, block: number): void {
	for (let start = 0; start < input.length; start += block) {
		let carry = 1;
		for (let index = block - 1; index >= 0; index--) {
			carry += (input[start + index] ?? 0) + (addend[index % addend.length] ?? 0);
			input[start + index] = carry;
			carry >>= 8;
		}
	}
}

/** 4 ms of the main thread for SHA-1, 8 for SHA-256, 25 for those that have no loop of ours. */
const sliceIterations = 20_000;

const loops: Partial<Record<HashName, (state: Int32Array, times: number) => void>> = {
	sha1: rehashSha1,
	sha256: rehashSha256,
};

async function rehash(name: HashName, first: Uint8Array, times: number, work: Work): Promise<Uint8Array> {
	const loop = loops[name];
	const state = loop === undefined ? null : wordsFromBytes(first);
	let value = first;
	for (let left = times; left > 0; left -= sliceIterations) {
		if (left < times) await work.pause();
		const slice = Math.min(left, sliceIterations);
		if (loop !== undefined && state !== null) loop(state, slice);
		else for (let done = 0; done < slice; done++) value = hash(name, value, 'buffer');
	}
	return state === null ? value : bytesFromWords(state);
}

/** PBKDF2 with HMAC, in libuv's pool; `password` in UTF-8. */
export function derivePbkdf2(
	password: Uint8Array,
	{hash: name, salt, iterations, length}: Derivation,
	work: Work,
): Promise<Uint8Array> {
	work.charge(iterations, Math.ceil(length / sizes[name].result));
	return new Promise((resolve, reject) => {
		pbkdf2(password, salt, iterations, length, name, (error, key) => {
			if (error === null) resolve(key);
			else reject(error);
		});
	});
}
