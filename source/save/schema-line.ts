// The first line of a new profile, by which editors find the JSON Schema.
import path from 'node:path';
import {exists} from '../files/exists.js';

/** How the schema is called wherever it stands. */
export const schemaFileName = 'profile.schema.json';

export type SchemaLine = {
	/** With its line end. */
	readonly line: string;
	/** False: nothing stands there yet. */
	readonly isThere: boolean;
};

/**
 * The line for a profile that will be `file`: the schema beside it, or the one that ships, where that lies in the
 * current folder (a clone, `node_modules`) and is found by the same way on the next computer. All paths are absolute.
 */
export async function schemaLine(file: string, cwd: string, shippedProfiles: string): Promise<SchemaLine> {
	const folder = path.dirname(file);
	if (await exists(path.join(folder, schemaFileName))) return {line: lineFor(schemaFileName), isThere: true};
	const shipped = path.join(shippedProfiles, schemaFileName);
	const isBelow = (target: string) => {
		const way = path.relative(cwd, target);
		return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
	};
	return isBelow(shipped) && isBelow(file)
		? {line: lineFor(path.relative(folder, shipped)), isThere: true}
		: {line: lineFor(schemaFileName), isThere: false};
}

function lineFor(way: string): string {
	const written = way.split(path.sep).join('/');
	return `# yaml-language-server: $schema=${written.startsWith('../') ? written : `./${written}`}\n`;
}
