// The bytes of certificates, which must not change unnoticed.
import {readFileSync} from 'node:fs';
import test from 'ava';
import {certificateToPem} from '../../source/certificate/pem.js';
import {fixturePath} from './test-keys.js';
import {selfSigned, testPlan} from './test-plan.js';

for (const kind of ['ssl', 'signing'] as const)
	test(`the ${kind} certificate of the test plan has the bytes of the golden file`, t => {
		const pem = certificateToPem(selfSigned(testPlan(kind, 'rsa-2048')));
		t.is(pem, readFileSync(fixturePath(`golden-${kind}.pem`), 'utf8'));
	});
