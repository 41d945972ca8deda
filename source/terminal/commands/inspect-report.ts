// What `inspect` says about one file, for people.
import {keyInfo} from '../../container/key-info.js';
import type {ContainedKey, Container, ContainerFormat} from '../../container/container.js';
import {kindOf} from '../../container/kind.js';
import type {CertificationRequest} from '../../container/request.js';
import {describeCertificate} from '../../describe/describe.js';
import type {Inspected} from '../../describe/inspection-json.js';
import {describeOpeners, type Opener} from '../../describe/openers.js';
import {describeRequest} from '../../describe/request.js';
import {keyText} from '../../describe/seen-json.js';
import {commonNameOf} from '../../plan/distinguished-name.js';
import type {Problem} from '../../problem/problem.js';
import {visible} from '../../problem/visible.js';
import type {PfxCipher} from '../../pfx/pfx.js';
import {detailRows, row} from '../rows.js';

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

/** The whole text about a file, with line ends. */
export function formatInspected(file: string, inspected: Inspected): string {
	const {container, findings} = inspected;
	const {certificates, requests} = container;
	const parts = [
		[
			`${visible(file)}  [${formatHead(container)}]`,
			...protectionRows(container),
			...container.keys.flatMap((_, index) => row(keyLabel(container, index), [formatKey(container, index)])),
			...row('Passed over', container.skipped.map(visible)),
			...row('Findings', findings.file.flatMap(formatFinding)),
		],
		...certificates.map((_, index) => certificateRows(inspected, index)),
		...requests.map(requestRows),
	];
	return parts.map(lines => `${lines.join('\n')}\n`).join('\n');
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

/** `600,000`; the same everywhere, and without the 15 ms that Intl takes for it. */
const count = (number: number) => String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');

function formatCipher({algorithm, iterations}: PfxCipher): string {
	return `${algorithm}, ${count(iterations)} ${iterations === 1 ? 'iteration' : 'iterations'}`;
}

function protectionRows(container: Container): string[] {
	const {format, encryption, mac, locked} = container;
	if (format !== 'pfx') return row('Encryption', [...new Set(encryption.map(formatCipher))]);
	const ciphers = [...new Set(encryption.map(formatCipher))];
	return [
		...row('Encryption', ciphers.length === 0 ? ['none'] : ciphers),
		...row('MAC', [mac === null ? 'none' : formatCipher(mac)]),
		...row('Not seen', locked ? [unseen(container)] : []),
		...row('Opened by', describeOpeners(container).map(formatOpener)),
	];
}

function unseen({certificates, keys}: Container): string {
	const hidden = [
		...(certificates.length === 0 ? ['the certificates'] : []),
		...(keys.every(({privateKey}) => privateKey !== null) && keys.length > 0 ? [] : ['the private key']),
	];
	return hidden.length === 0 ? 'whether the MAC fits' : `${hidden.join(' and ')}: the password is missing`;
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

function certificateRows({container, findings, kind}: Inspected, index: number): string[] {
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
	const problems = (findings.certificates[index] ?? []).flatMap(formatFinding);
	return [
		`Certificate ${index + 1} of ${certificates.length}: ${visible(name)}  [${purpose}]`,
		...detailRows(describeCertificate(certificate, {friendlyName})),
		...row('Private key', [owned]),
		...row('Signed by', [issued]),
		...row('Findings', problems.length === 0 ? ['none'] : problems),
	];
}

function requestRows(request: CertificationRequest): string[] {
	return [
		`Request: ${visible(commonNameOf(request.subject) ?? 'without a name')}`,
		...detailRows(describeRequest(request)),
	];
}

function formatFinding({severity, code, message, hint}: Problem): string[] {
	const first = `${severity}: ${visible(message)} [${code}]`;
	return hint === null ? [first] : [first, `  hint: ${visible(hint)}`];
}
