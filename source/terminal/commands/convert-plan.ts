// What `convert` is to make, decided from the arguments and from what the files hold; nothing is read or written.
import path from 'node:path';
import type {Container} from '../../container/container.js';
import type {Selection} from '../../container/select.js';
import {conversionEndings} from '../../convert.js';
import {defaultEncryption, defaultIterations, defaultProvider} from '../../plan/defaults.js';
import {toFileName} from '../../plan/file-name.js';
import type {PfxEncryption} from '../../profile/profile.js';
import type {Target} from './convert-in-the-way.js';
import type {ConvertArguments} from './convert-options.js';

/** What the files that were given hold together, and what of it is wanted. */
export type Found = {readonly container: Container; readonly selection: Selection};

export type ConversionPlan = Pick<ConvertArguments, 'outputs' | 'unencryptedKey' | 'overwrite'> & {
	/** Absolute. */
	readonly folder: string;
	/** Without ending. */
	readonly fileName: string;
	readonly targets: readonly Target[];
	/** Empty when there is none. */
	readonly friendlyName: string;
	readonly provider: string;
	/** Of PFX and key. */
	readonly encryption: PfxEncryption;
	readonly iterations: number;
	readonly makesPfx: boolean;
	readonly makesKey: boolean;
	/** Whether a password is needed. */
	readonly isEncrypted: boolean;
};

/** What is not said stays as it is in the files; `cwd` is absolute. */
export function planConversion(
	wanted: ConvertArguments,
	{container, selection}: Found,
	cwd: string,
): ConversionPlan {
	const {outputs, unencryptedKey, overwrite} = wanted;
	const encryption = wanted.encryption ?? encryptionOf(container);
	const folder = path.resolve(cwd, wanted.out);
	const fileName = wanted.fileName ?? toFileName(path.parse(wanted.files[0] ?? '').name);
	const makesPfx = outputs.includes('pfx');
	const makesKey = outputs.includes('key');
	return {
		outputs,
		unencryptedKey,
		overwrite,
		folder,
		fileName,
		targets: outputs.map(output => ({
			output,
			path: path.join(folder, `${fileName}${conversionEndings[output]}`),
		})),
		friendlyName: wanted.friendlyName ?? selection.friendlyName ?? '',
		provider: wanted.provider ?? selection.provider ?? defaultProvider,
		encryption,
		iterations: defaultIterations(encryption),
		makesPfx,
		makesKey,
		isEncrypted: makesPfx || (makesKey && !unencryptedKey),
	};
}

/** Never weaker than it was, unless somebody says so. */
function encryptionOf({encryption}: Container): PfxEncryption {
	return encryption.some(({algorithm}) => algorithm.startsWith('PBES2')) ? 'modern' : defaultEncryption;
}
