// A certification request in the words in which Windows shows the certificate that comes of it.
import type {CertificationRequest} from '../container/request.js';
import {formatForWindows} from '../plan/distinguished-name-text.js';
import {visible} from '../problem/visible.js';
import type {Detail} from './detail.js';
import {generalNameText, keyUsageText} from './extensions.js';
import {
	curveWords,
	extendedKeyUsageWords,
	extensionWords,
	publicKeyWords,
	signatureWords,
} from './windows-words.js';

const signed: Readonly<Record<'true' | 'false' | 'null', string>> = {
	true: 'fits: whoever made the request has the key',
	false: 'DOES NOT FIT: the request was changed, or the key is another one',
	null: 'cannot be checked',
};

/** The rows of a request: its subject, key and signature, then the extensions that it asks for. */
export function describeRequest(request: CertificationRequest): Detail[] {
	const {subject, publicKey, signatureAlgorithm, signatureVerifies, extensions} = request;
	const {curve} = publicKey;
	const field = (label: string, value: string | readonly string[]): Detail => ({
		label,
		value: typeof value === 'string' ? visible(value) : value.map(visible),
		group: 'field',
	});
	const {keyUsage, extendedKeyUsage, subjectAlternativeNames} = request;
	const others = extensions.map(({oid}) => extensionWords[oid] ?? oid).filter(each => !shown.has(each));
	return [
		field('Subject', formatForWindows(subject)),
		field('Public key', publicKeyWords(publicKey)),
		...(curve === null ? [] : [field('Public key parameters', curveWords[curve] ?? curve)]),
		...(extendedKeyUsage === null
			? []
			: [field('Enhanced Key Usage', extendedKeyUsage.map(extendedKeyUsageWords))]),
		...(subjectAlternativeNames === null
			? []
			: [field('Subject Alternative Name', subjectAlternativeNames.map(generalNameText))]),
		...(keyUsage === null ? [] : [field('Key Usage', keyUsageText(keyUsage))]),
		...(others.length === 0 ? [] : [field('Other extensions', others)]),
		field('Signature algorithm', signatureWords(signatureAlgorithm).algorithm),
		field('Signature', signed[`${signatureVerifies}`]),
	];
}

const shown: ReadonlySet<string> = new Set(['Enhanced Key Usage', 'Subject Alternative Name', 'Key Usage']);
