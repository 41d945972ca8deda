// `profiles schema`: the JSON Schema of profiles, as it ships, for editors and for CI.
import path from 'node:path';
import {readBytes} from '../../../files/read-bytes.js';
import {ProblemError} from '../../../problem/problem.js';
import {schemaFileName} from '../../../save/schema-line.js';
import {write} from '../../console.js';
import {exitCodes} from '../../exit-code.js';
import {noWords, refuseWrongUsage, type SubCommand} from './call.js';
import {writeTo} from './create-new.js';

const mostBytes = 1_048_576;

export const run: SubCommand = async call => {
	const out = call.given.one('out');
	noWords(call);
	refuseWrongUsage(call);
	const bytes = await readBytes(path.join(call.profiles.folders.shipped, schemaFileName), mostBytes);
	if (!(bytes instanceof Uint8Array)) throw new ProblemError(bytes);
	const text = new TextDecoder().decode(bytes);
	const {stdout, cwd} = call.console;
	if (out === null) await write(stdout, text);
	else await writeTo(path.resolve(cwd, out), text, stdout);
	return exitCodes.done;
};
