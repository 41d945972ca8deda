// Certificate, key and chain of a file → the same in other files, each one proven before it is written.
import path from 'node:path';
import {certificateToPem} from './certificate/pem.js';
import type {Content} from './container/container.js';
import {readContent} from './container/content.js';
import {encryptedKeyToPem, privateKeyToPem} from './container/key-to-pem.js';
import {encodePkcs7} from './container/pkcs7.js';
import type {Selection} from './container/select.js';
import {createFiles} from './files/create-files.js';
import {encodePfx} from './pfx/encode.js';
import type {PfxProtection} from './pfx/pfx.js';
import {error, hasErrors, type Problem} from './problem/problem.js';
import {type ConvertedFile, proveConversion} from './proof/conversion.js';
import type {ProofLine} from './proof/proof-line.js';

/** What a file can be written as again. */
export const conversions = ['pfx', 'certificate', 'chain', 'key', 'cer', 'pkcs7'] as const;
export type Conversion = (typeof conversions)[number];

/** What follows the name of each; the endings by which Windows knows them. */
export const conversionEndings: Readonly<Record<Conversion, string>> = {
	pfx: '.pfx',
	certificate: '.pem',
	chain: '-chain.pem',
	key: '-key.pem',
	cer: '.cer',
	pkcs7: '.p7b',
};

export type ConversionOrder = {
	readonly outputs: readonly Conversion[];
	/** Absolute; it exists. */
	readonly folder: string;
	/** Without ending. */
	readonly fileName: string;
	/** For PFX and key; its password is not empty when one of them is encrypted. */
	readonly protection: PfxProtection;
	readonly friendlyName: string;
	readonly provider: string | null;
	readonly unencryptedKey: boolean;
	readonly overwrite: boolean;
	readonly signal?: AbortSignal;
};

export type Converted = {
	/** Absolute paths of the files that exist now. */
	readonly files: readonly string[];
	readonly proof: readonly ProofLine[];
	/** The first file, as it can be seen without its password. */
	readonly first: Content | null;
	readonly problems: readonly Problem[];
};

/** A certificate, a key, or both, as they were found; an output that needs what is null is a problem. */
type Material = Pick<Selection, 'certificate' | 'privateKey'> & {readonly chain: readonly Uint8Array[]};

/** Makes the files, proves them, and writes them all or none. Nothing is thrown for a file that cannot be written. */
export async function convert(selection: Selection, order: ConversionOrder): Promise<Converted> {
	const material = {...selection, chain: selection.chain.map(({der}) => der)};
	const made: {readonly path: string; readonly file: ConvertedFile; readonly secret: boolean}[] = [];
	for (const output of order.outputs) {
		const file = await encode(output, material, order);
		const name = `${order.fileName}${conversionEndings[output]}`;
		made.push({path: path.join(order.folder, name), file, secret: file.privateKey !== null});
	}
	const proof = (await Promise.all(made.map(({file}) => proveConversion(file)))).flat();
	const broken = proof.filter(({ok}) => !ok);
	if (broken.length > 0) {
		const what = broken
			.map(({check, detail}) => (detail === null ? check : `${check}: ${detail}`))
			.join('; ');
		const problem = error(
			'proof-failed',
			`what was made did not pass its proof and was not written: ${what}`,
		);
		return {files: [], proof, first: null, problems: [problem]};
	}
	order.signal?.throwIfAborted();
	const problems = await createFiles(
		made.map(({path: file, file: {bytes}, secret}) => ({path: file, bytes, secret})),
		order.overwrite,
	);
	const [first] = made;
	return {
		files: hasErrors(problems) ? [] : made.map(each => each.path),
		proof,
		first: first === undefined ? null : await readContent(first.file.bytes, {password: null}),
		problems,
	};
}

async function encode(
	output: Conversion,
	material: Material,
	order: ConversionOrder,
): Promise<ConvertedFile> {
	const {certificate, privateKey, chain} = material;
	const all = [...(certificate === null ? [] : [certificate.der]), ...chain];
	const plain = (name: string, bytes: Uint8Array, certificates: readonly Uint8Array[]): ConvertedFile => ({
		name,
		bytes,
		certificates,
		privateKey: null,
		password: null,
		pfx: null,
	});
	switch (output) {
		case 'pfx':
			return encodeToPfx(material, order);
		case 'key':
			return encodeToKey(privateKey, order);
		case 'certificate':
			return plain(
				'certificate',
				Buffer.from(all.slice(0, 1).map(certificateToPem).join('')),
				all.slice(0, 1),
			);
		case 'chain':
			return plain('chain', Buffer.from(all.map(certificateToPem).join('')), all);
		case 'cer':
			return plain('.cer', all[0] ?? Buffer.of(), all.slice(0, 1));
		case 'pkcs7':
			return plain('PKCS #7', encodePkcs7(all), all);
	}
}

async function encodeToPfx(
	{certificate, privateKey, chain}: Material,
	{protection, friendlyName, provider}: ConversionOrder,
): Promise<ConvertedFile> {
	if (certificate === null || privateKey === null)
		throw new RangeError('a PFX needs a certificate and its key');
	const content = {privateKey, certificate: certificate.der, chain, friendlyName, provider};
	const {encryption, iterations, password} = protection;
	return {
		name: 'PFX',
		bytes: await encodePfx(content, protection),
		certificates: [certificate.der, ...chain],
		privateKey,
		password,
		pfx: {
			certificates: [certificate.der, ...chain],
			friendlyName,
			pfx: {encryption, iterations, provider},
		},
	};
}

async function encodeToKey(
	privateKey: Selection['privateKey'],
	{protection, unencryptedKey}: ConversionOrder,
): Promise<ConvertedFile> {
	if (privateKey === null) throw new RangeError('there is no key');
	const pem = unencryptedKey ? privateKeyToPem(privateKey) : await encryptedKeyToPem(privateKey, protection);
	return {
		name: 'key',
		bytes: Buffer.from(pem),
		certificates: [],
		privateKey,
		password: unencryptedKey ? null : protection.password,
		pfx: null,
	};
}
