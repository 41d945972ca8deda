// Passwords that nobody can guess.

/** Letters and digits without those that look alike (`0 O o`, `1 I l`): all systems and shells take them as they are. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';

/** 24 of 56 characters: 139 bits. At most 31, for the dialogs of old Windows. */
const passwordLength = 24;

/** A new password of 24 letters and digits, every one equally likely (rejection sampling). */
export function generatePassword(randomBytes: (length: number) => Uint8Array): string {
	const fair = 256 - (256 % alphabet.length);
	let password = '';
	while (password.length < passwordLength) {
		for (const byte of randomBytes(passwordLength - password.length)) {
			if (byte < fair) password += alphabet.charAt(byte % alphabet.length);
		}
	}
	return password;
}
