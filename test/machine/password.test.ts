// Generated passwords, and the estimate for typed ones.
import {randomBytes} from 'node:crypto';
import test from 'ava';
import fc from 'fast-check';
import {estimateStrength} from '../../source/machine/estimate-strength.js';
import {generatePassword} from '../../source/machine/generate-password.js';

test('a generated password is long, plain, and without look-alikes', t => {
	for (let count = 0; count < 200; count++) {
		const password = generatePassword(randomBytes);
		t.regex(password, /^[A-HJ-NP-Za-km-np-z2-9]{24}$/);
		t.is(estimateStrength(password).level, 'strong');
	}
});

test('every character is equally likely, and together they are worth 128 bits', t => {
	const counts = new Map<string, number>();
	for (let value = 0; value < 256; value++) {
		let calls = 0;
		const password = generatePassword(length => new Uint8Array(length).fill(calls++ === 0 ? value : 0));
		// A second call means that this value was rejected.
		if (calls === 1) counts.set(password.charAt(0), (counts.get(password.charAt(0)) ?? 0) + 1);
	}
	t.is(counts.size, 56);
	t.deepEqual([...new Set(counts.values())], [4]);
	t.true(24 * Math.log2(counts.size) >= 128);
});

test('a password of known words, years or runs is weak however long it is', t => {
	for (const password of [
		'',
		'123456',
		'P@ssw0rd2024!',
		'YSoftSafeQ',
		'aaaaaaaaaaaaaaaaaaaa',
		'abcdefghijklmnop',
	])
		t.is(estimateStrength(password).level, 'weak', password);
});

test('a phrase is worth its words, not its letters', t => {
	t.is(estimateStrength('blue sky rain').level, 'weak');
	t.is(estimateStrength('correct horse battery staple').level, 'fair');
	t.is(estimateStrength('correct horse battery staple window paper garden').level, 'strong');
});

test('no text makes the estimate throw, and more of it is never worth less than nothing', t => {
	fc.assert(
		fc.property(fc.string({unit: 'binary'}), password => {
			t.true(estimateStrength(password).bits >= 0);
		}),
	);
});
