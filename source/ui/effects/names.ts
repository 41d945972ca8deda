// Addresses from elsewhere: this computer, DNS, a certificate or PFX file, a text file.
import path from 'node:path';
import type {Certificate} from '../../certificate/certificate.js';
import {readCertificate} from '../../certificate/read.js';
import {decodeText} from '../../files/decode-text.js';
import {readBytes} from '../../files/read-bytes.js';
import {openPfx} from '../../pfx/open.js';
import {startsLikePfx} from '../../pfx/not-a-pfx.js';
import {PfxError} from '../../pfx/pfx-error.js';
import {parseGeneralName} from '../../plan/general-name.js';
import {splitNames} from '../../plan/split-names.js';
import {error, type Problem} from '../../problem/problem.js';
import {quoted} from '../../problem/visible.js';
import type {AnswerMessage, Effect} from '../model/messages.js';
import type {Services} from './services.js';

type FindNames = Extract<Effect, {effect: 'find-names'}>;
type Found = Extract<AnswerMessage, {type: 'names-found'}>;

/** Certificates, key containers and lists of names are small. */
const fileLimit = 4 * 1_048_576;

/** Asks the source for names. */
export async function findNames(services: Services, effect: FindNames, signal: AbortSignal): Promise<Found> {
	const {draft, source, argument, password} = effect;
	const found = (names: readonly string[], origin: Found['origin'], from: string): Found => ({
		type: 'names-found',
		draft,
		names,
		origin,
		from,
		problems: [],
		needsPassword: false,
	});
	const refused = (problem: Problem, needsPassword = false): Found => ({
		...found([], 'file', ''),
		problems: [problem],
		needsPassword,
	});
	switch (source) {
		case 'this-computer': {
			const {server} = await services.machine.thisComputer();
			const addresses = server.addresses?.map(each => each.address) ?? [];
			return found([server.fqdn, server.hostname, ...addresses], 'this computer', 'this computer');
		}
		case 'dns': {
			const addresses = await services.machine.lookUp(argument, signal);
			return 'severity' in addresses
				? refused(addresses)
				: found([argument, ...addresses.map(each => each.address)], 'DNS', 'DNS');
		}
		case 'server':
			return refused(error('server-unknown', 'not yet'));
		case 'text':
		case 'certificate': {
			const file = path.resolve(services.cwd, withoutQuotes(argument));
			const bytes = await readBytes(file, fileLimit);
			if (!(bytes instanceof Uint8Array)) return refused(bytes);
			if (source === 'text') {
				const text = decodeText(bytes);
				if (text === null) return refused(error('bad-encoding', 'this is no text in UTF-8 or UTF-16'));
				return found(namesInText(text), 'file', path.basename(file));
			}
			try {
				const names = await namesInCertificate(bytes, password?.reveal() ?? '');
				return names.length > 0
					? found(names, 'file', path.basename(file))
					: refused(error('file-unreadable', 'this certificate has no subject alternative names'));
			} catch (failure) {
				if (failure instanceof PfxError)
					return refused(
						error('file-unreadable', password === null ? 'this PFX needs its password' : failure.message),
						failure.reason === 'wrong-password',
					);
				return refused(error('file-unreadable', `${quoted(path.basename(file))} holds no certificate`));
			}
		}
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
	return (certificate?.subjectAlternativeNames ?? []).flatMap(({type, value}) => {
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
