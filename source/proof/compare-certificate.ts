// A certificate as it was read back, field by field against its plan.
import {X509Certificate} from 'node:crypto';
import type {Certificate, OtherName, PublicKeyInfo} from '../certificate/certificate.js';
import {extension, signatureAlgorithms} from '../certificate/oids.js';
import {keyIdentifierOf} from '../certificate/public-key.js';
import {formatDistinguishedName} from '../plan/distinguished-name-text.js';
import type {CertificatePlan, DistinguishedName, GeneralName} from '../plan/plan.js';
import {plannedKeys} from './planned-key.js';
import {broke, compared, difference, type ProofLine} from './proof-line.js';

function signatureVerifies(certificate: Certificate): ProofLine {
	const check = 'signature verifies with its own key';
	try {
		const x509 = new X509Certificate(certificate.der);
		return compared(check, x509.verify(x509.publicKey) ? null : 'it does not');
	} catch (reason) {
		return broke(check, reason);
	}
}

/** A name as text that is equal for equal names; the attributes of an RDN are a set (RFC 5280, section 4.1.2.4). */
function nameText(name: DistinguishedName): string {
	const key = ({type, value}: DistinguishedName[number][number]) => `${type}=${value}`;
	return formatDistinguishedName(name.map(rdn => rdn.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))));
}

function namesAsPlanned(plan: CertificatePlan, {subject, subjectDer, issuerDer}: Certificate): ProofLine {
	return compared(
		'subject and issuer as planned',
		difference('subject', nameText(plan.subject), nameText(subject)),
		Buffer.compare(subjectDer, issuerDer) === 0 ? null : 'the issuer is not the subject',
	);
}

function validityAsPlanned(plan: CertificatePlan, {notBefore, notAfter}: Certificate): ProofLine {
	return compared(
		'validity as planned',
		difference('notBefore', plan.notBefore.toISOString(), notBefore.toISOString()),
		difference('notAfter', plan.notAfter.toISOString(), notAfter.toISOString()),
	);
}

function keyAsPlanned(plan: CertificatePlan, {publicKey, signatureAlgorithm}: Certificate): ProofLine {
	const planned = plannedKeys[plan.key];
	const text = ({type, bits, curve}: Pick<PublicKeyInfo, 'type' | 'bits' | 'curve'>) =>
		[type, bits, curve].filter(each => each !== null).join(' ');
	return compared(
		'key and signature algorithm as planned',
		difference('key', text(planned), text(publicKey)),
		difference(
			'signatureAlgorithm',
			signatureAlgorithms[planned.type][plan.signatureHash],
			signatureAlgorithm,
		),
	);
}

const generalNameText = ({type, value}: GeneralName | OtherName) => `${type}:${value}`;

function subjectAltNamesAsPlanned(plan: CertificatePlan, certificate: Certificate): ProofLine {
	const planned = plan.subjectAlternativeNames.map(generalNameText);
	const found = (certificate.subjectAlternativeNames ?? []).map(generalNameText);
	const missing = planned.filter(each => !found.includes(each));
	const added = found.filter(each => !planned.includes(each));
	return compared(
		'subject alternative names as planned',
		missing.length === 0 ? null : `missing: ${missing.join(', ')}`,
		added.length === 0 ? null : `not planned: ${added.join(', ')}`,
		// Same names, yet another order or one of them twice.
		missing.length + added.length > 0 ? null : difference('order', planned.join(', '), found.join(', ')),
		isCritical(certificate, extension.subjectAltName) === (plan.subject.length === 0 && planned.length > 0)
			? null
			: 'critical where it should not be, or the other way round',
	);
}

function isCritical({extensions}: Certificate, oid: string): boolean {
	return extensions.find(each => each.oid === oid)?.critical ?? false;
}

function usagesAsPlanned(plan: CertificatePlan, certificate: Certificate): ProofLine {
	const text = (usages: readonly string[] | null) =>
		usages === null || usages.length === 0 ? null : usages.toSorted().join(', ');
	return compared(
		'usages as planned',
		difference('keyUsage', text(plan.keyUsage), text(certificate.keyUsage)),
		difference('extendedKeyUsage', text(plan.extendedKeyUsage), text(certificate.extendedKeyUsage)),
		isCritical(certificate, extension.keyUsage) === plan.keyUsage.length > 0
			? null
			: 'keyUsage is not critical',
		isCritical(certificate, extension.extKeyUsage) ? 'extendedKeyUsage is critical' : null,
	);
}

function isEndEntity(certificate: Certificate): ProofLine {
	const {basicConstraints} = certificate;
	return compared(
		'end-entity certificate, not a CA',
		basicConstraints === null ? 'no basicConstraints' : null,
		basicConstraints?.cA === true ? 'cA is TRUE' : null,
		difference('pathLenConstraint', null, basicConstraints?.pathLenConstraint?.toString() ?? null),
		basicConstraints !== null && !isCritical(certificate, extension.basicConstraints)
			? 'basicConstraints is not critical'
			: null,
	);
}

/** RFC 5280, section 4.1.2.2 (serial numbers) and section 4.2.1.2 (key identifiers). */
function formalities(certificate: Certificate): ProofLine {
	const {serialNumber, extensions, version, publicKey} = certificate;
	const known: readonly string[] = Object.values(extension);
	const others = extensions.filter(each => !known.includes(each.oid)).map(each => each.oid);
	const positive = /^[0-7]/.test(serialNumber) && /[1-9A-F]/.test(serialNumber);
	return compared(
		'version, serial number and identifiers',
		difference('version', '3', String(version)),
		positive && serialNumber.length <= 40
			? null
			: `serialNumber ${serialNumber} is not 1 to 20 bytes and positive`,
		difference(
			'subjectKeyIdentifier',
			Buffer.from(keyIdentifierOf(publicKey.spki)).toString('hex').toUpperCase(),
			certificate.subjectKeyIdentifier,
		),
		difference('authorityKeyIdentifier', null, certificate.authorityKeyIdentifier),
		difference('other extensions', null, others.join(', ') || null),
	);
}

/** Every field of a self-signed certificate against its plan, one line for each question that an administrator has. */
export function compareCertificate(plan: CertificatePlan, certificate: Certificate): ProofLine[] {
	return [
		signatureVerifies(certificate),
		namesAsPlanned(plan, certificate),
		validityAsPlanned(plan, certificate),
		keyAsPlanned(plan, certificate),
		subjectAltNamesAsPlanned(plan, certificate),
		usagesAsPlanned(plan, certificate),
		isEndEntity(certificate),
		formalities(certificate),
	];
}
