// Reading certificates of any origin.
import {createPublicKey, X509Certificate} from 'node:crypto';
import tls from 'node:tls';
import fc from 'fast-check';
import test from 'ava';
import {factsOfCertificate} from '../../source/certificate/facts.js';
import {readName} from '../../source/certificate/name.js';
import {certificateToPem} from '../../source/certificate/pem.js';
import {readCertificate} from '../../source/certificate/read.js';
import {
	explicit,
	implicit,
	integer,
	objectIdentifier,
	octetString,
	sequence,
} from '../../source/der/build.js';
import {decodeDer} from '../../source/der/decode.js';
import {DerError} from '../../source/der/der-error.js';
import {encodeDer} from '../../source/der/encode.js';
import {readSequenceOf} from '../../source/der/read.js';
import type {DerValue} from '../../source/der/value.js';
import {selfSigned, testPlan} from './test-plan.js';

const foreign = tls.rootCertificates.map(pem => new X509Certificate(pem));

test('every root certificate of Node reads as Node itself reads it', t => {
	t.true(foreign.length > 100);
	for (const x509 of foreign) {
		const certificate = readCertificate(x509.raw);
		t.is(BigInt(`0x${certificate.serialNumber}`), BigInt(`0x${x509.serialNumber}`), x509.subject);
		t.is(certificate.sha256, x509.fingerprint256.replaceAll(':', ''));
		t.is(certificate.thumbprint, x509.fingerprint.replaceAll(':', ''));
		t.deepEqual(certificate.notBefore, x509.validFromDate);
		t.deepEqual(certificate.notAfter, x509.validToDate);
		t.is(certificate.basicConstraints?.cA, x509.ca);
		const {asymmetricKeyType, asymmetricKeyDetails} = createPublicKey({
			key: Buffer.from(certificate.publicKey.spki),
			format: 'der',
			type: 'spki',
		});
		t.is(certificate.publicKey.type, asymmetricKeyType === 'rsa' ? 'rsa' : 'ec');
		t.is(certificate.publicKey.curve, asymmetricKeyDetails?.namedCurve ?? null);
		if (asymmetricKeyType === 'rsa')
			t.is(certificate.publicKey.bits, asymmetricKeyDetails?.modulusLength ?? null);
		t.deepEqual(certificate.issuerDer, certificate.subjectDer, 'roots sign themselves');
		const values = certificate.subject.flat().map(({value}) => value);
		for (const value of values)
			t.true(x509.subject.includes(value.replaceAll(',', '\\,')) || x509.subject.includes(value), value);
	}
});

const attribute = (value: string) => `300a0603550403${value}`;
const name = (value: string) => decodeDer(Buffer.from(`300e310c${attribute(value)}`, 'hex'));

test('names in every string type, old ones included; what is no text comes as hex (RFC 4514, section 2.4)', t => {
	for (const [value, text] of [
		['1303412a42', 'A*B'],
		['0c03c3bc42', 'üB'],
		['14034afc42', 'JüB'],
		['1603612a40', 'a*@'],
		['1203313233', '123'],
	] as const)
		t.deepEqual(readName(name(value), 'subject'), [[{type: '2.5.4.3', value: text}]]);
	t.deepEqual(readName(name('0303000102'), 'subject'), [[{type: '2.5.4.3', value: '#0303000102'}]]);
	t.throws(() => readName(name('0c03fcfcfc'), 'subject'), {
		instanceOf: DerError,
		message: 'subject: not valid UTF-8',
	});
	t.throws(() => readName(decodeDer(Buffer.from('300430023100', 'hex')), 'subject'), {instanceOf: DerError});
	t.deepEqual(readName(decodeDer(Buffer.from('3000', 'hex')), 'subject'), []);
});

/** A certificate of ours with another list of extensions; its signature no longer fits, which is not looked at. */
function withExtensions(...extensions: readonly DerValue[]): Uint8Array {
	const [tbs, ...rest] = readSequenceOf(decodeDer(selfSigned(testPlan('ssl', 'ecdsa-p256'))), 'certificate');
	const fields = tbs === undefined ? [] : readSequenceOf(tbs, 'tbs').slice(0, 7);
	return encodeDer(sequence(sequence(...fields, explicit(3, sequence(...extensions))), ...rest));
}

