// A list as people keep it, from a table or a file → its names; its heading and its comments are none.
import {namePieces} from './split-names.js';

/** What was not taken for a name. */
export type LeftOut = {
	readonly comments: number;
	readonly headings: number;
	/** Cells of a table that hold several words, none of them an address. */
	readonly descriptions: number;
	/** Words of another text that do not look like an address. */
	readonly words: number;
};

export type ListedNames = {
	/** In their order, doubled and wrong ones too. */
	readonly names: readonly string[];
	readonly leftOut: LeftOut;
};

export const nothingLeftOut: LeftOut = {comments: 0, headings: 0, descriptions: 0, words: 0};

/** Alone in its line, each of these names a column and hardly a host. */
const columnWords =
	/^(?:address(?:es)?|dns|domain|fqdn|host ?names?|ip(?:v[46])?|ip ?address(?:es)?|names?|dns ?names?|server ?names?|san)$/i;

/** Beside another one of its kind, each of these names a column too. */
const moreColumnWords =
	/^(?:comments?|computers?|descriptions?|hosts?|kind|locations?|notes?|ports?|printers?|servers?|sites?|types?|printer ?names?|computer ?names?)$/i;

/**
 * Every piece of a list: lines, rows of a table, with separators of any kind. `#` begins a comment, and a cell between
 * tabs that holds several words is a description.
 */
export function listedNames(text: string): ListedNames {
	const {lines, leftOut} = usedLines(text);
	const rows = lines.map(each => each.split('\t'));
	const cells = rows.flatMap(row => (row.length === 1 ? row : row.filter(each => !isDescription(each))));
	const descriptions = rows.flat().length - cells.length;
	return {names: namePieces(cells.join('\n')), leftOut: {...leftOut, descriptions}};
}

/**
 * A list with one name a line is taken as it is. Of any other text (a table, a script) all that looks like a name or
 * an address is taken, also when it is a wrong one; the other words are counted.
 */
export function namesInText(text: string): ListedNames {
	const {lines, leftOut} = usedLines(text);
	const names = namePieces(lines.join('\n'));
	if (lines.every(each => !/[\s,;]/.test(each))) return {names, leftOut};
	const likely = names.filter(looksLikeAddress);
	return {names: likely, leftOut: {...leftOut, words: names.length - likely.length}};
}

/** In words for a notice: `the heading and 2 comments left out`; null when nothing was. */
export function describeLeftOut({comments, headings, descriptions, words}: LeftOut): string | null {
	const parts = [
		...(headings > 0 ? ['the heading'] : []),
		...(comments > 0 ? [`${comments} ${comments === 1 ? 'comment' : 'comments'}`] : []),
		...(descriptions > 0 ? [`${descriptions} ${descriptions === 1 ? 'description' : 'descriptions'}`] : []),
		...(words > 0 ? [`${words} other ${words === 1 ? 'word' : 'words'}`] : []),
	];
	const last = parts.pop();
	if (last === undefined) return null;
	return `${parts.length === 0 ? last : `${parts.join(', ')} and ${last}`} left out`;
}

/** The lines of a list that hold something, without its heading and its comments. */
export function usedLines(text: string): {readonly lines: readonly string[]; readonly leftOut: LeftOut} {
	const written = text
		.split(/\r\n|[\r\n]/)
		.map(each => each.trim())
		.filter(each => each !== '');
	const lines = written.map(each => each.replace(/(?:^|\s)#.*$/, '').trim()).filter(each => each !== '');
	const comments = written.length - lines.length;
	const [first = ''] = lines;
	const isHeaded = lines.length > 1 && isHeading(first);
	return {
		lines: isHeaded ? lines.slice(1) : lines,
		leftOut: {...nothingLeftOut, comments, headings: isHeaded ? 1 : 0},
	};
}

function isHeading(line: string): boolean {
	const cells = line
		.replaceAll('"', '')
		.split(/[\t,;]/)
		.map(each => each.trim().replace(/[-_]/g, ' '));
	if (!cells.some(each => columnWords.test(each))) return false;
	return cells.every(each => columnWords.test(each) || moreColumnWords.test(each));
}

/** `Printer Hall`: words with spaces between them; names and addresses may stand like that, too. */
function isDescription(cell: string): boolean {
	const pieces = namePieces(cell);
	return pieces.length > 1 && /[^\s,;]\s+[^\s,;]/.test(cell.trim()) && !pieces.every(looksLikeAddress);
}

/** A dot or a colon inside, or a wildcard; but no path, no option of a command and no mailbox. */
function looksLikeAddress(word: string): boolean {
	if (/^(?:email|uri|https?):/i.test(word)) return true;
	return /[.:]\S|^\*/.test(word) && !/[\\/@]|^-/.test(word);
}
