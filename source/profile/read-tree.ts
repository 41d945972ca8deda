// YAML document → tree of placed values; traps, secrets and doubled keys are problems and are left out.
import {isAlias, isScalar, isSeq, type Pair, type ParsedNode, type Scalar, type YAMLMap} from 'yaml';
import {error, type Place, type Problem} from '../problem/problem.js';
import {quoted} from '../problem/visible.js';
import type {Locate} from './compose.js';
import {isPrivateKey, isSecretKey, privateKeyProblem, secretProblem} from './secret.js';
import {
	aliasProblem,
	anchorProblem,
	bracesProblem,
	isBraced,
	type Surroundings,
	safeSource,
} from './traps.js';
import {fieldOf, type MappingEntry, type ScalarNode, type TreeNode, type TreePath} from './tree.js';

type Reading = Surroundings & {
	/** Keys and indexes down to here. */
	readonly path: TreePath;
	/** Collected while reading: the anchors that are problems already; their aliases need no explanation. */
	readonly anchors: Set<string>;
	/** Collected while reading. */
	readonly problems: Problem[];
};

export type ReadTree = {
	/** Null when nothing of the root could be taken. */
	readonly root: TreeNode | null;
	readonly problems: readonly Problem[];
};

/** The values of a document, as deep as `composeYaml` lets it be. */
export function readTree(contents: ParsedNode, text: string, locate: Locate): ReadTree {
	const reading: Reading = {text, locate, isInFlow: false, path: [], anchors: new Set(), problems: []};
	const root = readNode(contents, reading, locate(contents.range[0]));
	return {root, problems: reading.problems};
}

/** `emptyPlace` is where to point for a value that is not there. */
function readNode(node: ParsedNode, reading: Reading, emptyPlace: Place): TreeNode | null {
	const [start, end] = node.range;
	if (isAlias(node))
		return reading.anchors.has(node.source) ? null : leftOut(reading, aliasProblem(node, reading));
	if (node.anchor !== undefined) {
		reading.anchors.add(node.anchor);
		return leftOut(reading, anchorProblem(node.anchor, start, reading));
	}
	const place = reading.locate(start);
	if (isScalar(node)) {
		const {source = ''} = node;
		const value = plainValue(node);
		if (typeof value === 'string' && isPrivateKey(value)) return leftOut(reading, privateKeyProblem(place));
		return {type: 'scalar', value, source, place: value === null && source === '' ? emptyPlace : place};
	}
	const source = safeSource(reading.text, start, end);
	const inside = {...reading, isInFlow: reading.isInFlow || node.flow === true};
	if (isSeq(node)) {
		const items = node.items.flatMap((item, index) => {
			const path = [...reading.path, index];
			return readNode(item, {...inside, path}, reading.locate(item.range[0])) ?? [];
		});
		return {type: 'list', items, source, place};
	}
	if (isBraced(node)) return leftOut(reading, bracesProblem(node, reading));
	return {type: 'mapping', entries: readEntries(node, inside), source, place};
}

/** The value as the core schema of YAML 1.2 has it; the line end of a text in block style is layout, not text. */
function plainValue({value, type, source = ''}: Scalar): ScalarNode['value'] {
	if (typeof value === 'string') return type?.startsWith('BLOCK') ? value.replace(/\n+$/, '') : value;
	return value === null || typeof value === 'number' || typeof value === 'boolean' ? value : source;
}

function readEntries(node: YAMLMap.Parsed, reading: Reading): Map<string, MappingEntry> {
	const entries = new Map<string, MappingEntry>();
	const lines = new Map<string, number | null>();
	for (const {key, value} of node.items as readonly Pair<ParsedNode, ParsedNode | null>[]) {
		const keyPlace = reading.locate(key.range[0]);
		if (!isScalar(key)) {
			const notWord = error('yaml-syntax', 'a key is a word, not a list or a mapping', {place: keyPlace});
			leftOut(reading, isAlias(key) ? aliasProblem(key, reading) : notWord);
			continue;
		}
		const name = typeof key.value === 'string' ? key.value : (key.source ?? '');
		const inside = {...reading, path: [...reading.path, name]};
		const line = lines.get(name);
		lines.set(name, keyPlace.line);
		if (isSecretKey(name)) leftOut(inside, secretProblem(name, keyPlace));
		else if (line !== undefined) leftOut(inside, duplicateProblem(name, line, keyPlace));
		else {
			const tree = value === null ? nothing(keyPlace) : readNode(value, inside, keyPlace);
			if (tree !== null) entries.set(name, {keyPlace, value: tree});
		}
	}
	return entries;
}

function leftOut({path, problems}: Reading, problem: Problem): null {
	problems.push({...problem, field: fieldOf(path)});
	return null;
}

function nothing(place: Place): ScalarNode {
	return {type: 'scalar', value: null, source: '', place};
}

function duplicateProblem(name: string, firstLine: number | null, place: Place): Problem {
	return error('yaml-duplicate-key', `the key ${quoted(name.slice(0, 60))} is written twice`, {
		hint: `it stands in line ${firstLine} already; take one of them out`,
		place,
	});
}
