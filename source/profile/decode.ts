// The bytes of a file as text: UTF-8, or UTF-16 with a byte order mark, as editors and PowerShell write it.
import {error, type Problem, wholeFile} from '../problem/problem.js';
import {maxProfileBytes} from './disk.js';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

const encodingHint = 'save the file as UTF-8';

/** The text without its byte order mark, or the one problem that keeps the bytes from being text. */
export function decodeProfile(bytes: Uint8Array, file: string): string | Problem {
	const whole = wholeFile(file);
	if (bytes.length > maxProfileBytes)
		return error('file-too-large', 'a profile is at most 1 MiB', {place: whole});
	const encoding = encodingOf(bytes);
	let text: string;
	try {
		text = new TextDecoder(encoding, {fatal: true}).decode(bytes);
	} catch {
		const place = encoding === 'utf-8' ? {file, ...firstInvalid(bytes)} : whole;
		const name = encoding === 'utf-8' ? 'UTF-8' : 'UTF-16';
		return error('bad-encoding', `the file is not valid ${name}`, {hint: encodingHint, place});
	}
	const nul = text.indexOf('\0');
	if (nul === -1) return text;
	const looksWide = (bytes[0] === 0) !== (bytes[1] === 0);
	return looksWide
		? error('bad-encoding', 'the file is UTF-16 without a byte order mark', {
				hint: encodingHint,
				place: whole,
			})
		: error('bad-encoding', 'the file holds a NUL byte', {place: {file, ...positionAt(text, nul)}});
}

function encodingOf(bytes: Uint8Array): Encoding {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	return 'utf-8';
}

/** Finds the first line that is not UTF-8: a line end is never part of a longer sequence. */
function firstInvalid(bytes: Uint8Array): {line: number; column: number} {
	const strict = new TextDecoder('utf-8', {fatal: true});
	for (let line = 1, start = 0; ; line++) {
		const lineEnd = bytes.indexOf(0x0a, start);
		const end = lineEnd === -1 ? bytes.length : lineEnd;
		const written = bytes.subarray(start, end);
		try {
			strict.decode(written);
		} catch {
			return {line, column: validCharacters(written) + 1};
		}
		if (lineEnd === -1) return {line, column: 1};
		start = end + 1;
	}
}

/** How many characters stand before the first byte that is not UTF-8. */
function validCharacters(line: Uint8Array): number {
	const replaced = new TextDecoder('utf-8').decode(line);
	for (let at = replaced.indexOf('\ufffd'); at !== -1; at = replaced.indexOf('\ufffd', at + 1)) {
		const before = new TextEncoder().encode(replaced.slice(0, at)).length;
		const isWritten = line[before] === 0xef && line[before + 1] === 0xbf && line[before + 2] === 0xbd;
		if (!isWritten) return at;
	}
	return 0;
}

function positionAt(text: string, offset: number): {line: number; column: number} {
	const before = text.slice(0, offset);
	return {line: before.split('\n').length, column: offset - before.lastIndexOf('\n')};
}
