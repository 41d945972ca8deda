// What YAML does to people: text without quotes that it takes for an alias, an anchor or a mapping.
import type {Alias, YAMLMap} from 'yaml';
import {error, type Problem} from '../problem/problem.js';
import {quoted} from '../problem/visible.js';
import type {Locate} from './compose.js';
import {mayHoldSecret} from './secret.js';

/** Where a value stands: the file's text, and whether a bracket or brace is open around it. */
export type Surroundings = {
	readonly text: string;
	readonly locate: Locate;
	/** True where a comma ends a value. */
	readonly isInFlow: boolean;
};

/** `{fqdn}` and its like: in braces, and no key with a colon. */
export function isBraced(node: YAMLMap.Parsed): boolean {
	return node.flow === true && node.items.length > 0 && node.items.every(item => item.value === null);
}

/** The problem of `{fqdn}`; the hint holds all that stands there, such as `{hostname}.company.com`. */
export function bracesProblem({range}: YAMLMap.Parsed, {text, locate, isInFlow}: Surroundings): Problem {
	const [start, end] = range;
	const whole = safeSource(text, start, valueEnd(text, end, isInFlow));
	return unquoted('yaml-braces', safeSource(text, start, end), 'a mapping', whole, locate(start));
}

/** The problem of `*.company.com`. */
export function aliasProblem({source, range}: Alias.Parsed, {text, locate}: Surroundings): Problem {
	const [start] = range;
	const name = `*${source.replace(/:$/, '')}`;
	const written = safeSource(text, start, start + name.length);
	return unquoted('yaml-alias', written, 'an alias', written, locate(start));
}

/** The problem of `&name` in front of the value that starts at `valueStart`. */
export function anchorProblem(anchor: string, valueStart: number, {text, locate}: Surroundings): Problem {
	const start = Math.max(0, text.lastIndexOf(`&${anchor}`, valueStart));
	const written = safeSource(text, start, start + anchor.length + 1);
	return {
		...unquoted('yaml-alias', written, 'an anchor', null, locate(start)),
		hint: 'put quotes around the text; values are shared by "extends" and "certificates"',
	};
}

/** The key of a value stands nearer to it than so many characters. */
const farEnough = 1000;

/** A piece of the source when it stands on one line and is safe to repeat in a message, else null. */
export function safeSource(text: string, start: number, end: number): string | null {
	const source = text.slice(start, end).trim();
	if (source.length > 100 || /[\r\n]/.test(source)) return null;
	// A whole profile can stand on one line: looking back to its start for every value would take minutes.
	const before = text.slice(Math.max(0, start - farEnough), start);
	const line = before.slice(before.lastIndexOf('\n') + 1);
	return mayHoldSecret(line + text.slice(start, end)) ? null : source;
}

function unquoted(
	code: 'yaml-braces' | 'yaml-alias',
	written: string | null,
	taken: string,
	meant: string | null,
	place: Problem['place'],
): Problem {
	const what = written === null ? 'this' : quoted(written);
	return error(code, `${what} without quotes is ${taken} in YAML, not text`, {
		hint: meant === null ? 'put quotes around the text' : `put quotes around it: "${meant}"`,
		place,
	});
}

/** Where the text that people meant ends: at the end of the line or at a comment, in brackets at a comma. */
function valueEnd(text: string, from: number, isInFlow: boolean): number {
	const rest = text.slice(from, from + 200);
	const meant = isInFlow ? /^(?:(?!\s#)[^\r\n,\]}])*/ : /^(?:(?!\s#)[^\r\n])*/;
	return from + (meant.exec(rest)?.[0].length ?? 0);
}
