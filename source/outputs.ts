// The files that certificates become: where they go, whether two are one, and what stands there already.
import path from 'node:path';
import {exists} from './files/exists.js';
import {fileExists} from './files/write-problem.js';
import type {CertificatePlan} from './plan/plan.js';
import {error, type Problem} from './problem/problem.js';
import {quoted} from './problem/visible.js';
import type {Output, ProfileEntry} from './profile/profile.js';

export type PreparedFile = {
	readonly output: Output;
	/** Absolute. */
	readonly path: string;
	/** True when a file stands there already. */
	readonly exists: boolean;
};

/** The files of a certificate, and the entry that it was planned from. */
type WithFiles = {
	readonly files: readonly PreparedFile[];
	readonly request: {readonly entry: ProfileEntry};
};

/** The files that a plan becomes in the absolute `folder`, one for each output. */
export async function filesOf(plan: CertificatePlan, folder: string): Promise<readonly PreparedFile[]> {
	return Promise.all(
		plan.outputs.map(async output => {
			const file = path.join(folder, `${plan.fileName}.${output}`);
			return {output, path: file, exists: await exists(file)};
		}),
	);
}

/** Compared without case and in NFC, as Windows and macOS do. */
function comparable(file: string): string {
	return file.normalize('NFC').toLowerCase();
}

/** Whether two absolute paths are one file on some system. */
export function sameFile(one: string, other: string): boolean {
	return comparable(one) === comparable(other);
}

/** An error for each certificate that would become the file of another one. */
export function clashes(certificates: readonly WithFiles[]): Problem[] {
	const seen = new Set<string>();
	return certificates.flatMap(({files, request}) => {
		const own = files.map(file => comparable(file.path));
		const clash = own.findIndex(file => seen.has(file));
		for (const file of own) seen.add(file);
		const file = files[clash];
		if (file === undefined) return [];
		const name = path.basename(file.path);
		return [
			error('output-twice', `two certificates would be written to ${quoted(name)}`, {
				hint: 'put {commonName} into friendlyName or fileName',
				place: request.entry.fileName?.place ?? request.entry.friendlyName?.place ?? request.entry.place,
				field: 'fileName',
			}),
		];
	});
}

/** An error for each file that would be replaced. */
export function standing(certificates: readonly WithFiles[]): Problem[] {
	return certificates.flatMap(({files}) =>
		files.filter(file => file.exists).map(file => fileExists(file.path)),
	);
}
