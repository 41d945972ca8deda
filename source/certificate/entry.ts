// Certificate → the profile's entry that makes it again, and what of it a profile cannot say.
import {
	defaultEncryption,
	defaultExtendedKeyUsage,
	defaultKey,
	defaultKeyUsage,
	defaultSignatureHash,
	isEcdsa,
} from '../plan/defaults.js';
import {extendedKeyUsageName, extendedKeyUsageOids} from '../plan/object-identifier.js';
import {emptyEntry, overrideEntry} from '../plan/override.js';
import {note, type Problem, warning} from '../problem/problem.js';
import {
	type KeyType,
	type KeyUsage,
	type Kind,
	keyUsages,
	type PfxEncryption,
	type ProfileEntry,
	type SignatureHash,
	signatureHashes,
} from '../profile/profile.js';
import type {Certificate} from './certificate.js';
import {friendlyNameOf, namesOf, subjectOf} from './entry-names.js';
import {validityOf} from './entry-validity.js';
import {extension, signatureAlgorithms} from './oids.js';
import {probableKind} from './probable-kind.js';

/** What stands in the PFX around a certificate; null for a certificate alone. */
export type PfxFacts = {readonly friendlyName: string | null; readonly encryption: PfxEncryption};

export type AgainEntry = {
	readonly entry: ProfileEntry;
	/** Warnings and notes: what will be otherwise than in the certificate. */
	readonly problems: readonly Problem[];
};

/** A difference that may matter. */
const differs = (message: string, hint: string | null = null) => warning('not-kept', message, {hint});

/**
 * The entry for a certificate like this one, today: what the defaults of its kind give is left out. What no profile
 * may ask for (a short key, a usage that TLS servers must not have) is mended, with a warning. Without `wanted`, the
 * certificate tells its kind.
 */
export function entryOfCertificate(
	certificate: Certificate,
	pfx: PfxFacts | null,
	wanted: Kind | null = null,
): AgainEntry {
	const problems: Problem[] = [...strangeParts(certificate)];
	const kind = wanted ?? takenFor(certificate, pfx?.friendlyName ?? null, problems);
	const key = keyOf(certificate, kind, problems);
	const keyUsage = keyUsageOf(certificate, kind, key, problems);
	const extendedKeyUsage = extendedKeyUsageOf(certificate, kind, problems);
	const hash = signatureHashOf(certificate, problems);
	const names = namesOf(certificate, kind, problems);
	const encryption = pfx?.encryption ?? defaultEncryption;
	const {dates, period} = validityOf(certificate, kind);
	const entry = overrideEntry(emptyEntry, {
		kind,
		subject: subjectOf(certificate, names, problems),
		friendlyName: friendlyNameOf(certificate, kind, pfx?.friendlyName ?? null),
		subjectAlternativeNames: names.length === 0 ? undefined : names,
		key: key === defaultKey ? undefined : key,
		validity: period,
		keyUsage: isSame(keyUsage, defaultKeyUsage(kind, key)) ? undefined : keyUsage,
		extendedKeyUsage: isSame(extendedKeyUsage, defaultExtendedKeyUsage(kind))
			? undefined
			: extendedKeyUsage.map(extendedKeyUsageName),
		signatureHash: hash === defaultSignatureHash ? undefined : hash,
		encryption: encryption === defaultEncryption ? undefined : encryption,
	});
	return {entry: dates === undefined ? entry : {...entry, validity: dates}, problems};
}

/** Where nothing tells: a certificate without names serves no TLS. */
function takenFor(certificate: Certificate, friendlyName: string | null, problems: Problem[]): Kind {
	const {kind: probable, guess} = probableKind(certificate, friendlyName);
	const kind = probable ?? 'signing';
	if (guess !== null)
		problems.unshift(
			note('kind-chosen', `taken for ${kind}, because ${guess}`, {
				hint: `--kind ${kind === 'ssl' ? 'signing' : 'ssl'} decides otherwise`,
			}),
		);
	return kind;
}

const curveKeys: Readonly<Record<string, KeyType>> = {prime256v1: 'ecdsa-p256', secp384r1: 'ecdsa-p384'};

