// What somebody calls a target: a file, a host, `host:port` or an https URL.
import type {Endpoint} from '../connect/endpoint.js';
import {absolutePath} from '../files/typed-path.js';
import {parseDnsName} from '../plan/dns-name.js';
import {addressFault, canonicalAddress, looksLikeAddress} from '../plan/ip-address.js';
import {cleanName} from '../plan/split-names.js';
import {error, type Problem} from '../problem/problem.js';
import {quoted} from '../problem/visible.js';

export type FileTarget = {
	readonly type: 'file';
	readonly text: string /** Absolute. */;
	readonly path: string;
};
export type ServerTarget = {readonly type: 'server'; readonly text: string; readonly endpoint: Endpoint};
export type Target = FileTarget | ServerTarget;

const usage = (message: string, hint: string | null = null): Problem => error('usage', message, {hint});

/** Where Job Service listens unless it is told otherwise. */
export const defaultPort = 5000;

const fileEndings = /\.(?:pfx|p12|cer|crt|der|pem|p7b|p7c|csr|req|key|txt)$/i;

/** A path, or a name that ends as certificates do. What else is a file is written as one: `./server`. */
function isFile(text: string): boolean {
	if (/^[a-z][a-z\d+.-]*:\/\//i.test(text) || /^[^\\/]+:(?:\d+\/|[^\\/]*@)/.test(text)) return false;
	return /[\\/]|^[.~]/.test(text) || fileEndings.test(text);
}

/** Windows' dialogs put marks of the writing direction before what is copied from them: paths, thumbprints. */
export function withoutMarks(text: string): string {
	return text.replace(/^[\u200e\u200f\u202a-\u202e\ufeff]+/, '');
}

/** Reads one target; relative paths start at `cwd`, `~` is the home folder. A problem is wrong usage. */
export function parseTarget(text: string, cwd: string): Target | Problem {
	const bare = withoutMarks(text);
	if (isFile(bare)) return {type: 'file', text, path: absolutePath(bare, cwd)};
	const endpoint = parseEndpoint(text);
	return 'host' in endpoint ? {type: 'server', text, endpoint} : endpoint;
}

/**
 * Reads one server: a host, `host:port` or an https URL; without a port it is Job Service's. A problem is wrong usage, and
 * never repeats what may be a password: `user:password@host`.
 */
export function parseEndpoint(typed: string): Endpoint | Problem {
	const text = cleanName(typed);
	const read = readEndpoint(text);
	if ('host' in read || !text.includes('@')) return read;
	return usage(
		'a server is named without a user and a password: nobody is logged in',
		'give what stands behind the @: a host, host:port or an https URL',
	);
}

function readEndpoint(text: string): Endpoint | Problem {
	const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
	if (scheme !== undefined && scheme !== 'https')
		return usage(
			`${quoted(text)} has no certificate to look at`,
			'give a file, a host, host:port or an https URL',
		);
	const rest = scheme === undefined ? text : text.slice('https://'.length);
	const whole = canonicalAddress(rest);
	if (whole !== null) return {host: whole, port: defaultPort};
	const [, bracketed, plain = '', digits] =
		/^(?:\[([^\]]*)\]|([^:/?#[\]]*))(?::([^:/?#]*))?(?:[/?#].*)?$/s.exec(rest) ?? [];
	const isPort = digits === undefined ? !hasTwoPorts(rest) : /^\d+$/.test(digits);
	const port = isPort ? Number(digits ?? defaultPort) : 0;
	if (port < 1 || port > 65_535) return usage(`${quoted(text)} has no possible port`, 'ports are 1 to 65535');
	const host = hostOf(text, bracketed, plain);
	return typeof host === 'string' ? {host, port} : host;
}

/** `js1:5000:1`, and no address that is not well written. */
function hasTwoPorts(text: string): boolean {
	return /^(?:\[[^\]]*\]|[^:/?#[\]]+):[^:/?#]*:/.test(text) && !looksLikeAddress(text);
}

function hostOf(text: string, bracketed: string | undefined, plain: string): string | Problem {
	const written = bracketed ?? plain;
	const address = canonicalAddress(written);
	if (address !== null) return address;
	if (bracketed !== undefined || looksLikeAddress(written === '' ? text : written))
		return usage(`${quoted(text)} is not an IPv4 or IPv6 address`, addressFault(written));
	const {value, problems} = parseDnsName(written.replace(/(.)\.$/, '$1'));
	if (value === null || value.startsWith('*'))
		return usage(
			problems[0]?.message ?? `${quoted(text)} is not one server`,
			'a target is a file, a host, host:port or an https URL',
		);
	return value;
}
