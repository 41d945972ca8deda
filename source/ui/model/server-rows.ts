// A typed or pasted text → the servers that it names: one a line with its addresses, or names alone; pure.
import {parseGeneralName} from '../../plan/general-name.js';
import {type LeftOut, usedLines} from '../../plan/listed-names.js';
import {offeredHost} from '../../plan/offered-host.js';
import {namePieces} from '../../plan/split-names.js';

export type ServerRow = {
	readonly name: string;
	/** The IP addresses that stand in its line. */
	readonly addresses: readonly string[];
};

export type ServerRows = {
	/** Each server once, with the addresses of all its lines. */
	readonly rows: readonly ServerRow[];
	/** What names no server, and belongs to none. */
	readonly wrong: readonly string[];
	readonly leftOut: LeftOut;
};

/** Reads a text as lines, a table for instance; in a line everything may separate. */
export function readServers(text: string): ServerRows {
	const {lines, leftOut} = usedLines(text);
	const read = lines.map(readLine);
	const rows = new Map<string, ServerRow>();
	for (const {name, addresses} of read.flatMap(each => each.rows)) {
		const before = rows.get(name.toLowerCase()) ?? {name, addresses: []};
		const all = [...new Set([...before.addresses, ...addresses])];
		rows.set(name.toLowerCase(), {...before, addresses: all});
	}
	return {rows: [...rows.values()], wrong: read.flatMap(each => each.wrong), leftOut};
}

/** IP addresses belong to the server of their line, if the line names one only: nobody could tell to which of several. */
function readLine(line: string): Pick<ServerRows, 'rows' | 'wrong'> {
	const pieces = namePieces(line).map(piece => offeredHost(piece) ?? piece);
	const addresses = pieces.filter(isAddress);
	const others = pieces.filter(each => !isAddress(each));
	const names = others.flatMap(each => serverName(each) ?? []);
	const wrong = others.filter(each => serverName(each) === null);
	// Its short name and its full one may both stand there.
	const longest = names.find(each => each.includes('.')) ?? names[0];
	const isOne = names.every(each => each === longest || sameName(each, shortOf(longest ?? '')));
	if (addresses.length > 0 && longest !== undefined && isOne)
		return {rows: [{name: longest, addresses}], wrong};
	return {rows: names.map(name => ({name, addresses: []})), wrong: [...wrong, ...addresses]};
}

/** The server that a text names, when it names one and nothing else. */
export function oneServer(text: string): string | null {
	const {rows, wrong} = readServers(text);
	return rows.length === 1 && wrong.length === 0 ? (rows[0]?.name ?? null) : null;
}

/** The text as the name of a server; null when it is none. */
export function serverName(text: string): string | null {
	const {value, problems} = parseGeneralName(text);
	const isName = value?.type === 'dns' && !value.value.startsWith('*');
	return isName && problems.every(each => each.severity !== 'error') ? value.value : null;
}

/** True for an IP address. */
export function isAddress(written: string): boolean {
	return parseGeneralName(written).value?.type === 'ip';
}

/** The first part of a name. */
export function shortOf(name: string): string {
	return name.split('.')[0] ?? name;
}

/** True when DNS would take one for the other. */
export function sameName(one: string, other: string): boolean {
	return one.toLowerCase() === other.toLowerCase();
}
