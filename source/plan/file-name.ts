// Any text → a file name that every system takes, and that never leaves its folder.
import {quoted} from '../problem/visible.js';
import {isDeviceName} from '../profile/path.js';
import {decided, type Outcome, refused} from './outcome.js';

/** Leaves room for an ending and the suffix of a temporary file within the 255 bytes that file systems allow. */
const maxFileNameBytes = 200;

/** Path separators and what Windows forbids, control, direction and invisible characters, halves of surrogate pairs. */
const forbidden = /[/\\:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const utf8Length = (text: string) => new TextEncoder().encode(text).length;

function trimmedEnds(text: string): string {
	return text.replace(/^[\s.]+/, '').replace(/[\s.]+$/, '');
}

/** A file name without an ending: NFC, never empty, at most 200 bytes of UTF-8. Safe names come back as they are. */
export function toFileName(text: string): string {
	let name = '';
	let bytes = 0;
	for (const character of trimmedEnds(text.normalize('NFC').replace(forbidden, '_'))) {
		bytes += utf8Length(character);
		// One byte is left for the underscore in front of a device name.
		if (bytes >= maxFileNameBytes) break;
		name += character;
	}
	name = trimmedEnds(name);
	if (name === '') return 'certificate';
	return isDeviceName(name) ? `_${name}` : name;
}

/** Checks a `fileName` that somebody wrote, placeholders filled in: it must be safe already, and have no ending. */
export function checkFileName(text: string): Outcome<string> {
	const name = text.normalize('NFC').trim();
	const safe = toFileName(name.replace(/\.(pfx|p12|cer|crt|pem)$/i, ''));
	if (name === safe) return decided(name);
	return refused('bad-file-name', `${quoted(text)} ${whyUnsafe(name)}`, `did you mean ${quoted(safe)}?`);
}

function whyUnsafe(name: string): string {
	if (/\.(pfx|p12|cer|crt|pem)$/i.test(name)) return 'has an ending, which is added for each output';
	if (/[/\\]/.test(name)) return 'is a path, and files are written to one folder';
	if (name === '') return 'is no name';
	const [found] = name.match(forbidden) ?? [];
	if (found !== undefined)
		return /[:*?"<>|]/.test(found)
			? `has a ${found}, which no file name on Windows can have`
			: 'has a character that is not seen, and that not every system takes in a file name';
	if (isDeviceName(name)) return 'is the name of a device on Windows, and never of a file';
	return trimmedEnds(name) === name
		? `is longer than the ${maxFileNameBytes} bytes that fit everywhere`
		: 'begins or ends with a dot, which Windows takes away';
}
