// The text of a profile as that of another one: without what only holds for the file that it was; pure.

const schemaComment = /^#\s*yaml-language-server:\s*\$schema=(?!https?:)/;

/** How the descriptions of shipped profiles begin that hold examples. */
const exampleMark = /^Example to copy: (.)/;

export type CopyOptions = {
	/** The line by which editors find the schema, with its line end; null where there is none to be found. */
	readonly schemaLine: string | null;
	/** The shipped profile that it was: what it says of itself at its top does not hold for the copy. Null: none. */
	readonly shipped: string | null;
};

/** The text of the copy. What stands directly above a key belongs to that key, and stays. */
export function textOfCopy(text: string, {schemaLine, shipped}: CopyOptions): string {
	const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
	const {head, rest} = apart(text.replace(/^\ufeff/, '').split(/\r?\n/));
	const own = head.filter(each => !schemaComment.test(each)).join(lineEnd);
	const top = shipped === null ? own : `# Made from "${shipped}", which ships with safeq-cert-tui.`;
	const parts = [schemaLine ?? '', top].map(each => each.trim()).filter(each => each !== '');
	return [...parts, rest.join(lineEnd)].join(lineEnd + lineEnd);
}

/** A description that says that it is an example, for a profile that is none any more. */
export function descriptionOfCopy(description: string | null): string | null {
	return description?.replace(exampleMark, (_, first: string) => first.toUpperCase()) ?? null;
}

/** The comments at the top, up to the last empty line before the first key; and all else. */
function apart(lines: readonly string[]): {
	readonly head: readonly string[];
	readonly rest: readonly string[];
} {
	const first = lines.findIndex(each => each.trim() !== '' && !each.startsWith('#'));
	const before = lines.slice(0, first < 0 ? lines.length : first);
	const end = before.findLastIndex(each => each.trim() === '') + 1;
	const cut = end === 0 && schemaComment.test(lines[0] ?? '') ? 1 : end;
	return {head: lines.slice(0, cut), rest: lines.slice(cut)};
}
