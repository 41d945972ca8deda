// YAML document → tree of placed values, and the traps in which YAML takes what people wrote for something else.
import {isAlias, isScalar, isSeq, type Pair, type ParsedNode, type YAMLMap} from 'yaml';
import {error, type Place, type Problem} from '../problem/problem.js';
import {quoted} from '../problem/visible.js';
import type {Locate} from './compose.js';
import {isPrivateKey, isSecretKey, mayHoldSecret, privateKeyProblem, secretProblem} from './secret.js';
import {fieldOf, type MappingEntry, type TreeNode, type TreePath} from './tree.js';

type Reading = {
	readonly text: string;
	readonly locate: Locate;
	/** Collected while reading. */
	readonly problems: Problem[];
};

export type ReadTree = {
	/** Null when nothing of the root could be taken. */
	readonly root: TreeNode | null;
	readonly problems: readonly Problem[];
};

/** The values of a document; what is a trap or a secret is a problem and is left out. */
export function readTree(contents: ParsedNode, text: string, locate: Locate): ReadTree {
	const reading: Reading = {text, locate, problems: []};
	const root = readNode(contents, [], reading, locate(contents.range[0]));
	return {root, problems: reading.problems};
}

/** `emptyPlace` is where to point for a value that is not there. */
function readNode(node: ParsedNode, path: TreePath, reading: Reading, emptyPlace: Place): TreeNode | null {
	const place = reading.locate(node.range[0]);
	if (isAlias(node)) return trap(reading, path, aliasProblem(`*${node.source}`, reading, node.range[0]));
	if (node.anchor !== undefined)
		return trap(reading, path, anchorProblem(node.anchor, reading, node.range[0]));
	if (isScalar(node)) {
		const {value, source = ''} = node;
		if (typeof value === 'string' && isPrivateKey(value))
			return trap(reading, path, privateKeyProblem(place));
		if (value === null && source === '') return {type: 'scalar', value, source, place: emptyPlace};
		const isPlainValue =
			value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
		return {type: 'scalar', value: isPlainValue ? value : source, source, place};
	}
	const source = oneLine(node, reading.text);
	if (isSeq(node)) {
		const items = node.items.flatMap((item, index) => {
			const start = reading.locate(item.range[0]);
			return readNode(item, [...path, index], reading, start) ?? [];
		});
		return {type: 'list', items, source, place};
	}
	if (isBraced(node)) return trap(reading, path, bracesProblem(node, reading));
	return {type: 'mapping', entries: readEntries(node, path, reading), source, place};
}

function readEntries(node: YAMLMap.Parsed, path: TreePath, reading: Reading): Map<string, MappingEntry> {
	const entries = new Map<string, MappingEntry>();
	const lines = new Map<string, number | null>();
	for (const {key, value} of node.items as readonly Pair<ParsedNode, ParsedNode | null>[]) {
		const keyPlace = reading.locate(key.range[0]);
		if (isAlias(key)) {
			reading.problems.push(aliasProblem(`*${key.source}`, reading, key.range[0]));
			continue;
		}
		if (!isScalar(key)) {
			reading.problems.push(
				error('yaml-syntax', 'a key is a word, not a list or a mapping', {place: keyPlace}),
			);
			continue;
		}
		const name = typeof key.value === 'string' ? key.value : (key.source ?? '');
		if (isSecretKey(name)) {
			reading.problems.push(secretProblem(name, keyPlace));
			continue;
		}
		if (lines.has(name)) {
			reading.problems.push(
				error('yaml-duplicate-key', `the key ${quoted(name.slice(0, 60))} is written twice`, {
					hint: `it stands in line ${lines.get(name)} already; take one of them out`,
					place: keyPlace,
				}),
			);
			continue;
		}
		lines.set(name, keyPlace.line);
		const tree =
			value === null
				? ({type: 'scalar', value: null, source: '', place: keyPlace} as const)
				: readNode(value, [...path, name], reading, keyPlace);
		if (tree !== null) entries.set(name, {keyPlace, value: tree});
	}
	return entries;
}

function trap(reading: Reading, path: TreePath, problem: Problem): null {
	reading.problems.push({...problem, field: fieldOf(path)});
	return null;
}

/** `{fqdn}` and its like: in braces, and no key with a colon. */
function isBraced(node: YAMLMap.Parsed): boolean {
	return node.flow === true && node.items.length > 0 && node.items.every(item => item.value === null);
}

function bracesProblem(node: YAMLMap.Parsed, {text, locate}: Reading): Problem {
	const [start, end] = node.range;
	const written = safeSource(text, start, end);
	const whole = safeSource(text, start, valueEnd(text, end));
	return error(
		'yaml-braces',
		written === null
			? 'braces without quotes are a YAML mapping, not text'
			: `${quoted(written)} without quotes is a YAML mapping, not text`,
		{
			hint: whole === null ? 'put quotes around it' : `put quotes around it: "${whole}"`,
			place: locate(start),
		},
	);
}

function aliasProblem(written: string, {text, locate}: Reading, start: number): Problem {
	const isSafe = safeSource(text, start, start + written.length) !== null;
	return error(
		'yaml-alias',
		isSafe
			? `${quoted(written)} without quotes is a YAML alias, not text`
			: 'text that starts with "*" is a YAML alias without quotes',
		{hint: isSafe ? `put quotes around it: "${written}"` : 'put quotes around it', place: locate(start)},
	);
}

/** `place` is the value's: the anchor itself stands somewhere in front of it. */
function anchorProblem(anchor: string, {text, locate}: Reading, valueStart: number): Problem {
	const start = Math.max(0, text.lastIndexOf(`&${anchor}`, valueStart));
	const isSafe = safeSource(text, start, start + anchor.length + 1) !== null;
	return error(
		'yaml-alias',
		isSafe
			? `${quoted(`&${anchor}`)} without quotes is a YAML anchor, not text`
			: 'text that starts with "&" is a YAML anchor without quotes',
		{
			hint: 'put quotes around the text; to share values, use "extends" or "certificates"',
			place: locate(start),
		},
	);
}

/** A value as written, when it stands on one line and is safe to repeat. */
function oneLine(node: ParsedNode, text: string): string | null {
	return safeSource(text, node.range[0], node.range[1]);
}

function safeSource(text: string, start: number, end: number): string | null {
	const source = text.slice(start, end).trim();
	if (source.length > 100 || /[\r\n]/.test(source)) return null;
	const lineStart = text.lastIndexOf('\n', start) + 1;
	return mayHoldSecret(text.slice(lineStart, end)) ? null : source;
}

/** Where the text that people meant ends: at the end of the line or at a comment. */
function valueEnd(text: string, from: number): number {
	const rest = /^(?:(?!\s#)[^\r\n,\]])*/.exec(text.slice(from, from + 200))?.[0] ?? '';
	return from + rest.length;
}
