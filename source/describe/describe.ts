// A certificate, or the plan for one, in the order and words of the Windows "Details" tab.
import type {Certificate} from '../certificate/certificate.js';
import {formatForWindows} from '../plan/distinguished-name-text.js';
import type {CertificatePlan} from '../plan/plan.js';
import {visible} from '../problem/visible.js';
import {type Detail, type DetailGroup, madeWhenWritten} from './detail.js';
import {extensionText, hexText} from './extensions.js';
import {type DetailFacts, type KnownFacts, planFacts} from './facts.js';
import {instantText} from './instant.js';
import {curveWords, extensionWords, publicKeyWords, signatureWords} from './windows-words.js';

function detail(group: DetailGroup, label: string, value: string | readonly string[]): Detail {
	return {label, value: typeof value === 'string' ? visible(value) : value.map(visible), group};
}

function publicKeyDetails(key: DetailFacts['publicKey']): Detail[] {
	const {type, curve} = key;
	const details = [detail('field', 'Public key', publicKeyWords(key))];
	// 05 00 is the NULL that RSA keys have as parameters (RFC 3279, section 2.3.1).
	const parameters = type === 'rsa' ? '05 00' : curve && (curveWords[curve] ?? curve);
	if (parameters !== null) details.push(detail('field', 'Public key parameters', parameters));
	return details;
}

/** Known extensions in the program's own order, then the others as they stand in the certificate. */
function extensionDetails(facts: DetailFacts, critical: boolean): Detail[] {
	const order = Object.keys(extensionWords);
	const rank = (oid: string) => (order.includes(oid) ? order.indexOf(oid) : order.length);
	return facts.extensions
		.filter(each => each.critical === critical)
		.toSorted((a, b) => rank(a.oid) - rank(b.oid))
		.map(({oid, value}) =>
			detail(
				critical ? 'critical extension' : 'extension',
				extensionWords[oid] ?? oid,
				extensionText(facts, oid, value),
			),
		);
}

function describeFacts(facts: DetailFacts): Detail[] {
	const signature = signatureWords(facts.signatureAlgorithm);
	const hex = (value: string | null) => (value === null ? madeWhenWritten : hexText(value));
	return [
		detail('field', 'Version', `V${facts.version}`),
		detail('field', 'Serial number', hex(facts.serialNumber)),
		detail('field', 'Signature algorithm', signature.algorithm),
		...(signature.hash === null ? [] : [detail('field', 'Signature hash algorithm', signature.hash)]),
		detail('field', 'Issuer', formatForWindows(facts.issuer)),
		detail('field', 'Valid from', instantText(facts.notBefore)),
		detail('field', 'Valid to', instantText(facts.notAfter)),
		detail('field', 'Subject', formatForWindows(facts.subject)),
		...publicKeyDetails(facts.publicKey),
		...extensionDetails(facts, false),
		...extensionDetails(facts, true),
		detail('property', 'Thumbprint', hex(facts.thumbprint)),
		detail('property', 'SHA-256 fingerprint', hex(facts.sha256)),
		...(facts.friendlyName ? [detail('property', 'Friendly name', facts.friendlyName)] : []),
	];
}

/** The Details tab of a certificate; the friendly name comes from the PFX that it was found in, if any. */
export function describeCertificate(
	certificate: Certificate,
	{friendlyName = null}: {readonly friendlyName?: string | null} = {},
): Detail[] {
	return describeFacts({...certificate, friendlyName});
}

/**
 * The Details tab of the certificate that a plan leads to. What only the written certificate has (thumbprint, and
 * serial number and key identifier unless `known`) says so; everything else stands as it will in the certificate.
 */
export function describePlan(plan: CertificatePlan, known: KnownFacts = {}): Detail[] {
	return describeFacts(planFacts(plan, known));
}
