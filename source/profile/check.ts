// A tree held against the definition: every value that does not fit is a problem at its place, and is taken out.
import * as v from 'valibot';
import type {Problem} from '../problem/problem.js';
import {profileSchema} from './definition.js';
import {checkKeys} from './keys.js';
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
	const mismatches = (result.issues ?? []).flatMap(issue => mismatchesOf(issue, []));
	const problems = mismatches.flatMap(mismatch => {
		const node = nodeAt(keys.root, mismatch.path);
		return node === null ? [] : [mismatchProblem(mismatch, node)];
	});
	const paths = mismatches.map(each => each.path);
	return {root: withoutPaths(keys.root, paths), problems: [...keys.problems, ...problems]};
}

/** The value alone, as the schema wants it. */
function plain(node: TreeNode): unknown {
	if (node.type === 'scalar') return node.value;
	if (node.type === 'list') return node.items.map(plain);
	return Object.fromEntries([...node.entries].map(([key, {value}]) => [key, plain(value)]));
}

/** One mismatch for each value; of alternatives the one that fits best: what went wrong inside it. */
function mismatchesOf(issue: v.BaseIssue<unknown>, base: TreePath): Mismatch[] {
	const path = [...base, ...(issue.path ?? []).map(step => stepOf(step.key))];
	if (issue.issues === undefined) return [{path, issues: [issue]}];
	const inside = issue.issues.filter(each => each.path !== undefined);
	if (inside.length > 0) return inside.flatMap(each => mismatchesOf(each, path));
	return [{path, issues: issue.issues.flatMap(each => each.issues ?? [each])}];
}

function stepOf(key: unknown): string | number {
	return typeof key === 'number' ? key : String(key);
}
