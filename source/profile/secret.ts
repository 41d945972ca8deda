// Words that tell a secret: a profile is mailed around, so it never holds one, and no message repeats one.
import {error, type Place, type Problem} from '../problem/problem.js';
import {quoted} from '../problem/visible.js';

const secretPart = /passw|passphrase|passcode|pwd|secret|privatekey|credential|heslo/;
const secretWord = /^(pass|pin|token)$/;
const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;

/** True for keys such as `password`, `pfx_password` and `Pass Phrase`. */
export function isSecretKey(key: string): boolean {
	const plain = key.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
	return secretPart.test(plain) || secretWord.test(plain);
}

/** True for text that must not be repeated in a message: it names a password or holds a private key. */
export function mayHoldSecret(text: string): boolean {
	return isSecretKey(text) || privateKey.test(text);
}

/** True for a private key in PEM. */
export function isPrivateKey(text: string): boolean {
	return privateKey.test(text);
}

/** The problem of a key that asks for a secret, at the key; the value is not looked at. */
export function secretProblem(key: string, place: Place): Problem {
	return error(
		'secret-in-profile',
		`a profile never holds a secret, and ${quoted(key.slice(0, 60))} is one`,
		{
			hint: 'take it out; passwords come from --password-file, --password-stdin, SAFEQ_CERT_PASSWORD or --generate-passwords',
			place,
		},
	);
}

/** The problem of a value that is a private key. */
export function privateKeyProblem(place: Place): Problem {
	return error('secret-in-profile', 'a profile never holds a private key', {
		hint: 'take it out; the program makes a new key for every certificate',
		place,
	});
}
