// How profiles are laid over each other: mappings merge by key, text and lists replace, null removes.
import type {MappingNode, TreeNode} from './tree.js';

/** `over` laid over `base`; keys that `over` sets to null are gone. The result stands where `over` stands. */
export function mergeMappings(base: MappingNode | null, over: MappingNode): MappingNode {
	const entries = new Map(base?.entries ?? []);
	for (const [key, entry] of over.entries) {
		const value = mergeValues(entries.get(key)?.value ?? null, entry.value);
		if (value === null) entries.delete(key);
		else entries.set(key, {...entry, value});
	}
	return {...over, entries};
}

function mergeValues(base: TreeNode | null, over: TreeNode): TreeNode | null {
	if (over.type === 'scalar' && over.value === null) return null;
	if (over.type !== 'mapping') return over;
	const merged = mergeMappings(base?.type === 'mapping' ? base : null, over);
	return merged.entries.size > 0 ? merged : null;
}
