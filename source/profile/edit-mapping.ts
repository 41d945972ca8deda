// A key set, added or taken out of a mapping, with everything around it left as it is.
import {isScalar, isSeq, type ParsedNode, type YAMLMap} from 'yaml';
import {listSplice} from './edit-list.js';
import {isList, isMapping, type PlainMapping, type PlainValue} from './plain-value.js';
import {
	contentEnd,
	findPair,
	indentAt,
	isFirstInLine,
	lineEndOf,
	lineStart,
	nextLine,
	type ParsedPair,
	pairEnd,
	pairsOf,
	type Splice,
} from './splice.js';
import {writePair, writeScalar} from './write.js';

/** The mapping that a change is in, and what is needed to change it. */
export type MappingEdit = {
	readonly mapping: YAMLMap.Parsed;
	/** Its value before the change. */
	readonly old: PlainMapping;
	readonly text: string;
	/** True inside brackets or braces. */
	readonly isInFlow: boolean;
	/** The order in which its keys stand where nobody chose another. */
	readonly order: readonly string[];
};

/** How a key gets a value; null when the layout is too unusual for that. */
export function setSplice(edit: MappingEdit, key: string, value: PlainValue): Splice | null {
	const pair = findPair(edit.mapping, key);
	if (pair === undefined) return insertSplice(edit, key, value);
	return replaceSplice(edit, pair, key, value);
}

/** How a key and its value go; comments above it stay. Null when the layout is too unusual for that. */
export function removeSplice({mapping, text, isInFlow}: MappingEdit, key: string): Splice | null {
	const pairs = pairsOf(mapping);
	const pair = findPair(mapping, key);
	if (pair === undefined || isInFlow || mapping.flow === true) return null;
	const start = pair.key.range[0];
	const end = nextLine(text, pairEnd(pair, text));
	if (isFirstInLine(text, start)) return {start: lineStart(text, start), end, text: ''};
	// The first key of a list entry, behind its dash: the next key moves up, unless a comment is in between.
	const next = pairs[1]?.key.range[0];
	return next === undefined || text.slice(end, next).includes('#') ? null : {start, end: next, text: ''};
}

function replaceSplice(edit: MappingEdit, pair: ParsedPair, key: string, value: PlainValue): Splice | null {
	const {text, mapping} = edit;
	const isInFlow = edit.isInFlow || mapping.flow === true;
	const node = pair.value;
	if (node !== null && isScalar(node) && !isList(value) && !isMapping(value) && !isEmptyScalar(node)) {
		const end = contentEnd(node, text);
		return {start: node.range[0], end, text: writeScalar(value, node.type, isInFlow)};
	}
	const old = edit.old[key];
	if (node !== null && isSeq(node) && isList(value) && isList(old))
		return listSplice(pair, node, old, value, text);
	if (isInFlow) return null;
	const start = pair.key.range[0];
	const written = writePair(key, value, indentAt(text, start), lineEndOf(text));
	return {start, end: pairEnd(pair, text), text: written};
}

function insertSplice(
	{mapping, text, isInFlow, order}: MappingEdit,
	key: string,
	value: PlainValue,
): Splice | null {
	const pairs = pairsOf(mapping);
	const [first] = pairs;
	if (first === undefined || isInFlow || mapping.flow === true) return null;
	const place = order.indexOf(key);
	const before = pairs.filter(pair => place === -1 || order.indexOf(keyOf(pair)) < place).at(-1);
	const at = nextLine(text, pairEnd(before ?? pairs.at(-1) ?? first, text));
	const lineEnd = lineEndOf(text);
	const indent = indentAt(text, first.key.range[0]);
	const isLastLineOpen = at > 0 && text[at - 1] !== '\n';
	const written = indent + writePair(key, value, indent, lineEnd) + lineEnd;
	return {start: at, end: at, text: isLastLineOpen ? lineEnd + written : written};
}

function keyOf({key}: ParsedPair): string {
	return isScalar(key) ? String(key.value) : '';
}

function isEmptyScalar(node: ParsedNode): boolean {
	return node.range[0] === node.range[1];
}
