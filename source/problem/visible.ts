// Text from files and servers with its control characters made visible, so that it cannot steer a terminal.

/** C0, DEL, C1, line and paragraph separators, and the bidirectional and zero-width controls. */
const steering =
	/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Returns `text` with every control or invisible character as `\u{XX}`; what remains is safe to print on one line. */
export function visible(text: string): string {
	return text.replace(steering, each => `\\u{${each.charCodeAt(0).toString(16).padStart(2, '0')}}`);
}

/** `text` made visible and put in double quotes, for messages. */
export function quoted(text: string): string {
	return `"${visible(text)}"`;
}
