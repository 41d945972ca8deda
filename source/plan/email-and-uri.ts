// The two rarer kinds of SAN entries: rfc822Name and uniformResourceIdentifier (RFC 5280, section 4.2.1.6).
import {quoted} from '../problem/visible.js';
import {parseDnsName} from './dns-name.js';
import {canonicalAddress} from './ip-address.js';
import {decided, type Outcome, refused} from './outcome.js';

/** `local@domain` → the same with the domain as lower-case A-labels; the local part is ASCII without quotes. */
export function parseEmailAddress(text: string): Outcome<string> {
	const refuse = (reason: string) =>
		refused('bad-email', `${quoted(text)} is not an e-mail address for a certificate: ${reason}`);
	const [, local = '', domain = ''] = /^(.*)@(.*)$/s.exec(text) ?? [];
	if (local === '' || domain === '') return refuse('expected name@company.com');
	if (!/^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/.test(local))
		return refuse(
			"before the @ only ASCII letters, digits and !#$%&'*+-/=?^_`{|}~ with single dots are possible",
		);
	if (local.length > 64) return refuse('before the @ at most 64 characters are allowed');
	const name = parseDnsName(domain);
	if (name.value === null || name.value.startsWith('*')) return refuse(`${quoted(domain)} is not a DNS name`);
	return decided(`${local}@${name.value}`);
}

/** An absolute URI in ASCII; where it names a host, that is a DNS name or an address. Kept as written. */
export function parseUri(text: string): Outcome<string> {
	const refuse = (reason: string, hint: string | null = null) =>
		refused('bad-uri', `${quoted(text)} is not a URI for a certificate: ${reason}`, hint);
	if (!/^[a-z][a-z0-9+.-]*:./is.test(text))
		return refuse('a scheme comes first', 'like https://srv01.company.com/');
	if (!/^[\x21-\x7e]*$/.test(text))
		return refuse('only ASCII without spaces is possible', 'write other characters as %XX');
	const wrong = /["<>\\^`{|}]|%(?![0-9a-f]{2})/i.exec(text);
	if (wrong !== null) return refuse(`${quoted(wrong[0])} is not allowed there`, 'write it as %XX');
	const authority = /^[^:]*:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)(?::\d*)?(?:[/?#]|$)/.exec(text);
	if (authority === null) return /^[^:]*:\/\//.test(text) ? refuse('its host cannot be read') : decided(text);
	const host = (authority[1] ?? '').replace(/^\[(.*)\]$/, '$1');
	if (host === '' && text.toLowerCase().startsWith('file:')) return decided(text);
	if (canonicalAddress(host) === null && parseDnsName(host).value === null)
		return refuse(`${quoted(host)} is neither a DNS name nor an address`);
	return decided(text);
}
