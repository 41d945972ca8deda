// Plain values compared and changed, as values; the order of a mapping's keys says nothing.
import type {TreePath} from './tree.js';

/** What can stand in a profile. */
export type PlainValue = string | number | boolean | null | readonly PlainValue[] | PlainMapping;

export type PlainMapping = {readonly [key: string]: PlainValue};

/** True for equal values, deeply. */
export function isEqual(a: PlainValue, b: PlainValue): boolean {
	if (isList(a) || isList(b))
		return (
			isList(a) && isList(b) && a.length === b.length && a.every((each, index) => isSame(each, b[index]))
		);
	if (!isMapping(a) || !isMapping(b)) return Object.is(a, b);
	const keys = Object.keys(a);
	return keys.length === Object.keys(b).length && keys.every(key => isSame(a[key], b[key]));
}

export function isList(value: PlainValue | undefined): value is readonly PlainValue[] {
	return Array.isArray(value);
}

export function isMapping(value: PlainValue | undefined): value is PlainMapping {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSame(a: PlainValue | undefined, b: PlainValue | undefined): boolean {
	return a !== undefined && b !== undefined && isEqual(a, b);
}

/**
 * The value with another one at `path`; undefined takes a key or a list entry out, and a mapping that is empty then as
 * well. What is missing on the way is made.
 */
export function withValueAt(
	current: PlainValue | undefined,
	path: TreePath,
	value: PlainValue | undefined,
): PlainValue | undefined {
	const [step, ...rest] = path;
	if (step === undefined) return value;
	if (typeof step === 'number') {
		const list = isList(current) ? current : [];
		const child = withValueAt(list[step], rest, value);
		const [before, after] = [list.slice(0, step), list.slice(step + 1)];
		return child === undefined ? [...before, ...after] : [...before, child, ...after];
	}
	const mapping = isMapping(current) ? current : {};
	const child = withValueAt(mapping[step], rest, value);
	if (child !== undefined) return {...mapping, [step]: child};
	const others = Object.entries(mapping).filter(([key]) => key !== step);
	return others.length > 0 ? Object.fromEntries(others) : undefined;
}
