// Rules for the password of a PFX: which programs will not open it. No message ever holds a part of it.
import type {ProblemCode} from '../problem/codes.js';
import {error, type Problem, warning} from '../problem/problem.js';

type PasswordRule = {
	readonly code: ProblemCode;
	readonly reference: string;
	readonly message: string;
	readonly hint: string;
	readonly broken: (password: string) => boolean;
};

const keepTo = 'keep to at most 31 ASCII characters';

const passwordRules: readonly PasswordRule[] = [
	{
		code: 'password-non-ascii',
		reference: 'Java 17, PKCS12 keystore',
		message: 'the password has other characters than printable ASCII: Java does not open the PFX',
		hint: keepTo,
		broken: password => !/^[\x20-\x7e]*$/.test(password),
	},
	{
		code: 'password-not-nfc',
		reference: 'GnuTLS, RFC 8265',
		message:
			'the password has letters with separate accents: programs that join them, as GnuTLS does, refuse it',
		hint: keepTo,
		broken: password => password !== password.normalize('NFC'),
	},
	{
		code: 'password-beyond-bmp',
		reference: 'Go, golang.org/x/crypto/pkcs12',
		message:
			'the password has characters beyond the Basic Multilingual Plane, such as emoji: Go does not open the PFX',
		hint: keepTo,
		broken: password => /[\u{10000}-\u{10ffff}]/u.test(password),
	},
	{
		code: 'password-too-long',
		reference: 'import dialogs of old Windows',
		message: 'the password has more than 31 characters: old dialogs of Windows do not take it',
		hint: keepTo,
		broken: password => password.length > 31,
	},
	{
		code: 'password-line-break',
		reference: 'Import wizard of Windows, openssl -passin',
		message: 'the password holds a line break, which no field for passwords takes',
		hint: 'give one line; of the line ends behind it, one is taken off',
		broken: password => /[\r\n]/.test(password),
	},
	{
		code: 'password-space',
		reference: 'cmd.exe, echo',
		message: 'the password begins or ends with a space, which is easily lost when it is copied',
		hint: 'leave it out; "echo password> FILE" in cmd writes none, "echo password > FILE" does',
		broken: password => /^ | $/.test(password),
	},
];

/** What speaks against a password: an error when it is empty or not text, warnings for what some programs refuse. */
export function checkPassword(password: string): Problem[] {
	if (password === '') return [error('password-empty', 'the password is empty')];
	if (/\p{Cs}/u.test(password))
		return [error('password-unreadable', 'the password holds half a character (a lone surrogate)')];
	return passwordRules
		.filter(({broken}) => broken(password))
		.map(({code, message, hint}) => warning(code, message, {hint}));
}
