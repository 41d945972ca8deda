// What YAML itself complains about, in words of our own: its own messages quote the source, which may hold a secret.
import {type Scalar, visit, type YAMLError} from 'yaml';
import type {ProblemCode} from '../problem/codes.js';
import {error, type Problem} from '../problem/problem.js';
import type {Composed} from './compose.js';

type Wording = {readonly code: ProblemCode; readonly message: string; readonly hint: string | null};

/** One cause gives many complaints; more than these help nobody. */
const maxProblems = 20;

const quoteIt = 'put the whole text in quotes';
const aliasWording: Wording = {
	code: 'yaml-alias',
	message: 'text that starts with "*" or "&" needs quotes: YAML takes it for an alias or an anchor',
	hint: quoteIt,
};
const fallback: Wording = {code: 'yaml-syntax', message: 'this is not YAML', hint: quoteIt};

const unclosed: Wording = {
	code: 'yaml-syntax',
	message: 'the quote that opens here is never closed',
	hint: null,
};

const wordings: Partial<Record<YAMLError['code'], Wording>> = {
	ALIAS_PROPS: aliasWording,
	BAD_ALIAS: aliasWording,
	MULTIPLE_ANCHORS: aliasWording,
	TAB_AS_INDENT: {
		code: 'yaml-tab',
		message: 'YAML does not allow tabs for indentation',
		hint: 'use spaces: two for each level',
	},
	TAG_RESOLVE_FAILED: {
		code: 'yaml-tag',
		message: 'a word that starts with "!" is a YAML tag, and profiles have none',
		hint: 'put text that starts with "!" in quotes',
	},
	MULTIPLE_TAGS: {code: 'yaml-tag', message: 'profiles have no YAML tags', hint: null},
	RESOURCE_EXHAUSTION: {
		code: 'yaml-too-deep',
		message: 'values are nested too deeply for a profile',
		hint: null,
	},
	BAD_SCALAR_START: {
		code: 'yaml-syntax',
		message: 'text that starts with this character needs quotes',
		hint: quoteIt,
	},
	BAD_DQ_ESCAPE: {
		code: 'yaml-syntax',
		message: 'a backslash in double quotes starts an escape, and this is none',
		hint: 'use single quotes, or write the backslash twice',
	},
	BLOCK_AS_IMPLICIT_KEY: {
		code: 'yaml-syntax',
		message: 'a second key inside a value',
		hint: 'put text that holds ": " in quotes, and start the keys of one mapping in the same column',
	},
	MULTILINE_IMPLICIT_KEY: {
		code: 'yaml-syntax',
		message: 'a key and its value must be separated by ": "',
		hint: 'is a space missing after a colon, or a quote at the end of a text?',
	},
	MISSING_CHAR: {
		code: 'yaml-syntax',
		message: 'a colon, comma, quote or closing bracket is missing here',
		hint: null,
	},
	BAD_INDENT: {
		code: 'yaml-syntax',
		message: 'the indentation does not fit the lines above, or a closing bracket is missing',
		hint: 'keys of one mapping, and entries of one list, start in the same column',
	},
	UNEXPECTED_TOKEN: {
		code: 'yaml-syntax',
		message: 'unexpected text after the value',
		hint: quoteIt,
	},
	BAD_DIRECTIVE: {
		code: 'yaml-syntax',
		message: 'a line that starts with "%" is a YAML directive, and this is none',
		hint: null,
	},
};

/** YAML's complaints as problems: one a line, and none for the lines that are explained already. */
export function syntaxProblems(
	{document, errors, locate}: Composed,
	explainedLines: ReadonlySet<number>,
): Problem[] {
	const lines = new Set(explainedLines);
	const problems: Problem[] = [];
	for (const {code: yamlCode, pos} of errors) {
		if (problems.length >= maxProblems) break;
		const open = yamlCode === 'MISSING_CHAR' ? openQuote(document, pos[0]) : null;
		const place = locate(open ?? pos[0]);
		if (place.line === null || lines.has(place.line)) continue;
		lines.add(place.line);
		const {code, message, hint} = open === null ? (wordings[yamlCode] ?? fallback) : unclosed;
		problems.push(error(code, message, {hint, place}));
	}
	return problems;
}

/** Where the quoted text starts that ends, without its closing quote, at `end`; null when it is not that. */
function openQuote(document: Composed['document'], end: number): number | null {
	let start: number | null = null;
	if (document !== null)
		visit(document, {
			Scalar: (_key, {type, range}: Scalar) => {
				const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
				if (isQuoted && range != null && range[0] < end && range[1] >= end) start = range[0];
			},
		});
	return start;
}
