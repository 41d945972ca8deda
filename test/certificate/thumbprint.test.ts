// Thumbprints as people paste them.
import test from 'ava';
import {looksLikeThumbprint, parseThumbprint} from '../../source/certificate/thumbprint.js';

const sha1 = '5F1C09AB5F1C09AB5F1C09AB5F1C09AB5F1C09AB';
const sha256 = sha1 + sha1.slice(0, 24);
const pairs = sha1.match(/../g) ?? [];

for (const [what, text] of [
	['upper-case hex', sha1],
	['lower-case hex', sha1.toLowerCase()],
	['hex with colons, as openssl prints it', `SHA1 Fingerprint=${pairs.join(':')}`],
	['hex with spaces and an invisible mark, as MMC copies it', `\u200e${pairs.join(' ').toLowerCase()}`],
	['hex after a word', `Thumbprint: ${sha1}`],
] as const)
	test(`a thumbprint is understood as ${what}`, t => {
		t.deepEqual(parseThumbprint(text), {value: sha1, problems: []});
		t.true(looksLikeThumbprint(text));
	});

test('64 digits are a SHA-256 fingerprint', t => {
	t.is(parseThumbprint(`sha256 Fingerprint=${sha256}`).value, sha256);
});

test('a thumbprint that lost a digit is wrong usage, not a file', t => {
	t.true(looksLikeThumbprint(sha1.slice(1)));
	const {value, problems} = parseThumbprint(sha1.slice(1));
	t.is(value, null);
	t.like(problems[0], {code: 'usage'});
	t.regex(problems[0]?.message ?? '', /has 39 hexadecimal digits, and a thumbprint has 40 \(SHA-1\) or 64/);
});

for (const text of ['ssl.pfx', './abcdef', 'js1.company.com', 'cafe.cer', ''])
	test(`${JSON.stringify(text)} is no thumbprint`, t => {
		t.false(looksLikeThumbprint(text));
		t.regex(parseThumbprint(text).problems[0]?.message ?? '', /40 \(SHA-1\) or 64 \(SHA-256\)/);
	});