const extension = (oid: string, value: DerValue) =>
	sequence(objectIdentifier(oid), octetString(encodeDer(value)));

test('extensions of other programs: a CA, foreign names, key identifiers that name nothing', t => {
	const names = sequence(
		implicit(2, Buffer.from('srv01')),
		implicit(7, Uint8Array.of(10, 0, 0, 0, 255, 0, 0, 0)),
		implicit(8, Uint8Array.of(0x2a, 3)),
		explicit(4, sequence()),
	);
	const certificate = readCertificate(
		withExtensions(
			extension('2.5.29.17', names),
			extension('2.5.29.19', sequence(decodeDer(Uint8Array.of(1, 1, 0xff)), integer(3))),
			extension('2.5.29.35', sequence(implicit(2, Uint8Array.of(1)))),
			extension('1.2.3.4', sequence()),
		),
	);
	t.deepEqual(certificate.subjectAlternativeNames, [
		{type: 'dns', value: 'srv01'},
		{type: 'other', value: '[7] 87080A000000FF000000'},
		{type: 'other', value: '[8] 88022A03'},
		{type: 'other', value: '[4] A4023000'},
	]);
	t.deepEqual(certificate.basicConstraints, {cA: true, pathLenConstraint: 3});
	t.is(certificate.authorityKeyIdentifier, null);
	t.is(certificate.subjectKeyIdentifier, null);
	t.is(certificate.keyUsage, null);
	t.is(certificate.extendedKeyUsage, null);
	t.deepEqual(
		certificate.extensions.map(each => each.oid),
		['2.5.29.17', '2.5.29.19', '2.5.29.35', '1.2.3.4'],
	);
	t.true(factsOfCertificate(certificate).cA);
});

test('an extension that is there twice is refused (RFC 5280, section 4.2), and a malformed one', t => {
	const twice = withExtensions(extension('2.5.29.37', sequence()), extension('2.5.29.37', sequence()));
	t.throws(() => readCertificate(twice), {
		instanceOf: DerError,
		message: 'extension 2.5.29.37 is there twice',
	});
	const malformed = withExtensions(extension('2.5.29.17', integer(1)));
	t.throws(() => readCertificate(malformed), {message: 'subjectAltName: expected SEQUENCE, got INTEGER'});
});

test('the rules see in a certificate what they saw in its plan', t => {
	const plan = testPlan('ssl', 'rsa-3072');
	const facts = factsOfCertificate(readCertificate(selfSigned(plan)));
	const {subject, subjectAlternativeNames, notBefore, notAfter, keyUsage, extendedKeyUsage} = plan;
	t.deepEqual(facts, {
		kind: null,
		friendlyName: null,
		subject,
		subjectAlternativeNames,
		key: {type: 'rsa', bits: 3072, name: 'RSA'},
		notBefore,
		notAfter,
		keyUsage,
		extendedKeyUsage,
		cA: false,
		pfx: null,
		outputs: null,
	});
});

test('PEM is what OpenSSL writes (RFC 7468)', t => {
	for (const x509 of foreign.slice(0, 20)) t.is(certificateToPem(x509.raw), x509.toString());
});

test('a certificate that was changed anywhere is read, or refused with DerError', t => {
	const der = selfSigned(testPlan('ssl', 'ecdsa-p256'));
	const change = fc.record({
		at: fc.nat(der.length - 1),
		octet: fc.nat(255),
		drop: fc.nat(2),
		keep: fc.nat(der.length),
	});
	fc.assert(
		fc.property(change, ({at, octet, drop, keep}) => {
			const changed = Buffer.concat([der.subarray(0, at), Buffer.of(octet), der.subarray(at + drop)]);
			for (const input of [changed, der.subarray(0, keep)])
				try {
					readCertificate(input);
				} catch (error) {
					if (!(error instanceof DerError)) throw error;
				}
		}),
		{numRuns: 3000},
	);
	t.pass();
});
