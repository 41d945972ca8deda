// The extensions of a certificate of any origin (RFC 5280, section 4.2).
import {hexFromBytes} from '../der/bytes.js';
import {decodeDer} from '../der/decode.js';
import {DerError} from '../der/der-error.js';
import {Fields} from '../der/fields.js';
import {
	readBoolean,
	readContent,
	readInteger,
	readNamedBits,
	readOctetString,
	readOid,
	readSequenceOf,
} from '../der/read.js';
import type {DerValue} from '../der/value.js';
import {keyUsages} from '../profile/profile.js';
import type {Certificate} from './certificate.js';
import {readGeneralNames} from './general-name.js';
import {extension} from './oids.js';

type Extension = Certificate['extensions'][number];

/** Extensions in their order. Throws DerError, also when one is there twice, as RFC 5280 forbids. */
export function readExtensions(value: DerValue): Extension[] {
	const extensions = readSequenceOf(value, 'extensions').map(each => {
		const fields = new Fields(each, 'extension');
		const oid = readOid(fields.next('extnID'), 'extnID');
		const critical = fields.universal('BOOLEAN');
		const content = readOctetString(fields.next('extnValue'), 'extnValue');
		fields.end();
		return {oid, critical: critical !== null && readBoolean(critical, 'critical'), value: content};
	});
	const twice = extensions.find(({oid}, index) => extensions.findIndex(each => each.oid === oid) !== index);
	if (twice !== undefined) throw new DerError(`extension ${twice.oid} is there twice`);
	return extensions;
}

/** What the extensions that we know say; null for each that is not there. Throws DerError. */
export function readKnownExtensions(extensions: readonly Extension[]) {
	function read<T>(oid: string, name: string, decode: (value: DerValue, name: string) => T): T | null {
		const found = extensions.find(each => each.oid === oid);
		return found === undefined ? null : decode(decodeDer(found.value), name);
	}
	return {
		subjectAlternativeNames: read(extension.subjectAltName, 'subjectAltName', readGeneralNames),
		keyUsage: read(extension.keyUsage, 'keyUsage', readKeyUsage),
		extendedKeyUsage: read(extension.extKeyUsage, 'extKeyUsage', (value, name) =>
			readSequenceOf(value, name).map(oid => readOid(oid, name)),
		),
		basicConstraints: read(extension.basicConstraints, 'basicConstraints', readBasicConstraints),
		subjectKeyIdentifier: read(extension.subjectKeyIdentifier, 'subjectKeyIdentifier', (value, name) =>
			hexFromBytes(readOctetString(value, name)),
		),
		authorityKeyIdentifier: read(
			extension.authorityKeyIdentifier,
			'authorityKeyIdentifier',
			readAuthorityKeyIdentifier,
		),
	};
}

function readKeyUsage(value: DerValue, name: string): string[] {
	const bits = new Set(readNamedBits(value, name));
	return keyUsages.filter((_, bit) => bits.has(bit));
}

function readBasicConstraints(value: DerValue, name: string) {
	const fields = new Fields(value, name);
	const cA = fields.universal('BOOLEAN');
	const pathLenConstraint = fields.universal('INTEGER');
	fields.end();
	return {
		cA: cA !== null && readBoolean(cA, 'cA'),
		pathLenConstraint:
			pathLenConstraint === null ? null : readInteger(pathLenConstraint, 'pathLenConstraint'),
	};
}

/** Only keyIdentifier; null where the issuer is told by name and serial number. */
function readAuthorityKeyIdentifier(value: DerValue, name: string): string | null {
	const keyIdentifier = new Fields(value, name).context(0);
	return keyIdentifier === null ? null : hexFromBytes(readContent(keyIdentifier, name));
}
