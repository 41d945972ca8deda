// Addresses from elsewhere: this computer, DNS, a certificate or PFX file, a text file.
import path from 'node:path';
import type {Certificate} from '../../certificate/certificate.js';
import {readCertificate} from '../../certificate/read.js';
import {presented} from '../../connect/presented.js';
import {resolveHost} from '../../connect/resolve.js';
import {decodeText} from '../../files/decode-text.js';
import {readBytes} from '../../files/read-bytes.js';
import {openPfx} from '../../pfx/open.js';
import {startsLikePfx} from '../../pfx/not-a-pfx.js';
import {PfxError} from '../../pfx/pfx-error.js';
import {parseGeneralName} from '../../plan/general-name.js';
import {offeredHost} from '../../plan/offered-host.js';
import {splitNames} from '../../plan/split-names.js';
import {error, type Problem} from '../../problem/problem.js';
import {quoted} from '../../problem/visible.js';
import type {AnswerMessage, Effect} from '../model/messages.js';
import type {Secret} from '../model/secret.js';
import type {Services} from './services.js';

type FindNames = Extract<Effect, {effect: 'find-names'}>;
type Found = Extract<AnswerMessage, {type: 'names-found'}>;

/** Certificates, key containers and lists of names are small. */
const fileLimit = 4 * 1_048_576;

/** Job Service listens here unless it was told otherwise. */
const jobServicePort = 5000;

const timeoutMs = 8000;

/** What a source has: names, or why not. */
type Names = {
	readonly names: readonly string[];
	readonly origin: Found['origin'];
	/** What it is called in the notice. */
	readonly from: string;
};
type Refused = {readonly problem: Problem; readonly needsPassword: boolean};

/** Asks the source for names. */
export async function findNames(services: Services, effect: FindNames, signal: AbortSignal): Promise<Found> {
	const found = await askSource(services, effect, signal);
	const answer = {type: 'names-found', draft: effect.draft} as const;
	if ('names' in found) return {...answer, ...found, problems: [], needsPassword: false};
	const {problem, needsPassword} = found;
	return {...answer, names: [], origin: 'file', from: '', problems: [problem], needsPassword};
}

function refused(problem: Problem, needsPassword = false): Refused {
	return {problem, needsPassword};
}

async function askSource(
	services: Services,
	effect: FindNames,
	signal: AbortSignal,
): Promise<Names | Refused> {
	const {source, argument, password} = effect;
	switch (source) {
		case 'this-computer': {
			const {server} = await services.machine.thisComputer();
			const addresses = server.addresses?.map(each => each.address) ?? [];
			return {
				names: [server.fqdn, server.hostname, ...addresses],
				origin: 'this computer',
				from: 'this computer',
			};
		}
		case 'dns': {
			const addresses = await services.machine.lookUp(argument, signal);
			if ('severity' in addresses) return refused(addresses);
			return {names: [argument, ...addresses.map(each => each.address)], origin: 'DNS', from: 'DNS'};
		}
		case 'server':
			return fromServer(argument, signal);
		case 'text':
		case 'certificate':
			return fromFile(path.resolve(services.cwd, withoutQuotes(argument)), source, password);
	}
}

async function fromServer(typed: string, signal: AbortSignal): Promise<Names | Refused> {
	const host = offeredHost(typed) ?? typed;
	const port = Number(/:(\d{1,5})(?:\/|$)/.exec(typed)?.[1] ?? jobServicePort);
	const {chain, failure} = await presented(
		{host, port},
		{timeoutMs, resolve: resolveHost, store: null, signal},
	);
	const [der] = chain;
	if (der === undefined)
		return refused(
			error('server-unknown', `${host} on port ${port} ${failure?.message ?? 'presents no certificate'}`),
		);
	const names = namesOf(readCertificate(der));
	if (names.length > 0) return {names, origin: 'server', from: host};
	return refused(error('server-unknown', 'its certificate has no subject alternative names'));
}

async function fromFile(
	file: string,
	source: 'text' | 'certificate',
	password: Secret | null,
): Promise<Names | Refused> {
	const bytes = await readBytes(file, fileLimit);
	if (!(bytes instanceof Uint8Array)) return refused(bytes);
	const found = (names: readonly string[]): Names => ({names, origin: 'file', from: path.basename(file)});
	if (source === 'text') {
		const text = decodeText(bytes);
		if (text === null) return refused(error('bad-encoding', 'this is no text in UTF-8 or UTF-16'));
		return found(namesInText(text));
	}
	try {
		const names = await namesInCertificate(bytes, password?.reveal() ?? '');
		if (names.length > 0) return found(names);
		return refused(error('file-unreadable', 'this certificate has no subject alternative names'));
	} catch (failure) {
		if (!(failure instanceof PfxError))
			return refused(error('file-unreadable', `${quoted(path.basename(file))} holds no certificate`));
		const message = password === null ? 'this PFX needs its password' : failure.message;
		return refused(error('file-unreadable', message), failure.reason === 'wrong-password');
	}
}

/** Explorer's "Copy as path" puts quotes around. */
function withoutQuotes(text: string): string {
	return text.replace(/^"(.*)"$/, '$1');
}

/** A list with one name a line is taken as it is; of any other text, only what looks like a name or an address. */
export function namesInText(text: string): string[] {
	const lines = text.split(/\r?\n/).filter(each => each.trim() !== '');
	const isList = lines.every(each => !/[\s,;]/.test(each.trim()));
	const names = splitNames(text);
	if (isList) return names;
	return names.filter(name => /[.:*]/.test(name) && parseGeneralName(name).value !== null);
}

async function namesInCertificate(bytes: Uint8Array, password: string): Promise<readonly string[]> {
	const certificate = startsLikePfx(bytes) ? await fromPfx(bytes, password) : readCertificate(derOf(bytes));
	return certificate === null ? [] : namesOf(certificate);
}

function namesOf({subjectAlternativeNames}: Certificate): string[] {
	return (subjectAlternativeNames ?? []).flatMap(({type, value}) => {
		if (type === 'other') return [];
		return type === 'email' || type === 'uri' ? [`${type}:${value}`] : [value];
	});
}

async function fromPfx(bytes: Uint8Array, password: string): Promise<Certificate | null> {
	const {certificates} = await openPfx(bytes, password);
	const read = certificates.map(({der}) => readCertificate(der));
	return read.find(each => each.basicConstraints?.cA !== true) ?? read[0] ?? null;
}

function derOf(bytes: Uint8Array): Uint8Array {
	const text = Buffer.from(bytes).toString('latin1');
	const [, base64] = /-----BEGIN CERTIFICATE-----([^-]+)-----END/.exec(text) ?? [];
	return base64 === undefined ? bytes : Buffer.from(base64, 'base64');
}
