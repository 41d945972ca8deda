// What there is to say about a certificate because of what lies beside it.
import test from 'ava';
import {certificateToPem} from '../../source/certificate/pem.js';
import {findingsOf} from '../../source/container/findings.js';
import {certificate, chain, open} from './files.js';

async function rootsIn(...ders: readonly Uint8Array[]): Promise<readonly number[]> {
	const container = await open(ders.map(certificateToPem).join(''));
	const {certificates} = findingsOf(container, {now: new Date(0), kind: null, password: null});
	return certificates.flatMap((found, index) =>
		found.some(each => each.code === 'root-included') ? [index] : [],
	);
}

test('the root of a chain in the file is noted', async t => {
	t.deepEqual(await rootsIn(...chain()), [2]);
});

test("a self-signed certificate that has signed no other one is nobody's root", async t => {
	const [leaf, intermediate, root] = chain();
	t.deepEqual(await rootsIn(certificate), []);
	t.deepEqual(await rootsIn(leaf, certificate), []);
	t.deepEqual(await rootsIn(leaf, intermediate, root, certificate), [2]);
});
