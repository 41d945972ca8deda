// Plain values → YAML text, quoted wherever YAML 1.1 or 1.2 would take text for something else.
import {Document, Scalar} from 'yaml';
import type {PlainValue} from './plain-value.js';

/** A whole file in block style, with a line end after each line. */
export function writeYaml(value: PlainValue): string {
	return write(value);
}

/** `key: value` in block style, each line after the first indented; no line end after the last one. */
export function writePair(key: string, value: PlainValue, indent: string, lineEnd: string): string {
	return indented(write({[key]: value}), indent, lineEnd);
}

/** `- value` in the same way. */
export function writeItem(value: PlainValue, indent: string, lineEnd: string): string {
	return indented(write([value]), indent, lineEnd);
}

/** A scalar on one line, quoted as `style` was where that is possible; `isInFlow`: inside brackets or braces. */
export function writeScalar(
	value: string | number | boolean | null,
	style: Scalar['type'] | undefined,
	isInFlow: boolean,
): string {
	if (typeof value !== 'string') return String(value);
	const scalar = new Scalar(value);
	scalar.type = style === 'QUOTE_SINGLE' ? style : 'QUOTE_DOUBLE';
	const quoted = write(scalar).trimEnd();
	if (style === 'QUOTE_SINGLE' || style === 'QUOTE_DOUBLE') return quoted;
	const plain = write(value).trimEnd();
	return plain === value && !(isInFlow && /[,[\]{}]/.test(value)) ? plain : quoted;
}

function write(value: PlainValue | Scalar): string {
	// compat: a value such as `no` is text for us, and a boolean for other programs.
	const document = new Document(value, {compat: 'yaml-1.1', aliasDuplicateObjects: false});
	return document.toString({lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER});
}

function indented(text: string, indent: string, lineEnd: string): string {
	const [first = '', ...others] = text.trimEnd().split('\n');
	return [first, ...others.map(line => (line === '' ? line : indent + line))].join(lineEnd);
}
