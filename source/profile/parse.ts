// The bytes of one profile file → the tree of its values, checked; other files are not looked at.
import {error, type Problem, wholeFile} from '../problem/problem.js';
import {checkProfile} from './check.js';
import {composeYaml} from './compose.js';
import {decodeProfile} from './decode.js';
import {readTree} from './read-tree.js';
import {syntaxProblems} from './syntax.js';
import type {MappingNode} from './tree.js';

export type ParsedFile = {
	/** The values that fit; null when the file is not a mapping of YAML at all. */
	readonly root: MappingNode | null;
	readonly problems: readonly Problem[];
};

/** Parses and checks one file; `file` is its name as people should see it. */
export function parseProfile(bytes: Uint8Array, file: string): ParsedFile {
	const text = decodeProfile(bytes, file);
	return typeof text === 'string' ? parseText(text, file) : {root: null, problems: [text]};
}

function parseText(text: string, file: string): ParsedFile {
	const composed = composeYaml(text, file);
	if ('code' in composed) return {root: null, problems: [composed]};
	const {document, errors, locate} = composed;
	const contents = document?.contents ?? null;
	const read = contents === null ? {root: null, problems: []} : readTree(contents, text, locate);
	if (errors.length > 0) {
		const explained = new Set(read.problems.flatMap(({place}) => place?.line ?? []));
		return {root: null, problems: [...read.problems, ...syntaxProblems(composed, explained)]};
	}
	const {root, problems} = read;
	if (root?.type === 'mapping') {
		const checked = checkProfile(root);
		return {root: checked.root, problems: [...problems, ...checked.problems]};
	}
	const isEmpty = root === null || (root.type === 'scalar' && root.value === null);
	if (!isEmpty)
		return {
			root: null,
			problems: [
				...problems,
				error('wrong-type', 'a profile is a mapping of keys and values', {
					hint: 'start with a line like "kind: ssl"',
					place: root.place,
				}),
			],
		};
	const empty = error('empty-value', 'the profile is empty', {place: wholeFile(file)});
	return {root: null, problems: problems.length > 0 ? problems : [empty]};
}
