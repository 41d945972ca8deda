// A merged tree → the typed entry that the plan is made from; the tree has been checked, so what does not fit is absent.
import {
	keyTypes,
	keyUsages,
	kinds,
	outputs,
	type PfxOptions,
	type ProfileEntry,
	pfxEncryptions,
	providers,
	type SubjectMapping,
	signatureHashes,
	subjectKeys,
	type ValidityMapping,
	type Written,
} from './profile.js';
import type {MappingNode, TreeNode} from './tree.js';

/** What a reader makes of a value; null when it is something else. */
type Read<T> = (node: TreeNode) => Written<T> | null;

const text: Read<string> = node =>
	node.type === 'scalar' && typeof node.value === 'string' ? {value: node.value, place: node.place} : null;

const number: Read<number> = node =>
	node.type === 'scalar' && typeof node.value === 'number' ? {value: node.value, place: node.place} : null;

const truth: Read<boolean> = node =>
	node.type === 'scalar' && typeof node.value === 'boolean' ? {value: node.value, place: node.place} : null;

function oneOf<T extends string>(words: readonly T[]): Read<T> {
	return node => {
		const value = node.type === 'scalar' ? words.find(word => word === node.value) : undefined;
		return value === undefined ? null : {value, place: node.place};
	};
}

function listOf<T>(read: Read<T>): Read<readonly Written<T>[]> {
	return node =>
		node.type === 'list' ? {value: node.items.flatMap(item => read(item) ?? []), place: node.place} : null;
}

function mappingOf<T>(read: (mapping: MappingNode) => T): Read<T> {
	return node => (node.type === 'mapping' ? {value: read(node), place: node.place} : null);
}

/** The value of one key under its own name, ready to be spread; nothing when it is absent. */
function at<Key extends string, T>(
	mapping: MappingNode,
	key: Key,
	read: (node: TreeNode) => T | null,
): {readonly [Name in Key]?: T} {
	const entry = mapping.entries.get(key);
	const value = entry === undefined ? null : read(entry.value);
	return value === null ? {} : ({[key]: value} as {[Name in Key]: T});
}

const subjectMapping = mappingOf<SubjectMapping>(mapping =>
	Object.assign({}, ...subjectKeys.map(key => at(mapping, key, oneOrSeveral))),
);

function oneOrSeveral(node: TreeNode): readonly Written<string>[] | null {
	const one = text(node);
	if (one !== null) return [one];
	const several = listOf(text)(node)?.value ?? [];
	return several.length > 0 ? several : null;
}

const validityMapping = mappingOf<ValidityMapping>(mapping => ({
	...at(mapping, 'notBefore', text),
	...at(mapping, 'notAfter', text),
}));

const pfxOptions = mappingOf<PfxOptions>(mapping => ({
	...at(mapping, 'encryption', oneOf(pfxEncryptions)),
	...at(mapping, 'iterations', number),
	...at(mapping, 'provider', oneOf(providers)),
}));

/** The entry as typed values; `written` is where the certificate is described. */
export function entryOf(merged: MappingNode, written: MappingNode): ProfileEntry {
	return {
		place: written.place,
		...at(merged, 'kind', oneOf(kinds)),
		...at(merged, 'subject', node => text(node) ?? subjectMapping(node)),
		...at(merged, 'friendlyName', text),
		...at(merged, 'subjectAlternativeNames', listOf(text)),
		...at(merged, 'key', oneOf(keyTypes)),
		...at(merged, 'validity', node => text(node) ?? validityMapping(node)),
		...at(merged, 'keyUsage', listOf(oneOf(keyUsages))),
		...at(merged, 'extendedKeyUsage', listOf(text)),
		...at(merged, 'signatureHash', oneOf(signatureHashes)),
		...at(merged, 'pfx', pfxOptions),
		...at(merged, 'ipAddressesAsDnsNames', truth),
		...at(merged, 'outputs', listOf(oneOf(outputs))),
		...at(merged, 'fileName', text),
	};
}

/** The text under a key, or null. */
export function textAt(mapping: MappingNode, key: string): Written<string> | null {
	const entry = mapping.entries.get(key);
	return entry === undefined ? null : text(entry.value);
}
