// Pieces of a text replaced at their places, and where the parts of a YAML document start and end in it.
import {isMap, isScalar, isSeq, type Pair, type ParsedNode, type YAMLMap} from 'yaml';

/** Replaces what stands from `start` to `end`. */
export type Splice = {readonly start: number; readonly end: number; readonly text: string};

export type ParsedPair = Pair<ParsedNode, ParsedNode | null>;

/** The text with one piece replaced. */
export function spliced(text: string, {start, end, text: piece}: Splice): string {
	return text.slice(0, start) + piece + text.slice(end);
}

/** The pairs of a mapping; the parser's own type hides that a value may be missing. */
export function pairsOf(mapping: YAMLMap.Parsed): readonly ParsedPair[] {
	return mapping.items;
}

/** The pair of a key. */
export function findPair(mapping: YAMLMap.Parsed, key: string): ParsedPair | undefined {
	return pairsOf(mapping).find(pair => isScalar(pair.key) && pair.key.value === key);
}

/** Where the last character of a value stands, behind it: without comments and line ends that follow. */
export function contentEnd(node: ParsedNode, text: string): number {
	if (isMap(node) && node.flow !== true) {
		const last = pairsOf(node).at(-1);
		if (last !== undefined) return pairEnd(last, text);
	}
	if (isSeq(node) && node.flow !== true) {
		const last = node.items.at(-1);
		if (last !== undefined) return contentEnd(last, text);
	}
	let end = node.range[1];
	while (end > node.range[0] && /[\r\n]/.test(text[end - 1] ?? '')) end--;
	return end;
}

/** The same for a key and its value. */
export function pairEnd({key, value}: ParsedPair, text: string): number {
	return value === null ? key.range[1] : Math.max(contentEnd(value, text), key.range[1]);
}

/** Where the line starts in which `offset` stands. */
export function lineStart(text: string, offset: number): number {
	return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the next line starts; the end of the text when there is none. */
export function nextLine(text: string, offset: number): number {
	const end = text.indexOf('\n', offset);
	return end === -1 ? text.length : end + 1;
}

/** The spaces in front of `offset`, as wide as its column. */
export function indentAt(text: string, offset: number): string {
	return ' '.repeat(offset - lineStart(text, offset));
}

/** True when only spaces stand in front of `offset` in its line. */
export function isFirstInLine(text: string, offset: number): boolean {
	return text.slice(lineStart(text, offset), offset).trim() === '';
}

/** The line end that the text uses. */
export function lineEndOf(text: string): string {
	return text.includes('\r\n') ? '\r\n' : '\n';
}
