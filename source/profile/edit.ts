// Changes written into the text of a profile: comments, order and quoting of all that is not changed survive.
import {type Document, isMap, type ParsedNode} from 'yaml';
import {error, ProblemError, wholeFile} from '../problem/problem.js';
import {composeYaml} from './compose.js';
import {nextStep} from './edit-step.js';
import {isEqual, isList, isMapping, type PlainMapping, type PlainValue, withValueAt} from './plain-value.js';
import {readTree} from './read-tree.js';
import {spliced} from './splice.js';
import {syntaxProblems} from './syntax.js';
import type {TreePath} from './tree.js';
import {writeYaml} from './write.js';

export type ProfileChange = {
	/** Keys and list indexes from the root of the file: `['certificates', 0, 'subject']`. */
	readonly path: TreePath;
	/** The new value; undefined takes the key or the list entry out, null is written as `null`. */
	readonly value: PlainValue | undefined;
};

/** The values that a text holds itself, without what it extends; throws as `editProfile`. */
export function plainProfile(text: string, file = 'profile'): PlainMapping {
	return open(text, file).value;
}

type Opened = {
	readonly document: Document.Parsed<ParsedNode> | null;
	readonly value: PlainMapping;
};

/**
 * The text of a profile with the changes made, one after the other; lists are changed entry by entry. Throws a
 * `ProblemError` when the text is not a mapping of YAML or holds traps or secrets: what cannot be read for sure cannot
 * be changed for sure. `file` is its name as people should see it.
 */
export function editProfile(text: string, changes: readonly ProfileChange[], file = 'profile'): string {
	const opened = open(text, file);
	const wanted = changes.reduce<PlainValue | undefined>(
		(value, {path, value: changed}) => withValueAt(value, path, changed),
		opened.value,
	);
	return reach(text, opened, isMapping(wanted) ? wanted : {}, file);
}

/** From the values of a text to those that are wanted, one difference at a time. */
function reach(text: string, opened: Opened, wanted: PlainMapping, file: string): string {
	if (isEqual(opened.value, wanted)) return text;
	const {document, value} = opened;
	const root = document?.contents ?? null;
	const step = isMap(root) ? nextStep({root, value, text}, wanted) : null;
	if (step === null) return rewritten(text, opened, wanted, file);
	const next = spliced(text, step.splice);
	const reached = reopen(next, file);
	// Layouts are endless: what a step did is looked at, and whatever it did wrong is not kept.
	const isRight = reached !== null && isEqual(reached.value, step.value);
	return isRight ? reach(next, reached, wanted, file) : rewritten(text, opened, wanted, file);
}

/** For unusual layouts: the keys that differ are written anew, the rest as the YAML package prints it. */
function rewritten(text: string, {document, value}: Opened, wanted: PlainMapping, file: string): string {
	const root = document?.contents ?? null;
	let result: string;
	if (document === null || !isMap(root)) {
		result = (text === '' || text.endsWith('\n') ? text : `${text}\n`) + writeYaml(wanted);
	} else {
		patch(document, [], value, wanted);
		result = document.toString({lineWidth: 0});
	}
	const reached = reopen(result, file);
	if (reached === null || !isEqual(reached.value, wanted))
		throw new Error('an edited profile reads differently');
	return result;
}

/** Changes the document where the values differ, and nowhere else. */
function patch(document: Document.Parsed, path: TreePath, old: PlainValue, wanted: PlainValue): void {
	if (isEqual(old, wanted)) return;
	if (isMapping(old) && isMapping(wanted)) {
		for (const [key, value] of Object.entries(wanted))
			patch(document, [...path, key], old[key] ?? null, value);
		for (const key of Object.keys(old)) if (wanted[key] === undefined) document.deleteIn([...path, key]);
	} else if (isList(old) && isList(wanted) && old.length === wanted.length) {
		for (const [index, value] of wanted.entries())
			patch(document, [...path, index], old[index] ?? null, value);
	} else document.setIn(path, document.createNode(wanted));
}

function open(text: string, file: string): Opened {
	const composed = composeYaml(text, file);
	if ('code' in composed) throw new ProblemError(composed);
	const {document, errors, locate} = composed;
	const contents = document?.contents ?? null;
	const read = contents === null ? {root: null, problems: []} : readTree(contents, text, locate);
	const problems = [...read.problems, ...(errors.length > 0 ? syntaxProblems(composed, new Set()) : [])];
	if (problems.length > 0) throw new ProblemError(...problems);
	const value: PlainValue = document?.toJS() ?? {};
	if (isMapping(value)) return {document, value};
	throw new ProblemError(
		error('wrong-type', 'a profile is a mapping of keys and values', {
			place: wholeFile(file),
		}),
	);
}

function reopen(text: string, file: string): Opened | null {
	try {
		return open(text, file);
	} catch (cause) {
		if (cause instanceof ProblemError) return null;
		throw cause;
	}
}
