// Names and addresses from elsewhere: this computer, DNS, what a server presents, a certificate, a PFX, a text.
import path from 'node:path';
import type {Certificate} from '../certificate/certificate.js';
import {readCertificate} from '../certificate/read.js';
import {presented} from '../connect/presented.js';
import {readContent} from '../container/content.js';
import {decodeText} from '../files/decode-text.js';
import {readBytes} from '../files/read-bytes.js';
import {typedPath} from '../files/typed-path.js';
import type {Machine} from '../machine/machine.js';
import {startsLikePfx} from '../pfx/starts-like-pfx.js';
import {writtenName} from '../plan/general-name.js';
import {type LeftOut, namesInText} from '../plan/listed-names.js';
import {error, type Problem, ProblemError} from '../problem/problem.js';
import {quoted} from '../problem/visible.js';
import {readAside} from './content-aside.js';
import {readPresented} from './read-presented.js';
import {parseEndpoint} from './target.js';
import {withResolver} from './with-resolver.js';

/** Where names can come from; `file` is a certificate, a PFX or a text, as it turns out. */
export type NameSource =
	| {readonly from: 'this-computer'}
	| {readonly from: 'dns'; readonly name: string}
	/** A host, with a port if it has one. */
	| {readonly from: 'server'; readonly text: string}
	/** As somebody typed it. */
	| {readonly from: 'file' | 'certificate' | 'text'; readonly path: string; readonly password: string | null};

export type FoundNames = {
	/** As a profile writes them. */
	readonly names: readonly string[];
	/** What the source is called in a sentence. */
	readonly from: string;
	/** Of a text; without it all was taken. */
	readonly leftOut?: LeftOut;
};

export type NoNames = {
	readonly problem: Problem;
	/** True when it is a PFX, and there was no password or a wrong one. */
	readonly needsPassword: boolean;
};

export type NameSurroundings = {
	readonly machine: Machine;
	readonly cwd: string;
	readonly signal: AbortSignal;
};

/** Certificates, key containers and lists of names are small. */
const fileLimit = 4 * 1_048_576;

const timeoutMs = 8000;

const refused = (problem: Problem, needsPassword = false): NoNames => ({problem, needsPassword});

/** Asks the source for names: at least one, or why there are none. Rejects only when aborted. */
export async function findNames(
	source: NameSource,
	{machine, cwd, signal}: NameSurroundings,
): Promise<FoundNames | NoNames> {
	switch (source.from) {
		case 'this-computer': {
			const {server} = await machine.thisComputer();
			const addresses = server.addresses?.map(each => each.address) ?? [];
			// One without a DNS suffix has the same name twice.
			return {names: [...new Set([server.fqdn, server.hostname, ...addresses])], from: 'this computer'};
		}
		case 'dns': {
			const addresses = await machine.lookUp(source.name, signal);
			if ('severity' in addresses) return refused(addresses);
			return {names: [source.name, ...addresses.map(each => each.address)], from: 'DNS'};
		}
		case 'server':
			return fromServer(source.text, signal);
		case 'file':
		case 'certificate':
		case 'text':
			return fromFile(typedPath(source.path, cwd), source, signal);
	}
}

async function fromServer(typed: string, signal: AbortSignal): Promise<FoundNames | NoNames> {
	const endpoint = parseEndpoint(typed);
	if ('code' in endpoint) return refused(endpoint);
	const {host, port} = endpoint;
	const found = await withResolver(resolve => presented(endpoint, {timeoutMs, resolve, store: null, signal}));
	const {certificates, failure} = readPresented(found);
	const [certificate] = certificates;
	const unknown = (why: string) => refused(error('server-unknown', why));
	if (certificate === undefined)
		return unknown(`${host} on port ${port} ${failure?.message ?? 'presents no certificate'}`);
	const names = namesOf(certificate);
	return names.length > 0 ? {names, from: host} : unknown('its certificate has no subject alternative names');
}

function certificateOf(der: Uint8Array): Certificate | null {
	try {
		return readCertificate(der);
	} catch {
		return null;
	}
}

async function fromFile(
	file: string,
	{from: as, password}: Extract<NameSource, {readonly path: string}>,
	signal: AbortSignal,
): Promise<FoundNames | NoNames> {
	const bytes = await readBytes(file, fileLimit);
	if (!(bytes instanceof Uint8Array)) return refused(bytes);
	const from = path.basename(file);
	if (as === 'text' || (as === 'file' && !holdsCertificate(bytes))) return fromText(bytes, from);
	try {
		const certificate = await certificateIn(bytes, password, signal);
		if (certificate === null)
			return refused(error('file-unreadable', `${quoted(from)} holds no certificate`));
		const names = namesOf(certificate);
		if (names.length > 0) return {names, from};
		return refused(error('file-unreadable', 'this certificate has no subject alternative names'));
	} catch (failure) {
		signal.throwIfAborted();
		const [problem] = failure instanceof ProblemError ? failure.problems : [];
		if (problem === undefined) throw failure;
		const needsPassword = problem.code === 'password-wrong';
		const message = needsPassword && password === null ? 'this PFX needs its password' : problem.message;
		return refused(error('file-unreadable', message), needsPassword);
	}
}

function fromText(bytes: Uint8Array, from: string): FoundNames | NoNames {
	const text = decodeText(bytes);
	if (text === null) return refused(error('bad-encoding', 'this is no text in UTF-8 or UTF-16'));
	const {names, leftOut} = namesInText(text);
	return names.length > 0
		? {names, from, leftOut}
		: refused(error('file-unreadable', 'there is no name in this text'));
}

/** DER begins with a byte that begins no name, and PEM says what it is. */
function holdsCertificate(bytes: Uint8Array): boolean {
	const isPem = Buffer.from(bytes).toString('latin1').includes('-----BEGIN ');
	return isPem || startsLikePfx(bytes) || certificateOf(bytes) !== null;
}

/** That of the server, of all that are there; the empty password is tried before anybody is asked for one. */
async function certificateIn(
	bytes: Uint8Array,
	password: string | null,
	signal: AbortSignal,
): Promise<Certificate | null> {
	const closed = await readContent(bytes, {password: null, signal});
	const isSeen = !closed.locked || closed.certificates.length > 0;
	const {certificates} = isSeen ? closed : await readAside(bytes, closed, {password: password ?? '', signal});
	const read = certificates.flatMap(({der}) => certificateOf(der) ?? []);
	return read.find(each => each.basicConstraints?.cA !== true) ?? read[0] ?? null;
}

function namesOf({subjectAlternativeNames}: Certificate): string[] {
	return (subjectAlternativeNames ?? []).flatMap(({type, value}) =>
		type === 'other' ? [] : [writtenName({type, value})],
	);
}
