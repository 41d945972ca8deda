// How one entry of the list is understood: what it stands for, of which kind it is, and what is wrong with it.
import {domainToUnicode} from 'node:url';
import {commonNameOid} from '../../plan/attribute-types.js';
import {parseGeneralName} from '../../plan/general-name.js';
import {offeredHost} from '../../plan/offered-host.js';
import {
	addressesPlaceholder,
	isAddressesPlaceholder,
	expandPlaceholders,
	expiresValue,
	type PlaceholderValues,
	serverAddresses,
	serverValues,
} from '../../plan/placeholder.js';
import type {CertificatePlan, GeneralName, Server} from '../../plan/plan.js';
import {namePieces} from '../../plan/split-names.js';
import type {Problem, Severity} from '../../problem/problem.js';
import {inScreenWords} from './screen-words.js';

export type AddressKind = 'DNS' | 'wildcard' | 'IP' | 'e-mail' | 'URI';

export type AddressReading = {
	/** The canonical value; as it was written when it cannot be understood. */
	readonly shown: string;
	readonly name: GeneralName | null;
	readonly kind: AddressKind | null;
	/** What is worth knowing about it, in a few words; the reason when it is wrong. */
	readonly note: string | null;
	readonly hint: string | null;
	readonly severity: Severity | null;
};

/** One text, with its placeholders → what it stands for: one reading, or one for each address of the server. */
export type ReadAddress = (written: string) => readonly AddressReading[];

/** The pieces of a typed or pasted text; a URL or `host:port` becomes its host, and a path of Windows stays as it is. */
export function splitPasted(text: string): {readonly text: string; readonly wasHost: boolean}[] {
	return namePieces(text).map(piece => {
		const host = /^(?:dns|ip|email|uri):|\\/i.test(piece) ? null : offeredHost(piece);
		return {text: host ?? piece, wasHost: host !== null};
	});
}

/** Reads entries for `server`; `plan` tells what `{commonName}` and `{expires}` stand for. */
export function addressReader(server: Server | null, plan: CertificatePlan | null): ReadAddress {
	const values: PlaceholderValues = {
		...serverValues(server),
		commonName: plan === null ? null : commonNameOf(plan),
		expires: plan === null ? null : expiresValue(plan.notAfter),
	};
	return text => {
		if (isAddressesPlaceholder(text)) return readServerAddresses(server);
		if (!/[{}]/.test(text)) return [readOne(text, server)];
		const {value, problems} = expandPlaceholders(text, values);
		return [value === null ? unread(text, problems, server) : readOne(value, server)];
	};
}

/** Where the addresses of a server are not known, nobody but the user can say which ones it has. */
const withoutAddresses = 'remove it and paste its IPs';

function readServerAddresses(server: Server | null): readonly AddressReading[] {
	const {value, problems} = serverAddresses(server);
	if (value === null) {
		const reading = unread(addressesPlaceholder, problems, server);
		return [reading.severity === 'error' ? {...reading, hint: withoutAddresses} : reading];
	}
	return value.map(address => readOne(address, server));
}

function readOne(text: string, server: Server | null): AddressReading {
	const {value: name, problems} = parseGeneralName(text);
	if (name === null) return unread(text, problems, server);
	return {
		shown: name.value,
		name,
		kind: addressKindOf(name),
		note: noteOf(name, server),
		hint: null,
		severity: problems[0]?.severity ?? null,
	};
}

function unread(text: string, problems: readonly Problem[], server: Server | null): AddressReading {
	const [first] = problems.map(inScreenWords);
	const waits = server === null && /\{(fqdn|hostname|addresses)\}/.test(text);
	return {
		shown: text,
		name: null,
		kind: null,
		note: waits ? 'for which server?' : (first?.message ?? 'cannot be filled in yet'),
		hint: waits ? null : (first?.hint ?? null),
		severity: waits || first === undefined ? 'note' : 'error',
	};
}

function addressKindOf({type, value}: GeneralName): AddressKind {
	if (type === 'dns') return value.startsWith('*.') ? 'wildcard' : 'DNS';
	return type === 'ip' ? 'IP' : type === 'email' ? 'e-mail' : 'URI';
}

function noteOf({type, value}: GeneralName, server: Server | null): string | null {
	if (type === 'ip') {
		const known = server?.addresses?.find(each => each.address === value);
		if (known === undefined) return null;
		return known.adapter ?? 'from DNS';
	}
	if (type !== 'dns') return null;
	if (value.startsWith('*.')) return 'one level only';
	if (value === server?.fqdn && value.includes('.')) return "the server's name";
	if (!value.includes('.')) return 'short name';
	const readable = domainToUnicode(value);
	return readable === value || readable === '' ? null : readable;
}

/** The most specific CN, as `{commonName}` means it. */
function commonNameOf({subject}: CertificatePlan): string | null {
	return subject.flat().findLast(each => each.type === commonNameOid)?.value ?? null;
}
