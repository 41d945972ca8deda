// The addresses that somebody wants to use: from the command line and from a file, one or more on a line.
import path from 'node:path';
import {decodeText} from '../../files/decode-text.js';
import {readBytes} from '../../files/read-bytes.js';
import {parseGeneralName} from '../../plan/general-name.js';
import {offeredHost} from '../../plan/offered-host.js';
import {splitNames} from '../../plan/split-names.js';
import {error, type Place, type Problem, wholeFile} from '../../problem/problem.js';

const mostBytes = 1_048_576;

export type Addresses = {readonly addresses: readonly string[]; readonly problems: readonly Problem[]};

/** What is no name and no address cannot be asked for: a usage error where it stands. */
export function checkAddress(text: string, place: Place | null = null): Problem[] {
	const {value, problems} = parseGeneralName(offeredHost(text) ?? text);
	if (value !== null) return [];
	const [problem] = problems;
	return [error('usage', problem?.message ?? 'no address', {hint: problem?.hint ?? null, place})];
}

/** Reads `file`: names and addresses, separated by line ends, spaces, commas; `#` begins a comment. */
export async function readAddresses(file: string, cwd: string): Promise<Addresses> {
	const bytes = await readBytes(path.resolve(cwd, file), mostBytes);
	const place = wholeFile(file);
	if (!(bytes instanceof Uint8Array)) return {addresses: [], problems: [{...bytes, place}]};
	const text = decodeText(bytes);
	if (text === null)
		return {
			addresses: [],
			problems: [error('file-unreadable', 'the file is no text in UTF-8 or UTF-16', {place})],
		};
	const addresses: string[] = [];
	const problems: Problem[] = [];
	for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
		const found = splitNames(line.replace(/#.*$/, ''));
		addresses.push(...found);
		problems.push(...found.flatMap(each => checkAddress(each, {file, line: index + 1, column: null})));
	}
	if (addresses.length === 0) problems.push(error('usage', 'there is no address in this file', {place}));
	return {addresses: [...new Set(addresses)], problems};
}