function keyOf({publicKey}: Certificate, kind: Kind, problems: Problem[]): KeyType {
	const {type, bits, curve} = publicKey;
	const isRsa = type === 'rsa' && bits !== null;
	const exact = isRsa
		? (['rsa-2048', 'rsa-3072', 'rsa-4096'] as const).find(each => each === `rsa-${bits}`)
		: curveKeys[curve ?? ''];
	if (exact !== undefined && !(kind === 'signing' && isEcdsa(exact))) return exact;
	const key = isRsa && bits > 4096 ? 'rsa-4096' : isRsa && bits > 2048 ? 'rsa-3072' : defaultKey;
	const what = isRsa
		? `RSA with ${bits} bits`
		: (curve ?? (type === 'ec' ? 'on an unknown curve' : 'neither RSA nor ECDSA'));
	problems.push(differs(`its key is ${what}; the profile says ${key}`));
	return key;
}

function keyUsageOf(
	certificate: Certificate,
	kind: Kind,
	key: KeyType,
	problems: Problem[],
): readonly KeyUsage[] {
	if (certificate.keyUsage === null) return [];
	const written = keyUsages.filter(each => certificate.keyUsage?.includes(each));
	const forbidden: readonly KeyUsage[] = [
		'keyCertSign',
		'cRLSign',
		...(isEcdsa(key) ? (['keyEncipherment', 'dataEncipherment'] as const) : []),
	];
	const allowed = written.filter(each => !forbidden.includes(each));
	const lost = written.filter(each => forbidden.includes(each));
	if (lost.length > 0) problems.push(differs(`the profile leaves out the key usage ${lost.join(', ')}`));
	if (allowed.includes('digitalSignature')) return allowed;
	problems.push(differs('its key usage is without digitalSignature; the profile has the usual one'));
	return defaultKeyUsage(kind, key);
}

/** Dotted OIDs. */
function extendedKeyUsageOf(
	{extendedKeyUsage}: Certificate,
	kind: Kind,
	problems: Problem[],
): readonly string[] {
	const written = extendedKeyUsage ?? [];
	if (kind === 'signing') return written;
	const {serverAuth, anyExtendedKeyUsage, codeSigning, emailProtection, timeStamping} = extendedKeyUsageOids;
	const forbidden = [anyExtendedKeyUsage, codeSigning, emailProtection, timeStamping];
	const lost = written.filter(each => forbidden.includes(each)).map(extendedKeyUsageName);
	if (lost.length > 0)
		problems.push(differs(`the profile leaves out the extended key usage ${lost.join(', ')}`));
	const allowed = written.filter(each => !forbidden.includes(each));
	if (written.length === 0 || allowed.includes(serverAuth)) return allowed;
	problems.push(differs('its extended key usage is without serverAuth; the profile has it'));
	return [serverAuth, ...allowed];
}

function signatureHashOf({signatureAlgorithm}: Certificate, problems: Problem[]): SignatureHash {
	const found = signatureHashes.find(
		hash =>
			signatureAlgorithms.rsa[hash] === signatureAlgorithm ||
			signatureAlgorithms.ec[hash] === signatureAlgorithm,
	);
	if (found === undefined)
		problems.push(
			differs(
				`its signature algorithm ${signatureAlgorithm} is none that profiles have; the profile says sha256`,
			),
		);
	return found ?? defaultSignatureHash;
}

const ownExtensions: readonly string[] = Object.values(extension);

/** What a profile has no key for. */
function strangeParts({basicConstraints, issuerDer, subjectDer, extensions}: Certificate): Problem[] {
	const others = extensions.filter(({oid}) => !ownExtensions.includes(oid)).map(({oid}) => oid);
	const isSelfIssued = Buffer.compare(issuerDer, subjectDer) === 0;
	return [
		...(basicConstraints?.cA === true
			? [differs('it may issue certificates (cA=TRUE); what the profile makes may not')]
			: []),
		...(isSelfIssued
			? []
			: [
					differs(
						'a CA has issued it; what the profile makes is self-signed',
						'clients must be told to trust it',
					),
				]),
		...(others.length > 0
			? [note('not-kept', `it has extensions that profiles do not: ${others.join(', ')}`)]
			: []),
	];
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((each, index) => each === b[index]);
}
