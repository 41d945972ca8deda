// Pasted or listed names → single texts.

/** Marks that copying leaves behind: byte order mark, direction marks, zero-width spaces. */
const invisible = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Takes off what cannot be seen: spaces around, and the marks that the MMC, browsers and editors copy along. */
export function cleanName(text: string): string {
	return text.replace(invisible, '').trim();
}

/**
 * Splits a list at commas, semicolons, white space, line ends and quotes. The labels in a certificate's details as
 * Windows and OpenSSL print them (`DNS Name=`, `IP Address:`) become `dns:` and so on. Order and case stay.
 */
export function namePieces(text: string): string[] {
	return cleanName(text)
		.replace(/\bDNS[ -]Name\s*=\s*/gi, '')
		.replace(/\bIP[ -]Address\s*[=:]\s*/gi, '')
		.replace(/\bRFC822[ -]Name\s*=\s*/gi, 'email:')
		.replace(/\bURL\s*=\s*/gi, 'uri:')
		.split(/[\s,;"'`\u00ab\u00bb\u2018-\u201f\u3001\uff0c\uff1b]+/u)
		.filter(piece => piece !== '');
}

/** The pieces of a list; what was there before is left out. */
export function splitNames(text: string): string[] {
	const seen = new Set<string>();
	return namePieces(text).filter(piece => {
		const key = piece.toLowerCase();
		return !seen.has(key) && seen.add(key);
	});
}
