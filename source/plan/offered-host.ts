// The host inside a URL, `host:port`, a path or a bracketed address: what somebody probably meant.
import {parseDnsName} from './dns-name.js';
import {canonicalAddress, looksLikeAddress} from './ip-address.js';

/** True for a path that begins with a drive of Windows: `C:\certs\js1.pfx`. */
export function isDrivePath(text: string): boolean {
	return /^[a-z]:[\\/]/i.test(text);
}

/**
 * The name or address in a pasted `https://srv01:5000/path`, `srv01:5000`, `\\srv01\share`, `[::1]:5000` or `srv01.`,
 * in its canonical form; null when the text is a name already, or holds none.
 */
export function offeredHost(text: string): string | null {
	const trimmed = text.trim();
	// A drive is no host.
	if (isDrivePath(trimmed)) return null;
	const url = /^(?:[a-z][a-z0-9+.-]*:\/\/|\\\\|\/\/)(?:[^@/\\]*@)?/i.exec(trimmed)?.[0] ?? '';
	// Networks and zones name no single host.
	if (url === '' && (/%|^[\da-f.:]+\/\d+$/i.test(trimmed) || canonicalAddress(trimmed) !== null)) return null;
	const rest = trimmed.slice(url.length);
	const [, bracketed, plain = ''] =
		/^(?:\[([^\]]*)\]|([^:/?#\\]*))(?::\d*)?(?:[/?#\\].*)?$/s.exec(rest) ?? [];
	const host = (bracketed ?? plain).replace(/\.$/, '');
	if (host === '' || host === trimmed) return null;
	const address = canonicalAddress(host);
	if (address !== null) return address;
	return looksLikeAddress(host) ? null : parseDnsName(host).value;
}
