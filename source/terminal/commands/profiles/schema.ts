// `profiles schema`: the JSON Schema of profiles, as it ships, for editors and for CI.
import path from 'node:path';
import {readBytes} from '../../../files/read-bytes.js';
import {ProblemError} from '../../../problem/problem.js';
import {write} from '../../console.js';
import {exitCodes} from '../../exit-code.js';
import {noWords, refuseWrongUsage, type SubCommand} from './call.js';

/** How the schema is called wherever it stands. */
export const schemaFileName = 'profile.schema.json';

const mostBytes = 1_048_576;

export const run: SubCommand = async call => {
	noWords(call);
	refuseWrongUsage(call);
	const bytes = await readBytes(path.join(call.profiles.folders.shipped, schemaFileName), mostBytes);
	if (!(bytes instanceof Uint8Array)) throw new ProblemError(bytes);
	await write(call.console.stdout, new TextDecoder().decode(bytes));
	return exitCodes.done;
};
