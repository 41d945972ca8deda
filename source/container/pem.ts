// Text → the blocks of PEM in it, with whatever stands around them (RFC 7468, section 2; RFC 1421 for old headers).
import {bytesFromBase64} from './text.js';

export type PemBlock = {
	/** `CERTIFICATE`, `RSA PRIVATE KEY`, … */
	readonly label: string;
	/** The bytes; null when what stands there is not base64, or the block does not end. */
	readonly bytes: Uint8Array | null;
	/** DEK-Info of a key that OpenSSL encrypted before PKCS #8: `AES-256-CBC,0A1B…`; null without it. */
	readonly dekInfo: string | null;
	/** From OpenSSL's "Bag Attributes" before the block; null without them. */
	readonly friendlyName: string | null;
	readonly provider: string | null;
};

const begin = '-----BEGIN ';
const end = '-----END ';
const dashes = '-----';

/** A PFX with a long chain is some 30 KB of base64. */
const longestBody = 1_048_576;

/**
 * The blocks in their order, at most `most` of them. Each mark is looked for once: a text with a million beginnings
 * takes no longer than any other.
 */
export function readPem(text: string, most: number): PemBlock[] {
	const blocks: PemBlock[] = [];
	const beginAfter = finder(text, begin);
	const endAfter = finder(text, end);
	let before = 0;
	for (let start = beginAfter(0); start !== -1 && blocks.length < most; start = beginAfter(before)) {
		const [label] = /^[A-Z0-9 #]{1,64}(?=-----)/.exec(text.slice(start + begin.length, start + 100)) ?? [];
		if (label === undefined) {
			before = start + begin.length;
			continue;
		}
		const attributes = readBagAttributes(text.slice(Math.max(before, start - mostAttributeText), start));
		const bodyStart = start + begin.length + label.length + dashes.length;
		const bodyEnd = endAfter(bodyStart);
		const next = beginAfter(bodyStart);
		if (bodyEnd === -1 || (next !== -1 && next < bodyEnd) || bodyEnd - bodyStart > longestBody) {
			blocks.push({label, bytes: null, dekInfo: null, ...attributes});
			before = bodyStart;
			continue;
		}
		blocks.push({label, ...readBody(text.slice(bodyStart, bodyEnd)), ...attributes});
		before = bodyEnd + end.length;
	}
	return blocks;
}

/** Where `mark` stands next at or after an offset, -1 for nowhere; offsets must not go back. */
function finder(text: string, mark: string): (from: number) => number {
	let found = text.indexOf(mark);
	return from => {
		if (found !== -1 && found < from) found = text.indexOf(mark, from);
		return found;
	};
}

/** Headers end at an empty line; a text copied out of JSON has `\n` in two characters. */
function readBody(body: string): Pick<PemBlock, 'bytes' | 'dekInfo'> {
	const lines = body.replaceAll('\\r', '').replaceAll('\\n', '\n').trimStart().split('\n');
	const hasHeaders = lines[0]?.includes(':') === true;
	const bodyFrom = hasHeaders ? lines.findIndex(line => line.trim() === '') : 0;
	if (bodyFrom === -1) return {bytes: null, dekInfo: null};
	const dekInfo = lines.slice(0, bodyFrom).find(line => line.startsWith('DEK-Info:'));
	return {
		bytes: bytesFromBase64(lines.slice(bodyFrom).join('\n')),
		dekInfo: dekInfo?.slice('DEK-Info:'.length).trim() ?? null,
	};
}

/** More than OpenSSL writes between two blocks. */
const mostAttributeText = 4096;

function readBagAttributes(text: string): Pick<PemBlock, 'friendlyName' | 'provider'> {
	const attribute = (name: RegExp) => name.exec(text)?.[1]?.trim() ?? null;
	return {
		friendlyName: attribute(/^[ \t]*friendlyName:[ \t]*(\S[^\r\n]*)$/m),
		provider: attribute(/^[ \t]*Microsoft CSP Name:[ \t]*(\S[^\r\n]*)$/m),
	};
}
