// One attribute value in the text of a name: plain with escapes, quoted, or hexadecimal (RFC 4514, section 3).
import {quoted} from '../problem/visible.js';
import {decided, type Outcome, refused} from './outcome.js';

export type AttributeValueText = {
	readonly text: string;
	/** Position after the value and the spaces behind it: a separator, or the end. */
	readonly end: number;
};

const separators = ',;+\r\n';

function decodeUtf8(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
	} catch {
		return null;
	}
}

function hexBytes(hex: string): Uint8Array {
	return Uint8Array.from(hex.match(/../g) ?? [], pair => Number.parseInt(pair, 16));
}

/** `\` and a character that has a meaning, or a run of `\xx` which is UTF-8; null when it is neither. */
function scanEscape(text: string, start: number): AttributeValueText | null {
	const pairs = /(?:\\[0-9a-f]{2})+/iy;
	pairs.lastIndex = start;
	const run = pairs.exec(text)?.[0];
	if (run !== undefined) {
		const decoded = decodeUtf8(hexBytes(run.replaceAll('\\', '')));
		return decoded === null ? null : {text: decoded, end: start + run.length};
	}
	const next = text[start + 1];
	return next !== undefined && ' "#+,;<=>\\'.includes(next) ? {text: next, end: start + 2} : null;
}

function badEscape(text: string, start: number): Outcome<never> {
	return refused(
		'bad-subject',
		`the backslash before ${quoted(text.slice(start + 1, start + 3))} means nothing in a name`,
		'write a backslash as \\\\',
	);
}

/** Quoted as in RFC 1779 and by Windows, which doubles a quote inside. */
function scanQuoted(text: string, start: number): Outcome<AttributeValueText> {
	let value = '';
	let at = start + 1;
	for (;;) {
		const character = text[at];
		if (character === undefined)
			return refused(
				'bad-subject',
				`the quote before ${quoted(text.slice(start + 1, start + 21))} is not closed`,
			);
		if (character === '"' && text[at + 1] !== '"') break;
		// Windows knows no backslash inside quotes, so one that escapes nothing stands for itself.
		const escaped = character === '\\' ? scanEscape(text, at) : null;
		value += escaped?.text ?? character;
		at = escaped?.end ?? at + (character === '"' ? 2 : 1);
	}
	const rest = /"[^\S\r\n]*/y;
	rest.lastIndex = at;
	rest.test(text);
	const behind = text[rest.lastIndex];
	if (behind !== undefined && !separators.includes(behind))
		return refused('bad-subject', `there is text behind the quoted value ${quoted(value)}`);
	return decided({text: value, end: rest.lastIndex});
}

/** `#` and the BER of a string: UTF8String, NumericString, PrintableString, IA5String or BMPString, short form. */
function scanHexadecimal(text: string, start: number): Outcome<AttributeValueText> {
	const written = /#([0-9a-f]*)\s*/iy;
	written.lastIndex = start;
	const hex = written.exec(text)?.[1] ?? '';
	const end = written.lastIndex;
	const [tag = 0, length = 0, ...content] = hexBytes(hex);
	const complete = hex.length >= 4 && hex.length % 2 === 0 && length < 0x80 && content.length === length;
	const bytes = Uint8Array.from(content);
	let value: string | null = null;
	if (complete && [0x0c, 0x12, 0x13, 0x16].includes(tag)) value = decodeUtf8(bytes);
	if (complete && tag === 0x1e && length % 2 === 0)
		value = String.fromCharCode(
			...Array.from(
				{length: length / 2},
				(_, index) => ((bytes[2 * index] ?? 0) << 8) | (bytes[2 * index + 1] ?? 0),
			),
		);
	const behind = text[end];
	if (value === null || (behind !== undefined && !separators.includes(behind)))
		return refused(
			'bad-subject',
			`the value ${quoted(`#${hex}`)} is not the hexadecimal form of a string`,
			'for a value that begins with # write \\#',
		);
	return decided({text: value, end});
}

/** Scans the value that begins at `start`, with spaces around it that do not count unless they are escaped. */
export function scanAttributeValue(text: string, start: number): Outcome<AttributeValueText> {
	const space = /[^\S\r\n]*/y;
	space.lastIndex = start;
	space.test(text);
	let at = space.lastIndex;
	if (text[at] === '"') return scanQuoted(text, at);
	if (text[at] === '#') return scanHexadecimal(text, at);
	let value = '';
	let kept = 0;
	for (;;) {
		const character = text[at];
		if (character === undefined || separators.includes(character)) break;
		if (character === '"')
			return refused('bad-subject', `there is a quote in the middle of ${quoted(value)}`, 'write it as \\"');
		if (character === '\\') {
			const escaped = scanEscape(text, at);
			if (escaped === null) return badEscape(text, at);
			value += escaped.text;
			kept = value.length;
			at = escaped.end;
		} else {
			value += character;
			if (/\S/.test(character)) kept = value.length;
			at++;
		}
	}
	return decided({text: value.slice(0, kept), end: at});
}
