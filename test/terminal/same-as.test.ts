// Thumbprints as people paste them.
import test from 'ava';
import {parseThumbprint} from '../../source/terminal/commands/same-as.js';

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
		t.like(parseThumbprint(text), {thumbprint: sha1, sha256: null});
	});

test('64 digits are a SHA-256 fingerprint', t => {
	t.like(parseThumbprint(`sha256 Fingerprint=${sha256}`), {thumbprint: null, sha256});
});

test('a thumbprint that lost a digit is wrong usage, not a file', t => {
	t.like(parseThumbprint(sha1.slice(1)), {code: 'usage'});
});

for (const text of ['ssl.pfx', './abcdef', 'js1.company.com', 'cafe.cer', ''])
	test(`${JSON.stringify(text)} is no thumbprint`, t => {
		t.is(parseThumbprint(text), null);
	});
