// PFX files taken apart and put together in other ways than the writer does.
import {createHmac} from 'node:crypto';
import {
	explicit,
	integer,
	nullValue,
	objectIdentifier,
	octetString,
	sequence,
} from '../../source/der/build.js';
import {decodeDer} from '../../source/der/decode.js';
import {encodeDer} from '../../source/der/encode.js';
import {readExplicit, readOctetString, readSequenceOf} from '../../source/der/read.js';
import type {DerValue} from '../../source/der/value.js';
import {derivePbkdf2, derivePkcs12, purpose} from '../../source/pfx/key-derivation.js';
import {bmpPassword, utf8Password} from '../../source/pfx/password.js';
import {unlimitedWork} from '../../source/pfx/work.js';

const data = '1.2.840.113549.1.7.1';

/** ContentInfo of type data around these bytes. */
export function dataInfo(content: Uint8Array): DerValue {
	return sequence(objectIdentifier(data), explicit(0, octetString(content)));
}

/** The ContentInfos of a PFX, still encrypted. */
export function contentInfos(pfx: Uint8Array): readonly DerValue[] {
	const authSafe = readSequenceOf(decodeDer(pfx), 'PFX')[1];
	const content = authSafe === undefined ? undefined : readSequenceOf(authSafe, 'authSafe')[1];
	if (content === undefined) throw new Error('no content');
	return readSequenceOf(
		decodeDer(readOctetString(readExplicit(content, 'content'), 'content')),
		'AuthenticatedSafe',
	);
}

/** A PFX of these ContentInfos, without a MAC or with the one that `mac` makes of the content. */
export async function assemble(
	infos: readonly DerValue[],
	mac: ((content: Uint8Array) => Promise<DerValue>) | null = null,
): Promise<Uint8Array> {
	const content = encodeDer(sequence(...infos));
	const macData = mac === null ? [] : [await mac(content)];
	return encodeDer(sequence(integer(3), dataInfo(content), ...macData));
}

/** The MAC of PKCS #12 with SHA-1 and one iteration. */
export function sha1Mac(password: string): (content: Uint8Array) => Promise<DerValue> {
	return async content => {
		const salt = Buffer.alloc(8, 1);
		const derivation = {hash: 'sha1', salt, iterations: 1, length: 20} as const;
		const key = await derivePkcs12(bmpPassword(password), purpose.mac, derivation, unlimitedWork);
		return macData(
			sequence(objectIdentifier('1.3.14.3.2.26'), nullValue()),
			hmac('sha1', key, content),
			salt,
		);
	};
}

type Pbmac1Options = {
	readonly hash: 'sha256' | 'sha512';
	/** As written in the file; null writes none. The key itself has the length of the hash. */
	readonly keyLength: number | null;
	/** Written instead of what was really used. */
	readonly wrongIterations?: number;
	readonly wrongSalt?: Uint8Array;
};

const hmacOids = {sha256: '1.2.840.113549.2.9', sha512: '1.2.840.113549.2.11'} as const;
const hashLengths = {sha256: 32, sha512: 64} as const;

/** PBMAC1 with PBKDF2 (RFC 9579), also in the ways that the RFC forbids. */
export function pbmac1(password: string, options: Pbmac1Options): (content: Uint8Array) => Promise<DerValue> {
	const {hash, keyLength, wrongIterations = 2048, wrongSalt = Buffer.alloc(8, 2)} = options;
	return async content => {
		const length = keyLength ?? hashLengths[hash];
		const derivation = {hash, salt: Buffer.alloc(8, 2), iterations: 2048, length};
		const key = await derivePbkdf2(utf8Password(password), derivation, unlimitedWork);
		const algorithm = sequence(objectIdentifier(hmacOids[hash]), nullValue());
		const lengthField = keyLength === null ? [] : [integer(keyLength)];
		const parameters = sequence(octetString(wrongSalt), integer(wrongIterations), ...lengthField, algorithm);
		const pbkdf2 = sequence(objectIdentifier('1.2.840.113549.1.5.12'), parameters);
		const identifier = sequence(objectIdentifier('1.2.840.113549.1.5.14'), sequence(pbkdf2, algorithm));
		return macData(identifier, hmac(hash, key, content), Buffer.from('NOT USED'));
	};
}

function hmac(hash: string, key: Uint8Array, content: Uint8Array): Uint8Array {
	return createHmac(hash, key).update(content).digest();
}

function macData(algorithm: DerValue, digest: Uint8Array, salt: Uint8Array): DerValue {
	return sequence(sequence(algorithm, octetString(digest)), octetString(salt), integer(1));
}
