// The key pairs of the tests, one of each type: published, for tests only.
import {createPrivateKey, createPublicKey} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import type {KeyPair} from '../../source/certificate/certificate.js';
import type {KeyType} from '../../source/profile/profile.js';

/** A file of `test/certificate/fixtures`, from where the compiled test runs. */
export function fixturePath(name: string): string {
	return fileURLToPath(new URL(`../../../test/certificate/fixtures/${name}`, import.meta.url));
}

/** The test key pair of this type; always the same one. */
export function testKeyPair(type: KeyType): KeyPair {
	const privateKey = createPrivateKey(readFileSync(fixturePath(`test-only-${type}.pem`)));
	return {privateKey, publicKey: createPublicKey(privateKey)};
}
