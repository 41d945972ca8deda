// Files that people take for a certificate or a key, and what to do with each of them.
import type {ProblemCode} from '../problem/codes.js';
import {error, type Problem} from '../problem/problem.js';

type Stranger = {
	/** How it begins, one character a byte. */
	readonly begins: RegExp;
	readonly code: ProblemCode;
	readonly what: string;
	readonly hint: string | null;
};

const toPkcs12 = (type: string) =>
	`keytool -importkeystore -srckeystore FILE -srcstoretype ${type} -destkeystore FILE.p12 -deststoretype PKCS12`;

const strangers: readonly Stranger[] = [
	{
		begins: /^\xfe\xed\xfe\xed/,
		code: 'file-unsupported',
		what: 'this is a Java keystore (JKS), which is not supported',
		hint: toPkcs12('JKS'),
	},
	{
		begins: /^\xce\xce\xce\xce/,
		code: 'file-unsupported',
		what: 'this is a Java keystore (JCEKS), which is not supported',
		hint: toPkcs12('JCEKS'),
	},
	{
		begins: /^\0\0\0\0CERT/,
		code: 'file-unsupported',
		what: 'this is a serialized certificate store of Windows (.sst), which is not supported',
		hint: 'on Windows, Import-Certificate takes it; then export the one that you need',
	},
	{
		begins: /^\x1e\xf1\xb5\xb0/,
		code: 'file-unsupported',
		what: 'this is a private key in the old format of Microsoft (.pvk), which is not supported',
		hint: 'openssl rsa -inform PVK -in FILE -out FILE.pem',
	},
	{
		begins: /^(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-\S+) AAAA/,
		code: 'file-unsupported',
		what: 'this is a public key of SSH, which is no certificate',
		hint: null,
	},
	{
		begins: /^PuTTY-User-Key-File/,
		code: 'file-unsupported',
		what: 'this is a private key of PuTTY, which is not supported',
		hint: null,
	},
	{begins: /^PK\x03\x04/, code: 'file-unknown', what: 'this is a ZIP archive', hint: 'unpack it first'},
	{begins: /^\x1f\x8b/, code: 'file-unknown', what: 'this is a gzip archive', hint: 'unpack it first'},
	{begins: /^%PDF/, code: 'file-unknown', what: 'this is a PDF document', hint: null},
	{begins: /^MZ/, code: 'file-unknown', what: 'this is a program of Windows', hint: null},
	{
		begins: /^\s*(?:<!doctype html|<html)/i,
		code: 'file-unknown',
		what: 'this is a web page',
		hint: 'a download that asked for a log-in, perhaps',
	},
];

/** The problem for a file that is nothing we read; says what it is where that can be told. */
export function strangerProblem(bytes: Uint8Array): Problem {
	if (bytes.length === 0) return error('file-unknown', 'the file is empty');
	const beginning = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
	const found = strangers.find(({begins}) => begins.test(beginning));
	if (found !== undefined) return error(found.code, found.what, {hint: found.hint});
	if (bytes.every(each => each === 0)) return error('file-unknown', 'the file holds nothing but zeros');
	return error('file-unknown', 'this is no PFX, certificate, request or key');
}
