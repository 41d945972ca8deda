// A tree held against the definition: every value that does not fit is a problem at its place, and is taken out.
import * as v from 'valibot';
import type {Problem} from '../problem/problem.js';
import {profileSchema} from './definition.js';
import {checkKeys, maxProblems} from './keys.js';
import {type Mismatch, mismatchProblem} from './mismatch.js';
import {type MappingNode, nodeAt, type TreeNode, type TreePath, withoutPaths} from './tree.js';

export type Checked = {
	/** What fits; good for looking for more problems even when there are some. */
	readonly root: MappingNode;
	readonly problems: readonly Problem[];
};

/** Checks the form of every value (type, word, range); what subjects, names and dates mean is not looked at. */
export function checkProfile(written: MappingNode): Checked {
	const keys = checkKeys(written);
	const result = v.safeParse(profileSchema, plain(keys.root));
	const mismatches = firstOfEach((result.issues ?? []).flatMap(issue => mismatchesOf(issue, [])));
	const problems = mismatches.slice(0, maxProblems).flatMap(mismatch => {
		const node = nodeAt(keys.root, mismatch.path);
		return node === null ? [] : [mismatchProblem(mismatch, node)];
	});
	const paths = mismatches.map(each => each.path);
	return {root: withoutPaths(keys.root, paths), problems: [...keys.problems, ...problems]};
}

/** The keys under which a list is never right, and valibot, which takes lists for objects, would let it pass. */
const mappingKeys = new Set(['subject', 'validity', 'pfx']);
const misplacedList = Symbol('a list where a mapping is expected');

/** The value alone, as the schema wants it. */
function plain(node: TreeNode, key: string | null = null): unknown {
	if (node.type === 'scalar') return node.value;
	if (node.type === 'mapping')
		return Object.fromEntries([...node.entries].map(([name, {value}]) => [name, plain(value, name)]));
	if (key !== null && mappingKeys.has(key)) return misplacedList;
	return node.items.map(item =>
		key === 'certificates' && item.type === 'list' ? misplacedList : plain(item),
	);
}

/** One mismatch for each value; of alternatives the one that fits best: what went wrong inside it. */
function mismatchesOf(issue: v.BaseIssue<unknown>, base: TreePath): Mismatch[] {
	const path = [...base, ...(issue.path ?? []).map(step => stepOf(step.key))];
	const alternatives = issue.issues ?? [issue];
	const inside = alternatives === issue.issues ? alternatives.filter(each => each.path !== undefined) : [];
	if (inside.length > 0) return inside.flatMap(each => mismatchesOf(each, path));
	const leaves = alternatives.flatMap(each => each.issues ?? [each]);
	const word = leaves.find(({type}) => type === 'picklist' || type === 'regex');
	return [{path, types: leaves.map(each => each.type), hint: word?.message ?? null}];
}

/** A number that is neither whole nor in range is one problem, not two. */
function firstOfEach(mismatches: readonly Mismatch[]): Mismatch[] {
	const byPath = new Map<string, Mismatch>();
	for (const each of mismatches) {
		const key = JSON.stringify(each.path);
		if (!byPath.has(key)) byPath.set(key, each);
	}
	return [...byPath.values()];
}

function stepOf(key: unknown): string | number {
	return typeof key === 'number' ? key : String(key);
}
