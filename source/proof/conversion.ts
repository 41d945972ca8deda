// Files that were made of other files, against those: the same certificates, the same key, and nothing in the clear.
import type {KeyObject} from 'node:crypto';
import {readContent} from '../container/content.js';
import {openPfx} from '../pfx/open.js';
import {comparePfxContent, type ExpectedPfx} from './compare-pfx.js';
import {broke, compared, type ProofLine, passed} from './proof-line.js';
import {within} from './within.js';

/** One file that will be written, and what must be in it. */
export type ConvertedFile = {
	/** `PFX`, `certificate`, …: how the lines of the proof name it. */
	readonly name: string;
	readonly bytes: Uint8Array;
	/** DER, in order. */
	readonly certificates: readonly Uint8Array[];
	readonly privateKey: KeyObject | null;
	/** Null: the file is not encrypted. */
	readonly password: string | null;
	/** Of a PFX. */
	readonly pfx: ExpectedPfx | null;
};

const openingLimitMilliseconds = 60_000;

/** Proves one file; it is good when every line is ok. Never rejects. */
export async function proveConversion(file: ConvertedFile): Promise<ProofLine[]> {
	try {
		return file.pfx === null ? await proveContent(file) : await provePfx(file, file.pfx);
	} catch (reason) {
		return [broke(`${file.name} can be read again`, reason)];
	}
}

async function provePfx(
	{bytes, password, privateKey}: ConvertedFile,
	expected: ExpectedPfx,
): Promise<ProofLine[]> {
	const opened = await within(openingLimitMilliseconds, 'opening it', signal =>
		openPfx(bytes, password ?? '', {signal}),
	);
	const isSame = privateKey !== null && opened.keys.every(each => each.privateKey.equals(privateKey));
	return [
		passed('PFX opens with its password', null),
		compared('PFX holds the same private key', isSame ? null : 'it is another one'),
		...comparePfxContent(expected, opened),
	];
}

async function proveContent({
	name,
	bytes,
	certificates,
	privateKey,
	password,
}: ConvertedFile): Promise<ProofLine[]> {
	const {certificates: found, keys, locked, encryption} = await readContent(bytes, {password});
	const isSame =
		found.length === certificates.length &&
		found.every(({der}, index) => Buffer.compare(der, certificates[index] ?? Buffer.of()) === 0);
	const opens = locked ? 'a part of it cannot be opened' : null;
	if (privateKey === null)
		return [
			compared(
				`${name} reads back: the same certificates, no key`,
				opens,
				isSame ? null : 'the certificates are other ones',
				keys.length === 0 ? null : 'there is a key',
			),
		];
	const [key, ...more] = keys;
	const belongs = more.length === 0 && key?.privateKey?.equals(privateKey) === true;
	return [
		compared(`${name} reads back: the same private key`, opens, belongs ? null : 'it is another one'),
		...(password === null ? [] : [await staysClosed(name, bytes, encryption.length > 0)]),
	];
}

/** Without its password, nobody may get at the key. */
async function staysClosed(name: string, bytes: Uint8Array, isEncrypted: boolean): Promise<ProofLine> {
	const check = `${name} is closed without its password`;
	const {keys} = await readContent(bytes, {password: null});
	return compared(
		check,
		isEncrypted && keys.every(each => each.privateKey === null) ? null : 'the key can be read',
	);
}
