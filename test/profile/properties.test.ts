// No input throws or hangs, and no message can steer a terminal: random bytes, texts and mutations of valid profiles.
import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import fc from 'fast-check';
import {problemCodes} from '../../source/problem/codes.js';
import {formatProblem} from '../../source/problem/format.js';
import {loadProfile} from '../../source/profile/load.js';
import {memoryDisk, noFolders} from './disks.js';

const shippedFolder = fileURLToPath(new URL('../../../profiles/', import.meta.url));
const shipped = readdirSync(shippedFolder)
	.filter(file => file.endsWith('.yaml'))
	.map(file => readFileSync(shippedFolder + file, 'utf8'));

/** Whatever is in the file: an answer in the shape that is promised, with text that is safe to print. */
async function answers(content: string | Uint8Array): Promise<boolean> {
	const disk = memoryDisk({'a.yaml': content, 'shipped/base.yaml': 'kind: ssl\n'});
	const {profile, problems} = await loadProfile('a.yaml', noFolders, disk);
	const isSafe = problems.every(
		each => !/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/.test(formatProblem(each)),
	);
	const isPlaced = problems.every(
		({code, place}) => problemCodes[code] === 'profile' && place !== null && place.column !== 0,
	);
	return isSafe && isPlaced && (profile !== null || problems.length > 0);
}

const yamlPieces = fc.constantFrom(
	...'kind: ssl|subject:|  commonName: |- |{fqdn}|*.company.com|&a |*a|!!str |---\n|...\n|"|\'|\\|\n|\r\n|\t|  | # x|: |, |[|]|{|}|? ||\u0000|\ufeff|>\n|@|%YAML 1.1\n|extends: base|extends: a.yaml|certificates:\n|password: |null|~|1.2|true|1e999|-0|0x10|.nan|__proto__: |ä|日|\ud83d|\u202e'.split(
		/(?<!\|)\|/,
	),
);

test('random bytes give problems, never an exception', async t => {
	await fc.assert(fc.asyncProperty(fc.uint8Array({maxLength: 200}), answers), {numRuns: 300});
	t.pass();
});

test('random pieces of YAML give a profile or problems, never an exception', async t => {
	const texts = fc.array(yamlPieces, {maxLength: 30}).map(pieces => pieces.join(''));
	await fc.assert(fc.asyncProperty(texts, answers), {numRuns: 600});
	t.pass();
});

test('shipped profiles with pieces taken out, doubled or put in give a profile or problems', async t => {
	const mutated = fc
		.tuple(
			fc.constantFrom(...shipped),
			fc.array(fc.tuple(fc.nat(2000), fc.nat(20), yamlPieces), {minLength: 1, maxLength: 4}),
		)
		.map(([text, edits]) =>
			edits.reduce(
				(result, [at, length, piece]) =>
					result.slice(0, at % result.length) + piece + result.slice((at % result.length) + length),
				text,
			),
		);
	await fc.assert(fc.asyncProperty(mutated, answers), {numRuns: 300});
	t.pass();
});

test('a secret is in no answer, wherever and however it is written', async t => {
	const secret = 'canary-3f9c';
	const keys = fc.constantFrom('password', 'Passphrase', 'pfx_password', 'pwd', 'secret', 'private-key');
	const forms = fc.constantFrom(
		secret,
		`"${secret}`,
		`{${secret}}`,
		`*${secret}`,
		`&${secret}`,
		`@${secret}`,
		`!${secret} x`,
		`[${secret}`,
		`a: ${secret}`,
		`\n          - ${secret}\n          - {${secret}}`,
		`\n          ${secret}: {${secret}}`,
		`|\n${secret}`,
	);
	const positions = fc.constantFrom(
		'',
		'  ',
		'pfx:\n  ',
		'certificates:\n  - ',
		'subject: x ',
		'pfx: {',
		'- ',
	);
	await fc.assert(
		fc.asyncProperty(positions, keys, forms, async (position, key, form) => {
			const disk = memoryDisk({'a.yaml': `kind: ssl\n${position}${key}: ${form}\nfriendlyName: x\n`});
			const {problems} = await loadProfile('a.yaml', noFolders, disk);
			return problems.length > 0 && !JSON.stringify(problems).includes(secret);
		}),
		{numRuns: 300},
	);
	t.pass();
});

test('a megabyte of any one piece is answered within seconds', async t => {
	for (const piece of [
		'[',
		'- ',
		'{a: ',
		'? ',
		'"a\n',
		'a: 1\n',
		'&a ',
		'*a ',
		'a: @x\n',
		'[a,',
		'\n',
		'---\n',
		'# x\n',
	]) {
		const text = piece.repeat(Math.floor(1_048_576 / piece.length));
		const start = performance.now();
		t.true(await answers(text), piece);
		const seconds = (performance.now() - start) / 1000;
		t.true(seconds < 10, `${JSON.stringify(piece)}: ${seconds} s`);
	}
});
