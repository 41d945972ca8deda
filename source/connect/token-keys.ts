// The token keys that an identity server publishes: the only way to see its signing certificate from outside.
import {orAborted, secondsText, startDeadline} from './deadline.js';
import {type Endpoint, formatEndpoint} from './endpoint.js';
import {type Fetched, fetchJson, type Place, placeOf} from './fetch-json.js';
import {isObject, readJsonWebKeys, type TokenKey} from './json-web-keys.js';

export type TokenKeys =
	| {readonly status: 'published'; readonly keys: readonly TokenKey[]}
	/** The server answers, and has none for us. */
	| {readonly status: 'none'; readonly reason: string}
	/** It could not be found out. */
	| {readonly status: 'failed'; readonly reason: string};

export type TokenKeyOptions = {
	/** The address that answered. */
	readonly address: string;
	readonly timeoutMs: number;
	readonly signal?: AbortSignal;
};

/**
 * Asks a server for its keys (OpenID Connect Discovery 1.0, section 4; RFC 7517), and no other one than this. Reasons
 * are predicates of a sentence about the server. Rejects only when aborted from outside.
 */
export async function tokenKeys(endpoint: Endpoint, options: TokenKeyOptions): Promise<TokenKeys> {
	const deadline = startDeadline(options.timeoutMs, options.signal);
	try {
		const {signal} = deadline;
		return await orAborted(look(endpoint, {address: options.address, signal}), signal);
	} catch (cause) {
		if (!deadline.isOver()) throw cause;
		return {
			status: 'failed',
			reason: `does not tell its token keys within ${secondsText(options.timeoutMs)}`,
		};
	} finally {
		deadline.clear();
	}
}

const awayWords: Readonly<Record<Exclude<Place, 'here'>, (url: URL) => string>> = {
	// What comes without TLS may come from anybody on the way.
	'here-without-tls': ({origin}) =>
		`at ${origin}, without TLS, where they are not read: is there a proxy before it that ends TLS?`,
	elsewhere: ({host}) => `elsewhere, at ${host}: look at that server`,
	nowhere: () => 'at an address that is none',
};

async function look(
	endpoint: Endpoint,
	options: {readonly address: string; readonly signal: AbortSignal},
): Promise<TokenKeys> {
	const base = new URL(`https://${formatEndpoint(endpoint)}`);
	const found = await fetchJson(new URL('/.well-known/openid-configuration', base), endpoint, options);
	if (!('json' in found)) return notFound(found, 'for its OpenID configuration');
	const written = isObject(found.json) ? found.json.jwks_uri : undefined;
	const uri = typeof written === 'string' ? URL.parse(written, base.href) : null;
	if (uri === null) return {status: 'none', reason: 'publishes an OpenID configuration without jwks_uri'};
	const place = placeOf(uri, endpoint);
	if (place !== 'here') return {status: 'none', reason: `publishes its token keys ${awayWords[place](uri)}`};
	const set = await fetchJson(uri, endpoint, options);
	if (!('json' in set)) return notFound(set, 'for its token keys');
	const keys = readJsonWebKeys(set.json);
	if (keys === null) return {status: 'none', reason: 'publishes something that is no JSON Web Key Set'};
	if (keys.length === 0) return {status: 'none', reason: 'publishes an empty list of token keys'};
	// What cannot be read is not another key than the expected one: it is not known.
	const readable = keys.filter(isReadable);
	return readable.length === 0
		? {status: 'failed', reason: 'publishes token keys that cannot be read'}
		: {status: 'published', keys: readable};
}

/** True when there is anything to tell a key from others by. */
function isReadable({thumbprint, sha256, spki}: TokenKey): boolean {
	return thumbprint !== null || sha256 !== null || spki !== null;
}

function notFound(fetched: Exclude<Fetched, {readonly json: unknown}>, what: string): TokenKeys {
	return 'missing' in fetched
		? {status: 'none', reason: `${fetched.missing} when asked ${what}`}
		: {status: 'failed', reason: `${fetched.failed} when asked ${what}`};
}
