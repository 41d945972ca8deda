// Text from files and servers with its control characters made visible, so that it cannot steer a terminal.

/** Control and format characters (direction, zero width, tags), line and paragraph separators, halves of pairs. */
const steering = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u2065\ufff0-\ufff8]/gu;

/** Returns `text` with every control or invisible character as `\u{XX}`; what remains is safe to print on one line. */
export function visible(text: string): string {
	return text.replace(steering, each => `\\u{${(each.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}}`);
}

/** A message repeats no more of what was written: a profile may hold a megabyte in one value. */
const longestQuote = 256;

/** `text` made visible and put in double quotes, for messages; the end of a very long one is left out. */
export function quoted(text: string): string {
	const start = text.slice(0, longestQuote).replace(/[\ud800-\udbff]$/, '');
	const shown = text.length > longestQuote ? `${start}…` : text;
	return `"${visible(shown)}"`;
}
