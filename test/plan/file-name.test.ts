// File names: safe on every system, whatever the friendly name is.
import test from 'ava';
import fc from 'fast-check';
import {checkFileName, toFileName} from '../../source/plan/file-name.js';

const cases: readonly (readonly [text: string, name: string])[] = [
	['YSoft SafeQ SSL srv01.company.com 2028-11', 'YSoft SafeQ SSL srv01.company.com 2028-11'],
	['*.company.com', '_.company.com'],
	['a/b\\c:d*e?f"g<h>i|j', 'a_b_c_d_e_f_g_h_i_j'],
	['../../etc/passwd', '_.._etc_passwd'],
	['..', 'certificate'],
	['', 'certificate'],
	[' . ', 'certificate'],
	['.hidden', 'hidden'],
	['trailing. . ', 'trailing'],
	['a\u0000b\u001bc\u202ed', 'a_b_c_d'],
	['CON', '_CON'],
	['con.company.com', '_con.company.com'],
	['Aux .x', '_Aux .x'],
	['COM¹', '_COM¹'],
	['LPT9', '_LPT9'],
	['COM10', 'COM10'],
	['console', 'console'],
	['u\u0308ber', 'über'],
	['証明書 🔑', '証明書 🔑'],
	['\ud800', '_'],
];

for (const [text, name] of cases)
	test(`${JSON.stringify(text)} becomes the file name ${JSON.stringify(name)}`, t => {
		t.is(toFileName(text), name);
	});

test('a name together with an ending and a temporary suffix stays within 255 bytes, in whole characters', t => {
	const name = toFileName('🔑'.repeat(200));
	t.true(Buffer.byteLength(name) <= 200);
	t.true(Buffer.byteLength(name) > 190);
	t.regex(name, /^🔑+$/u);
});

test('every file name is safe, and safe names stay as they are', t => {
	fc.assert(
		fc.property(fc.string({unit: 'binary', maxLength: 300}), text => {
			const name = toFileName(text);
			t.notRegex(name, /[/\\:*?"<>|\p{Cc}\p{Cs}]|^[\s.]|[\s.]$|^$/u);
			t.true(Buffer.byteLength(name) <= 200);
			t.is(toFileName(name), name);
			t.is(checkFileName(name).value === null, /\.(pfx|p12|cer|crt|pem)$/i.test(name));
		}),
	);
});
