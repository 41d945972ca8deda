// Passwords that people really choose, in both modes, judged by every foreign program.
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'ava';
import {openPfx} from '../../source/pfx/open.js';
import {pfxEncryptions} from '../../source/profile/profile.js';
import {testPlan} from '../certificate/test-plan.js';
import {pfxPlan, putPfx} from './our-files.js';
import {type PfxFile, type VerifierName, verifierNames, verifiers} from './verifiers.js';

/** Password by what is special about it. */
const passwords: Readonly<Record<string, string>> = {
	umlaut: 'Schlüssel ä',
	decomposed: 'a\u0308',
	euro: '€',
	cjk: '日本',
	emoji: '😀',
	spaces: ' at both ends ',
	quotes: `"double" 'single' \`back\``,
	shell: '$HOME %PATH% \\ ^ & | < > !',
	long: '0123456789abcdef'.repeat(4),
};

/** Which passwords a program does not open, with what it says, and why; everything else it must open. */
const refusals: Readonly<
	Partial<Record<VerifierName, {readonly passwords: readonly string[]; readonly said: RegExp}>>
> = {
	// Java's PBEKey takes printable ASCII only, up to Java 17 at least.
	java: {
		passwords: ['umlaut', 'decomposed', 'euro', 'cjk', 'emoji'],
		said: /keystore password was incorrect/,
	},
	// GnuTLS normalises what it is given (RFC 8265), so that the file would have to hold the composed form.
	certtool: {passwords: ['decomposed'], said: /Message Authentication Code verification failed/},
};

const files: PfxFile[] = [];
let folder = '';

test.before(async () => {
	folder = await mkdtemp(path.join(os.tmpdir(), 'safeq-cert-tui-test-'));
	for (const encryption of pfxEncryptions)
		for (const [special, password] of Object.entries(passwords)) {
			// Few iterations: what matters here is how the password is encoded.
			const plan = testPlan('ssl', 'ecdsa-p256', {pfx: pfxPlan(encryption, 1000)});
			files.push(await putPfx(folder, `${special}-${encryption}`, plan, password));
		}
});

test.after.always(() => rm(folder, {recursive: true, force: true}));

for (const name of verifierNames) {
	const refused = refusals[name];
	const exception = refused === undefined ? '' : `, except for: ${refused.passwords.join(', ')}`;
	test(`${name} opens a PFX with any password, in both modes${exception}`, async t => {
		const verdicts = await verifiers[name](files);
		t.is(verdicts.size, 18);
		for (const file of files) {
			const [special = ''] = file.name.split('-');
			const said = verdicts.get(file.name)?.said ?? null;
			if (refused?.passwords.includes(special)) t.regex(said ?? '', refused.said, file.name);
			else t.is(said, null, file.name);
		}
	});
}

test('our reader opens them all, with exactly that password', async t => {
	for (const {file, password} of files) {
		const pfx = await readFile(file);
		t.is((await openPfx(pfx, password)).keys.length, 1);
		for (const other of [password.trim(), password.normalize('NFC'), `${password} `].filter(
			each => each !== password,
		))
			await t.throwsAsync(openPfx(pfx, other), {message: 'the password is wrong'});
	}
});
