// The bytes of PFX files, which must not change unnoticed: fixed key, certificate, salts and password.
import {readFileSync} from 'node:fs';
import test from 'ava';
import {encodePfx} from '../../source/pfx/encode.js';
import {openPfx} from '../../source/pfx/open.js';
import {privateKeyOf} from './private-key-of.js';
import {pfxEncryptions} from '../../source/profile/profile.js';
import {fixturePath, testKeyPair} from '../certificate/test-keys.js';
import {selfSigned, testPlan} from '../certificate/test-plan.js';
import {fixedRandomBytes, pfxPlan} from '../interop/our-files.js';

const password = 'golden: ä€日本😀';
const plan = testPlan('ssl', 'rsa-2048');
const certificate = selfSigned(plan);
const {privateKey} = testKeyPair('rsa-2048');

for (const encryption of pfxEncryptions) {
	const file = fixturePath(`test-only-golden-${encryption}.pfx`);

	test(`the ${encryption} PFX of the test plan has the bytes of the golden file`, async t => {
		const {iterations, provider} = pfxPlan(encryption);
		const content = {privateKey, certificate, chain: [], friendlyName: plan.friendlyName, provider};
		const pfx = await encodePfx(content, {encryption, iterations, password, randomBytes: fixedRandomBytes()});
		t.is(Buffer.compare(pfx, readFileSync(file)), 0);
	});

	test(`the golden ${encryption} file opens`, async t => {
		const opened = await openPfx(readFileSync(file), password);
		t.true(privateKeyOf(opened, certificate)?.equals(privateKey));
	});
}
