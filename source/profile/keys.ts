// The keys of a profile: unknown ones and keys without a value are problems, and are taken out of the tree.
import {error, type Problem} from '../problem/problem.js';
import {didYouMean} from '../problem/suggest.js';
import {quoted} from '../problem/visible.js';
import {knownKeys} from './definition.js';
import {meantBy} from './synonyms.js';
import {fieldOf, type MappingEntry, type MappingNode, type TreeNode, type TreePath} from './tree.js';

/** More of them from one file help nobody. */
export const maxProblems = 100;

/** Keys that only a whole profile may hold, and why an entry of `certificates` may not. */
const onlyAtTop: ReadonlyMap<string, string> = new Map([
	['extends', 'the profile itself may extend another; its entries are laid over that'],
	['certificates', 'entries of a batch cannot hold a batch'],
]);

export type CheckedKeys = {readonly root: MappingNode; readonly problems: readonly Problem[]};

/** The tree with known keys only, each with a value or an explicit null. */
export function checkKeys(root: MappingNode): CheckedKeys {
	const problems: Problem[] = [];
	const inProfile = keep(root, [], knownKeys.profile, problems);
	const entries = new Map(inProfile.entries);
	checkCertificate(entries, [], problems);
	const batch = entries.get('certificates');
	if (batch?.value.type === 'list') {
		const items = batch.value.items.map((item, index): TreeNode => {
			if (item.type !== 'mapping') return item;
			const path = ['certificates', index];
			const kept = new Map(keep(item, path, knownKeys.certificate, problems).entries);
			checkCertificate(kept, path, problems);
			return {...item, entries: kept};
		});
		entries.set('certificates', {...batch, value: {...batch.value, items}});
	}
	return {root: {...root, entries}, problems};
}

/** Does the same for the mappings inside a certificate; replaces them in `entries`. */
function checkCertificate(entries: Map<string, MappingEntry>, path: TreePath, problems: Problem[]): void {
	for (const key of ['subject', 'validity', 'pfx'] as const) {
		const entry = entries.get(key);
		if (entry?.value.type === 'mapping')
			entries.set(key, {...entry, value: keep(entry.value, [...path, key], knownKeys[key], problems)});
	}
}

function keep(
	mapping: MappingNode,
	path: TreePath,
	known: readonly string[],
	problems: Problem[],
): MappingNode {
	const entries = new Map<string, MappingEntry>();
	for (const [key, entry] of mapping.entries) {
		if (known.includes(key) && !isEmpty(entry.value)) entries.set(key, entry);
		else if (problems.length < maxProblems) problems.push(keyProblem(key, entry, path, known));
	}
	return {...mapping, entries};
}

function keyProblem(
	key: string,
	{keyPlace, value}: MappingEntry,
	path: TreePath,
	known: readonly string[],
): Problem {
	const name = quoted(key.slice(0, 60));
	const field = fieldOf([...path, key]);
	if (!known.includes(key)) {
		const reason = path.length === 2 ? onlyAtTop.get(key) : undefined;
		return reason === undefined
			? error('unknown-key', `unknown key ${name}`, {hint: keyHint(key, known), place: keyPlace, field})
			: error('unknown-key', `${name} cannot stand in an entry of "certificates"`, {
					hint: reason,
					place: keyPlace,
					field,
				});
	}
	return error('empty-value', `${name} has no value`, {
		hint: 'leave the key out, or write null to take back what an extended profile says',
		place: value.place,
		field,
	});
}

function keyHint(key: string, known: readonly string[]): string {
	const meant = meantBy(key);
	return meant !== null && known.includes(meant) ? `did you mean "${meant}"?` : didYouMean(key, known);
}

/** A key with nothing after it: YAML says null, people mean that something is missing. */
function isEmpty(value: TreeNode): boolean {
	return value.type === 'scalar' && value.value === null && value.source === '';
}
