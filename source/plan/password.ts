// Rules for the password of a PFX: which programs will not open it. No message ever holds a part of it.
import type {ProblemCode} from '../problem/codes.js';
import {error, type Problem, warning} from '../problem/problem.js';

type PasswordRule = {
	readonly code: ProblemCode;
	readonly reference: string;
	readonly message: string;
	readonly broken: (password: string) => boolean;
};

const passwordRules: readonly PasswordRule[] = [
	{
		code: 'password-non-ascii',
		reference: 'Java 17, PKCS12 keystore',
		message: 'the password has other characters than printable ASCII: Java does not open the PFX',
		broken: password => !/^[\x20-\x7e]*$/.test(password),
	},
	{
		code: 'password-not-nfc',
		reference: 'GnuTLS, RFC 8265',
		message:
			'the password has letters with separate accents: programs that join them, as GnuTLS does, refuse it',
		broken: password => password !== password.normalize('NFC'),
	},
	{
		code: 'password-beyond-bmp',
		reference: 'Go, golang.org/x/crypto/pkcs12',
		message:
			'the password has characters beyond the Basic Multilingual Plane, such as emoji: Go does not open the PFX',
		broken: password => /[\u{10000}-\u{10ffff}]/u.test(password),
	},
	{
		code: 'password-too-long',
		reference: 'import dialogs of old Windows',
		message: 'the password has more than 31 characters: old dialogs of Windows do not take it',
		broken: password => password.length > 31,
	},
];

/** What speaks against a password: an error when it is empty or not text, warnings for what some programs refuse. */
export function checkPassword(password: string): Problem[] {
	if (password === '') return [error('password-empty', 'the password is empty')];
	if (/\p{Cs}/u.test(password))
		return [error('password-unreadable', 'the password holds half a character (a lone surrogate)')];
	return passwordRules
		.filter(({broken}) => broken(password))
		.map(({code, message}) => warning(code, message, {hint: 'keep to at most 31 ASCII characters'}));
}
