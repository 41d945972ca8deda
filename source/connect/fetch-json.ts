// One small JSON document from a server that was reached already; nothing is verified, nothing is executed.
import type {IncomingMessage} from 'node:http';
import {request} from 'node:https';
import {isIP} from 'node:net';
import {type Endpoint, formatEndpoint, serverName} from './endpoint.js';

/** Far more than a discovery document or a list of keys has. */
const mostBytes = 262_144;
const mostRedirects = 3;

/** The document, or why there is none: a sentence's predicate, with whether the server just has no such document. */
export type Fetched = {readonly json: unknown} | {readonly missing: string} | {readonly failed: string};

export type FetchOptions = {
	/** The address of the host; it is not looked up again. */
	readonly address: string;
	readonly signal: AbortSignal;
};

/**
 * GET of an https URL of the endpoint's host. A redirect is followed on the same host only. Rejects with the signal's
 * reason when aborted.
 */
export async function fetchJson(url: URL, endpoint: Endpoint, options: FetchOptions): Promise<Fetched> {
	let next = url;
	for (let redirects = 0; redirects <= mostRedirects; redirects++) {
		const place = placeOf(next, endpoint);
		if (place !== 'here') return {missing: `sends us on to ${awayWords[place](next)}`};
		let answer: Answer;
		try {
			answer = await get(next, endpoint.host, options);
		} catch (cause) {
			options.signal.throwIfAborted();
			return {failed: `breaks off the request (${cause instanceof Error ? cause.message : ''})`};
		}
		if (typeof answer === 'string') return {missing: answer};
		if ('json' in answer) return answer;
		const location = URL.parse(answer.location, next.href);
		if (location === null) return {missing: `sends us on to ${awayWords.nowhere(next)}`};
		next = location;
	}
	return {missing: `sends us on more than ${mostRedirects} times`};
}

/** Where a URL leads, seen from a server; the port may be another one. */
export type Place = 'here' | 'here-without-tls' | 'elsewhere' | 'nowhere';

const awayWords: Readonly<Record<Exclude<Place, 'here'>, (url: URL) => string>> = {
	'here-without-tls': ({origin}) => `${origin}, without TLS, which is not followed`,
	elsewhere: ({host}) => `${host}, another host`,
	nowhere: () => 'an address that is none',
};

export function placeOf(url: URL, {host}: Endpoint): Place {
	if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'nowhere';
	if (bareHost(url) !== bareHost(new URL(`https://${formatEndpoint({host, port: 1})}`))) return 'elsewhere';
	return url.protocol === 'https:' ? 'here' : 'here-without-tls';
}

function bareHost(url: URL): string {
	return url.hostname.replace(/^\[|\]$|\.$/g, '').toLowerCase();
}

/** A document, the place where it is, or why there is none. */
type Answer = {readonly json: unknown} | {readonly location: string} | string;

function get(url: URL, host: string, {address, signal}: FetchOptions): Promise<Answer> {
	const {promise, resolve, reject} = Promise.withResolvers<Answer>();
	const sent = request({
		host: address,
		port: url.port === '' ? 443 : url.port,
		path: `${url.pathname}${url.search}`,
		servername: serverName({host, port: 0}),
		headers: {host: url.host, accept: 'application/json', connection: 'close'},
		family: isIP(address),
		agent: false,
		ciphers: 'DEFAULT@SECLEVEL=0',
		rejectUnauthorized: false,
		signal,
	});
	let hasAnswered = false;
	sent.once('error', reject);
	sent.once('response', response => {
		hasAnswered = true;
		readAnswer(response).then(resolve, reject);
	});
	// Switching protocols (RFC 9110, section 15.2.2): Node has neither a response nor an error for it.
	sent.once('upgrade', ({statusCode}, socket) => {
		socket.destroy();
		resolve(`answers with HTTP ${statusCode}`);
	});
	sent.once('close', () => {
		if (!hasAnswered) reject(new Error('no answer'));
	});
	sent.end();
	return promise.finally(() => sent.destroy());
}

async function readAnswer(response: IncomingMessage): Promise<Answer> {
	const {statusCode = 0, headers} = response;
	if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined)
		return {location: headers.location};
	if (statusCode !== 200) return `answers with HTTP ${statusCode}`;
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of response as AsyncIterable<Uint8Array>) {
		length += chunk.length;
		if (length > mostBytes) return `answers with more than ${mostBytes / 1024} KiB`;
		chunks.push(chunk);
	}
	try {
		return {json: JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(Buffer.concat(chunks)))};
	} catch {
		return 'answers with something that is not JSON';
	}
}
