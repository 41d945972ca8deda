// The values of a profile, each with the place where it was written: what YAML said, before anybody asks what it means.
import type {Place} from '../problem/problem.js';

/** Text, a number, true or false, or null; `source` is the text as it stands in the file. */
export type ScalarNode = {
	readonly type: 'scalar';
	readonly value: string | number | boolean | null;
	readonly source: string;
	readonly place: Place;
};

export type ListNode = {
	readonly type: 'list';
	readonly items: readonly TreeNode[];
	/** The value as written when it stands on one line, else null: for hints. */
	readonly source: string | null;
	readonly place: Place;
};

export type MappingNode = {
	readonly type: 'mapping';
	readonly entries: ReadonlyMap<string, MappingEntry>;
	/** The value as written when it stands on one line, else null: for hints. */
	readonly source: string | null;
	readonly place: Place;
};

export type MappingEntry = {
	/** Where the key stands. */
	readonly keyPlace: Place;
	readonly value: TreeNode;
};

export type TreeNode = ScalarNode | ListNode | MappingNode;

/** Keys and list indexes from the root to a value. */
export type TreePath = readonly (string | number)[];

/** A path as problems name it: `subjectAlternativeNames.3`, without the entry of `certificates` it stands in. */
export function fieldOf(path: TreePath): string | null {
	const [first, second] = path;
	const inEntry = first === 'certificates' && typeof second === 'number' ? path.slice(2) : path;
	return inEntry.length === 0 ? null : inEntry.join('.');
}

/** The value at a path, or null when there is none. */
export function nodeAt(root: TreeNode, path: TreePath): TreeNode | null {
	let node: TreeNode | null = root;
	for (const step of path) {
		if (node?.type === 'mapping') node = node.entries.get(String(step))?.value ?? null;
		else if (node?.type === 'list') node = node.items[Number(step)] ?? null;
		else return null;
	}
	return node;
}

/** The tree without the values at the given paths: keys and list entries go as a whole. */
export function withoutPaths(root: MappingNode, paths: readonly TreePath[]): MappingNode {
	const gone = new Set(paths.map(path => JSON.stringify(path)));
	const keep = (node: TreeNode, path: TreePath): TreeNode => {
		const stays = (step: string | number) => !gone.has(JSON.stringify([...path, step]));
		if (node.type === 'list')
			return {
				...node,
				items: node.items.flatMap((item, index) => (stays(index) ? [keep(item, [...path, index])] : [])),
			};
		return node.type === 'mapping' ? keepEntries(node, path) : node;
	};
	const keepEntries = (node: MappingNode, path: TreePath): MappingNode => ({
		...node,
		entries: new Map(
			[...node.entries].flatMap(([key, entry]) =>
				gone.has(JSON.stringify([...path, key]))
					? []
					: [[key, {...entry, value: keep(entry.value, [...path, key])}] as const],
			),
		),
	});
	return gone.size === 0 ? root : keepEntries(root, []);
}
