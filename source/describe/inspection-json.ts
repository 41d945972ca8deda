// What `inspect --json` prints about one file, from the same container and findings that the text shows.
import type {ContainedKey, Container} from '../container/container.js';
import type {Findings} from '../container/findings.js';
import {keyInfo} from '../container/key-info.js';
import {kindOf} from '../container/kind.js';
import type {CertificationRequest} from '../container/request.js';
import {formatDistinguishedName} from '../plan/distinguished-name-text.js';
import {extendedKeyUsageName} from '../plan/object-identifier.js';
import type {PfxCipher} from '../pfx/pfx.js';
import type {Kind} from '../profile/profile.js';
import type {ContainerJson, InspectedCertificateJson, InspectedFileJson} from './inspection-definition.js';
import {describeOpeners} from './openers.js';
import {problemJson} from './report-json.js';
import {keyText, seenCertificateJson} from './seen-json.js';

/** A file that was looked at. */
export type Inspected = {
	/** Absolute. */
	readonly path: string;
	readonly container: Container;
	readonly findings: Findings;
	/** What somebody said that it is for; null: judged from the certificate. */
	readonly kind: Kind | null;
};

/** How the file is protected. */
export function containerJson({
	format,
	encryption,
	mac,
}: Pick<Container, 'format' | 'encryption' | 'mac'>): ContainerJson {
	const counts = [...encryption, ...(mac === null ? [] : [mac])].map(({iterations}) => iterations);
	return {
		format,
		encryption: algorithmsOf(encryption),
		mac: mac?.algorithm ?? null,
		iterations: counts.length === 0 ? null : Math.max(...counts),
	};
}

/** Each algorithm once, in the order of the file; null for none. */
function algorithmsOf(ciphers: readonly PfxCipher[]): string | null {
	const names = new Set(ciphers.map(({algorithm}) => algorithm));
	return names.size === 0 ? null : [...names].join(', ');
}

/** The elements of `certificates` for one file. */
export function inspectedCertificates({
	path,
	container,
	findings,
	kind,
}: Inspected): InspectedCertificateJson[] {
	const {certificates, locked} = container;
	return certificates.map((contained, index) => {
		const {certificate, friendlyName, key, issuer} = contained;
		return {
			status: 'inspected',
			kind: kindOf(contained, kind),
			friendlyName,
			...seenCertificateJson(certificate),
			files: [path],
			proof: [],
			hasPrivateKey: key === null && locked ? null : key !== null,
			issuedBy: issuer === null ? null : (certificates[issuer]?.certificate.thumbprint ?? null),
			container: containerJson(container),
			findings: (findings.certificates[index] ?? []).map(problemJson),
		};
	});
}

/** The element of `files`. */
export function inspectedFile({path, container, findings}: Inspected): InspectedFileJson {
	const {format, locked, certificates, keys, requests, publicKeys, skipped} = container;
	return {
		file: path,
		container: containerJson(container),
		locked,
		certificates: certificates.length,
		keys: keys.map((key, index) => ({
			key: privateKeyText(key),
			friendlyName: key.friendlyName,
			provider: key.provider,
			encryption: key.encryption?.algorithm ?? null,
			certificate: certificates.find(each => each.key === index)?.certificate.thumbprint ?? null,
		})),
		requests: requests.map(requestJson),
		publicKeys: publicKeys.length,
		skipped: [...skipped],
		openedBy: format === 'pfx' ? describeOpeners(container, findings.file) : [],
		findings: findings.file.map(problemJson),
	};
}

/** `rsa-2048`, `ecdsa-p256`; null for a key that nobody has decrypted. */
function privateKeyText({privateKey}: Pick<ContainedKey, 'privateKey'>): string | null {
	return privateKey === null ? null : keyText(keyInfo(privateKey));
}

function requestJson(request: CertificationRequest): InspectedFileJson['requests'][number] {
	return {
		subject: formatDistinguishedName(request.subject),
		key: keyText(request.publicKey),
		keyUsage: [...(request.keyUsage ?? [])],
		extendedKeyUsage: (request.extendedKeyUsage ?? []).map(extendedKeyUsageName),
		subjectAlternativeNames: (request.subjectAlternativeNames ?? []).map(({type, value}) => ({type, value})),
		signatureVerifies: request.signatureVerifies,
	};
}
