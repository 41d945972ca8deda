// The next small step from the values of a profile to those that are wanted, and where it is done in the text.
import {isMap, isSeq, type ParsedNode, type YAMLMap} from 'yaml';
import {knownKeys} from './definition.js';
import {type MappingEdit, removeSplice, setSplice} from './edit-mapping.js';
import {isEqual, isList, isMapping, type PlainMapping, type PlainValue, withValueAt} from './plain-value.js';
import {findPair, type Splice} from './splice.js';
import type {TreePath} from './tree.js';

export type Step = {
	readonly splice: Splice;
	/** All values as they must be after the step. */
	readonly value: PlainMapping;
};

/** The text, its values, and the mapping that holds them. */
export type Current = {
	readonly root: YAMLMap.Parsed;
	readonly value: PlainMapping;
	readonly text: string;
};

type Difference = {
	readonly edit: MappingEdit;
	readonly path: TreePath;
	readonly key: string;
	/** Undefined: the key goes. */
	readonly value: PlainValue | undefined;
};

/** The first difference done; null when there is none, or when it cannot be done in the text. */
export function nextStep({root, value, text}: Current, wanted: PlainMapping): Step | null {
	const edit = {mapping: root, old: value, text, isInFlow: false, order: knownKeys.profile};
	const found = difference(edit, wanted, []);
	if (found === null) return null;
	const splice =
		found.value === undefined
			? removeSplice(found.edit, found.key)
			: setSplice(found.edit, found.key, found.value);
	const after = withValueAt(value, [...found.path, found.key], found.value) ?? {};
	return splice !== null && isMapping(after) ? {splice, value: after} : null;
}

/** What is set comes before what goes, so that a mapping is never empty on the way. */
function difference(edit: MappingEdit, wanted: PlainMapping, path: TreePath): Difference | null {
	for (const [key, value] of Object.entries(wanted)) {
		const old = edit.old[key];
		if (old !== undefined && isEqual(old, value)) continue;
		const node = findPair(edit.mapping, key)?.value ?? null;
		return inside(edit, node, old, value, [...path, key]) ?? {edit, path, key, value};
	}
	for (const key of Object.keys(edit.old))
		if (wanted[key] === undefined) return {edit, path, key, value: undefined};
	return null;
}

/** A difference further in, when only a part of a mapping or of a list of mappings changes; else null. */
function inside(
	edit: MappingEdit,
	node: ParsedNode | null,
	old: PlainValue | undefined,
	wanted: PlainValue | undefined,
	path: TreePath,
): Difference | null {
	const isInFlow = edit.isInFlow || edit.mapping.flow === true;
	if (isMap(node) && isMapping(old) && isMapping(wanted)) {
		const isPart = Object.keys(old).some(key => wanted[key] !== undefined);
		const below = {...edit, mapping: node, old, isInFlow, order: orderAt(path)};
		return isPart ? difference(below, wanted, path) : null;
	}
	if (!isSeq(node) || !isList(old) || !isList(wanted) || old.length !== wanted.length) return null;
	const below = {...edit, isInFlow: isInFlow || node.flow === true};
	for (const [index, value] of wanted.entries()) {
		const before = old[index];
		if (before === undefined || isEqual(before, value)) continue;
		const found = inside(below, node.items[index] ?? null, before, value, [...path, index]);
		if (found !== null) return found;
	}
	return null;
}

function orderAt(path: TreePath): readonly string[] {
	const key = path.at(-1);
	if (key === 'subject' || key === 'validity' || key === 'pfx') return knownKeys[key];
	return typeof key === 'number' ? knownKeys.certificate : [];
}
