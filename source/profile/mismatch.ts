// How a value that does not fit the definition is told to people.
import {error, type Problem} from '../problem/problem.js';
import {quoted} from '../problem/visible.js';
import {iterationRange} from './profile.js';
import {mayHoldSecret} from './secret.js';
import {fieldOf, type ScalarNode, type TreeNode, type TreePath} from './tree.js';

/** A value, and the types and rules of the schema that it does not fit: several when it may be one or another. */
export type Mismatch = {
	readonly path: TreePath;
	readonly types: readonly string[];
	/** For words: the one that was probably meant. */
	readonly hint: string | null;
};

const typeNames: Readonly<Record<string, string>> = {
	string: 'text',
	picklist: 'text',
	number: 'a number',
	boolean: 'true or false',
	array: 'a list',
	strict_object: 'a mapping',
};

/** The problem of one value, at that value. */
export function mismatchProblem({path, types: expected, hint}: Mismatch, node: TreeNode): Problem {
	const details = {place: node.place, field: fieldOf(path)};
	const name = nameOf(path);
	const types = new Set(expected);
	if (node.type === 'scalar' && node.value === null)
		return error('empty-value', `${name} has no value`, {
			...details,
			hint: 'take the entry out, or fill it in',
		});
	if (types.has('non_empty')) return error('empty-value', `${name} is empty`, details);
	if (types.has('integer') || types.has('min_value') || types.has('max_value')) {
		const {least, most} = iterationRange;
		return error('out-of-range', `${name} must be a whole number from ${least} to ${most}`, details);
	}
	if (types.has('string') && node.type === 'scalar' && typeof node.value !== 'string')
		return notText(node, path, details);
	if ((types.has('picklist') || types.has('regex')) && node.type === 'scalar')
		return error(
			'unknown-value',
			mayHoldSecret(node.source)
				? `this is not a known value of ${name}`
				: `${quoted(node.source.slice(0, 60))} is not a known value of ${name}`,
			{...details, hint},
		);
	const wanted = [...new Set(expected.map(each => typeNames[each] ?? 'something else'))].join(' or ');
	return error('wrong-type', `${name} must be ${wanted}, and this is ${typeOf(node)}`, {
		...details,
		hint: typeHint(node, types),
	});
}

/** A number, true or false where text is expected: YAML took it for one because it has no quotes. */
function notText(node: ScalarNode, path: TreePath, details: Pick<Problem, 'place' | 'field'>): Problem {
	const source = node.source.slice(0, 60);
	const isCount = path.at(-1) === 'validity' && typeof node.value === 'number';
	return error('not-text', `${quoted(source)} without quotes is ${typeOf(node)}, not text`, {
		...details,
		hint: isCount ? `write the unit too: ${source} days` : `put quotes around it: "${source}"`,
	});
}

function typeHint(node: TreeNode, expected: ReadonlySet<string>): string | null {
	if (node.type !== 'scalar') {
		const isText = expected.has('string') && node.source !== null && !/["\\]/.test(node.source);
		return isText ? `if it is one text, put quotes around it: "${node.source}"` : null;
	}
	if (expected.has('array')) return 'write each entry on a line of its own, with "- " in front';
	if (expected.has('boolean')) {
		if (/^(?:yes|y|on|true|1)$/i.test(String(node.value))) return 'write true';
		if (/^(?:no|n|off|false|0)$/i.test(String(node.value))) return 'write false';
	}
	if (expected.has('number') && typeof node.value === 'string') {
		const digits = node.value.replace(/[\s_,.']/g, '');
		if (/^\d{1,9}$/.test(digits)) return `write ${digits}`;
	}
	return null;
}

function typeOf(node: TreeNode): string {
	if (node.type === 'list') return 'a list';
	if (node.type === 'mapping') return 'a mapping';
	if (typeof node.value === 'string') return 'text';
	return typeof node.value === 'number' ? 'a number' : 'true or false';
}

function nameOf(path: TreePath): string {
	const last = path.at(-1);
	if (last === undefined) return 'a profile';
	return typeof last === 'number' ? `an entry of "${path.at(-2)}"` : `"${last}"`;
}
