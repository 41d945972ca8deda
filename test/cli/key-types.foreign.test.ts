// Keys that SafeQ's servers cannot use, made by openssl: what `check`, `inspect` and `convert` call them, and say of them.
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import * as v from 'valibot';
import {inspectionDefinition} from '../../source/describe/inspection-definition.js';
import {runOk, temporaryFolder} from '../interop/tools.js';
import {runProgram} from '../program.js';

/** Name, `openssl genpkey` options, the key in JSON, the words of the Details tab. */
const keyTypes = [
	['Ed25519', ['ed25519'], 'ed25519', 'Ed25519'],
	['Ed448', ['ed448'], 'ed448', 'Ed448'],
	['RSA-PSS', ['rsa-pss'], 'rsa-pss-2048', 'RSA-PSS \\(2048 Bits\\)'],
	['P-521', ['EC', 'ec_paramgen_curve:P-521'], 'ecdsa-p521', 'ECC \\(521 Bits\\)'],
	['secp256k1', ['EC', 'ec_paramgen_curve:secp256k1'], 'secp256k1', 'ECC \\(256 Bits\\)'],
	['brainpoolP256r1', ['EC', 'ec_paramgen_curve:brainpoolP256r1'], 'brainpoolP256r1', 'ECC \\(256 Bits\\)'],
] as const;

type Options = readonly [algorithm: string, parameters?: string];

/** A certificate for a server and its key, in one PEM file. */
async function pemOf(t: ExecutionContext, [algorithm, parameters]: Options): Promise<Buffer> {
	const folder = await temporaryFolder(t);
	const [key, certificate] = [path.join(folder, 'key'), path.join(folder, 'certificate')];
	const more = parameters === undefined ? [] : ['-pkeyopt', parameters];
	await runOk('openssl', ['genpkey', '-algorithm', algorithm, ...more, '-out', key]);
	const extensions = [
		'basicConstraints=critical,CA:FALSE',
		'subjectAltName=DNS:js1.company.com',
		'keyUsage=critical,digitalSignature',
		'extendedKeyUsage=serverAuth',
	];
	await runOk('openssl', [
		...['req', '-x509', '-new', '-key', key, '-days', '300', '-subj', '/CN=js1.company.com'],
		...extensions.flatMap(each => ['-addext', each]),
		...['-out', certificate],
	]);
	return Buffer.concat([await readFile(key), await readFile(certificate)]);
}

for (const [name, options, json, words] of keyTypes)
	test(`a key of the kind ${name} is called so, and refused for SSL and signing`, async t => {
		const files = {'js1.pem': await pemOf(t, options), new: 'Geheim-2026'};
		const said = new RegExp(`the key is of the kind ${name}: SSL on Windows takes RSA, P-256 and P-384`);
		for (const kind of ['ssl', 'signing']) {
			const checked = await runProgram(['check', 'js1.pem', '--kind', kind], {files});
			t.is(checked.code, 1);
			t.regex(checked.stdout.replace(/\s+/g, ' '), said);
			t.regex(checked.stdout, /\[key-type-unusable\]/);
		}
		const inspected = await runProgram(['inspect', 'js1.pem', '--json'], {files});
		const report = v.parse(inspectionDefinition, JSON.parse(inspected.stdout));
		const [certificate] = report.certificates;
		t.is(certificate?.key, json);
		t.true(certificate?.findings.some(({code}) => code === 'key-type-unusable'));
		const text = await runProgram(['inspect', 'js1.pem'], {files});
		t.regex(text.stdout, new RegExp(`Public key +${words}\\n`));
		t.regex(text.stdout, new RegExp(`Private key +${json}, of certificate 1`));
		const converted = await runProgram(['convert', 'js1.pem', '--new-password-file', 'new'], {files});
		t.is(converted.code, 0, converted.stderr);
		t.regex(converted.stderr, /warning: the key is of the kind .* \[key-type-unusable\]/);
	});
