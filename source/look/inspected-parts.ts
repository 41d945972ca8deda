// What a file holds, for people: the file itself, then each certificate and each request in it.
import {keyInfo} from '../container/key-info.js';
import type {ContainedKey, Container, ContainerFormat} from '../container/container.js';
import {kindOf} from '../container/kind.js';
import type {CertificationRequest} from '../container/request.js';
import type {Detail} from '../describe/detail.js';
import {describeCertificate} from '../describe/describe.js';
import type {Inspected} from '../describe/inspection-json.js';
import {describeOpeners, type Opener} from '../describe/openers.js';
import {describeRequest} from '../describe/request.js';
import {keyText} from '../describe/seen-json.js';
import {thousands} from '../describe/thousands.js';
import {commonNameOf} from '../plan/distinguished-name.js';
import type {Problem} from '../problem/problem.js';
import {visible} from '../problem/visible.js';
import type {PfxCipher} from '../pfx/pfx.js';

const formatWords: Readonly<Record<ContainerFormat, string>> = {
	pfx: 'PFX',
	certificate: 'certificate',
	pkcs7: 'PKCS #7',
	request: 'certification request (CSR)',
	'private-key': 'private key',
	'public-key': 'public key',
	crl: 'certificate revocation list',
	pem: 'PEM',
};

/** A part of the description: a file, or one certificate or request in it. */
export type InspectedPart = {
	readonly title: string;
	/** What it is, in a few words; empty where the title says it. */
	readonly about: string;
	readonly details: readonly Detail[];
	readonly findings: readonly Problem[];
	/** True: it is worth saying that nothing was found. */
	readonly isJudged: boolean;
};

/** The whole description; `file` is what people call the file. */
export function inspectedParts(file: string, inspected: Inspected): InspectedPart[] {
	const {container, findings} = inspected;
	const {certificates, requests} = container;
	return [
		{
			title: visible(file),
			about: formatHead(container),
			details: [
				...protectionRows(container, findings.file),
				...container.keys.flatMap((_, index) =>
					row(keyLabel(container, index), [formatKey(container, index)]),
				),
				...row('Passed over', container.skipped.map(visible)),
			],
			findings: findings.file,
			isJudged: false,
		},
		...certificates.flatMap((_, index) => certificatePart(inspected, index)),
		...requests.map(requestPart),
	];
}

/** What is not in the certificate itself; nothing without a value. */
function row(label: string, value: readonly string[]): Detail[] {
	const [only, ...more] = value;
	if (only === undefined) return [];
	return [{label, value: more.length === 0 ? only : value, group: 'property'}];
}

function formatHead({format, wrapping, certificates, keys, locked}: Container): string {
	const form = wrapping === 'der' || format === 'pem' ? '' : wrapping === 'pem' ? ' in PEM' : ' in base64';
	const counted = (count: number, noun: string) =>
		count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`];
	const isSingle = format !== 'pfx' && format !== 'pkcs7' && format !== 'pem';
	const content = isSingle
		? []
		: [...counted(certificates.length, 'certificate'), ...counted(keys.length, 'private key')];
	return [`${formatWords[format]}${form}`, ...content, ...(locked ? ['not opened'] : [])].join(', ');
}

function formatCipher({algorithm, iterations}: PfxCipher): string {
	return `${algorithm}, ${thousands(iterations)} ${iterations === 1 ? 'iteration' : 'iterations'}`;
}

function protectionRows(container: Container, findings: readonly Problem[]): Detail[] {
	const {format, encryption, mac, locked} = container;
	if (format !== 'pfx') return row('Encryption', [...new Set(encryption.map(formatCipher))]);
	const ciphers = [...new Set(encryption.map(formatCipher))];
	return [
		...row('Encryption', ciphers.length === 0 ? ['none'] : ciphers),
		...row('MAC', [mac === null ? 'none' : formatCipher(mac)]),
		...row('Not seen', locked ? [unseen(container)] : []),
		...row('Opened by', describeOpeners(container, findings).map(formatOpener)),
	];
}

function unseen({certificates, keys}: Container): string {
	const hidden = [
		...(certificates.length === 0 ? ['the certificates'] : []),
		...(keys.every(({privateKey}) => privateKey !== null) && keys.length > 0 ? [] : ['the private key']),
	];
	return hidden.length === 0 ? 'whether the MAC fits' : `${hidden.join(' and ')}: only with the password`;
}

function formatOpener({program, opens, says}: Opener): string {
	const verdict = opens === null ? '?  ' : opens ? 'yes' : 'no ';
	const joined = opens === false ? ' ' : ': ';
	return `${verdict} ${program}${says === null ? '' : joined + says}`;
}

function keyLabel({keys}: Container, index: number): string {
	return keys.length === 1 ? 'Private key' : `Private key ${index + 1}`;
}

function formatKey({certificates, keys, format}: Container, index: number): string {
	const key = keys[index];
	if (key === undefined) return '';
	const owner = certificates.findIndex(each => each.key === index);
	return [
		keyWords(key),
		owner === -1 ? null : `of certificate ${owner + 1}`,
		key.encryption === null ? 'not encrypted' : null,
		key.friendlyName === null ? null : `friendly name ${visible(key.friendlyName)}`,
		format === 'pfx' ? `provider ${key.provider === null ? 'none' : visible(key.provider)}` : null,
	]
		.filter(each => each !== null)
		.join(', ');
}

function keyWords({privateKey}: ContainedKey): string {
	return privateKey === null ? 'encrypted' : keyText(keyInfo(privateKey));
}

function certificatePart({container, findings, kind}: Inspected, index: number): InspectedPart[] {
	const {certificates, locked} = container;
	const found = certificates[index];
	if (found === undefined) return [];
	const {certificate, friendlyName, key, issuer} = found;
	const name = friendlyName ?? commonNameOf(certificate.subject) ?? 'without a name';
	const isIssuer = certificate.basicConstraints?.cA === true;
	const purpose = kindOf(found, kind) ?? (isIssuer ? 'CA' : 'ssl or signing: not clear');
	const issued =
		issuer === index ? 'itself' : issuer === null ? 'not in this file' : `certificate ${issuer + 1}`;
	const owned = key !== null ? 'in this file' : locked ? 'not seen' : 'not in this file';
	return [
		{
			title: `Certificate ${index + 1} of ${certificates.length}: ${visible(name)}`,
			about: purpose,
			details: [
				...describeCertificate(certificate, {friendlyName}),
				...row('Private key', [owned]),
				...row('Signed by', [issued]),
			],
			findings: findings.certificates[index] ?? [],
			isJudged: true,
		},
	];
}

function requestPart(request: CertificationRequest): InspectedPart {
	return {
		title: `Request: ${visible(commonNameOf(request.subject) ?? 'without a name')}`,
		about: '',
		details: describeRequest(request),
		findings: [],
		isJudged: false,
	};
}
