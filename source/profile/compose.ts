// Text → YAML document, with limits that hold before anything is built: depth, amount, one document.
import {Composer, type Document, Lexer, LineCounter, Parser, type ParsedNode, type YAMLError} from 'yaml';
import {error, type Place, type Problem, wholeFile} from '../problem/problem.js';

/** A profile needs 7 levels; each takes up to two of the parser's. */
const maxDepth = 40;
/** Marks, texts and line ends: a batch of a thousand certificates has about 100,000. */
const maxLexemes = 300_000;

/** Where an offset of the text stands. */
export type Locate = (offset: number) => Place;

export type Composed = {
	/** Null for a file that holds nothing but comments. */
	readonly document: Document.Parsed<ParsedNode> | null;
	readonly errors: readonly YAMLError[];
	readonly locate: Locate;
};

/** The one document of a text, or why it is not even looked at; what YAML complains about comes along. */
export function composeYaml(text: string, file: string): Composed | Problem {
	const lines = new LineCounter();
	const locate: Locate = offset => {
		const {line, col} = lines.linePos(Math.min(offset, text.length));
		return {file, line, column: col};
	};
	lines.addNewLine(0);
	const parser = new Parser(lines.addNewLine);
	const composer = new Composer({
		prettyErrors: false,
		schema: 'core',
		merge: false,
		resolveKnownTags: false,
		uniqueKeys: false,
		logLevel: 'silent',
	});
	const tokens = [];
	let count = 0;
	for (const lexeme of new Lexer().lex(text)) {
		tokens.push(...parser.next(lexeme));
		if (parser.stack.length > maxDepth)
			return error('yaml-too-deep', 'values are nested too deeply for a profile', {
				place: locate(parser.offset),
			});
		if (++count > maxLexemes)
			return error('file-too-large', 'the file holds too many lines and values for a profile', {
				place: wholeFile(file),
			});
	}
	tokens.push(...parser.end());
	const [document = null, second] = composer.compose(tokens);
	if (second !== undefined)
		return error('yaml-documents', 'a profile is one YAML document, and here a second one starts', {
			hint: 'write several certificates as entries of "certificates", or as files of their own',
			place: locate(second.range[0]),
		});
	const errors = document === null ? composer.streamInfo().errors : document.errors;
	return {document, errors: [...errors, ...(document?.warnings ?? [])], locate};
}
