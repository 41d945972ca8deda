// A list edited entry by entry: what stays keeps its lines, comments and quotes, wherever it moves.
import {isScalar, type YAMLSeq} from 'yaml';
import {isEqual, isList, isMapping, type PlainValue} from './plain-value.js';
import {
	contentEnd,
	indentAt,
	isFirstInLine,
	lineEndOf,
	lineStart,
	nextLine,
	type ParsedPair,
	type Splice,
	spliced,
} from './splice.js';
import {writeItem, writeScalar} from './write.js';

/** The lines of one entry: its own and the comments above it. */
type Block = {readonly value: PlainValue; readonly text: string; readonly at: number};

/** How the list under `pair` becomes `values`; null when its layout is too unusual for that. */
export function listSplice(
	{key}: ParsedPair,
	list: YAMLSeq.Parsed,
	old: readonly PlainValue[],
	values: readonly PlainValue[],
	text: string,
): Splice | null {
	if (list.flow === true) return flowSplice(list, old, values, text);
	const dashes = list.items.map(item => text.lastIndexOf('-', item.range[0] - 1));
	const [firstDash] = dashes;
	if (firstDash === undefined || !dashes.every(dash => isFirstInLine(text, dash))) return null;
	const end = nextLine(text, contentEnd(list, text));
	if (values.length === 0) {
		const colon = text.indexOf(':', key.range[1]);
		return {start: colon + 1, end, text: ` []${lineEndOf(text)}`};
	}
	const start = lineStart(text, firstDash);
	const indent = indentAt(text, firstDash);
	const lineEnd = lineEndOf(text);
	const blocks: Block[] = [];
	let from = start;
	for (const [index, item] of list.items.entries()) {
		const to = nextLine(text, contentEnd(item, text));
		const lines = text.slice(from, to);
		const whole = lines.endsWith('\n') ? lines : lines + lineEnd;
		blocks.push({value: old[index] ?? null, text: whole, at: item.range[0] - from});
		from = to;
	}
	const reused = matched(old, values);
	const pieces = values.map((value, index) => {
		const kept = blocks[reused[index] ?? -1];
		if (kept !== undefined) return kept.text;
		const changed = old.length === values.length && !reused.includes(index) ? blocks[index] : undefined;
		const item = changed === undefined ? undefined : list.items[index];
		if (changed !== undefined && isScalar(item) && !isList(value) && !isMapping(value))
			return spliced(changed.text, {
				start: changed.at,
				end: changed.at + contentEnd(item, text) - item.range[0],
				text: writeScalar(value, item.type, false),
			});
		return indent + writeItem(value, indent, lineEnd) + lineEnd;
	});
	return {start, end, text: pieces.join('')};
}

/** `[a, b]` on one line, where each entry keeps its quotes. */
function flowSplice(
	list: YAMLSeq.Parsed,
	old: readonly PlainValue[],
	values: readonly PlainValue[],
	text: string,
): Splice | null {
	const [start, end] = list.range;
	if (/[\r\n]/.test(text.slice(start, end))) return null;
	const reused = matched(old, values);
	const pieces: string[] = [];
	for (const [index, value] of values.entries()) {
		const kept = list.items[reused[index] ?? -1];
		if (kept !== undefined) pieces.push(text.slice(kept.range[0], kept.range[1]));
		else if (isList(value) || isMapping(value)) return null;
		else pieces.push(writeScalar(value, undefined, true));
	}
	return {start, end, text: `[${pieces.join(', ')}]`};
}

/** For each new value the old entry that holds it, each old one once; -1 for what is new. */
function matched(old: readonly PlainValue[], values: readonly PlainValue[]): number[] {
	const used = new Set<number>();
	return values.map(value => {
		const found = old.findIndex((each, index) => !used.has(index) && isEqual(each, value));
		if (found !== -1) used.add(found);
		return found;
	});
}
