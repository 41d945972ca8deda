// What is seen of a PFX without its password is what is read with it, and odd attributes are no damage.
import test from 'ava';
import {decodeBer} from '../../source/der/decode.js';
import {explicit, integer, objectIdentifier, octetString, sequence, setOf} from '../../source/der/build.js';
import {decodeDer} from '../../source/der/decode.js';
import {encodeDer} from '../../source/der/encode.js';
import {bmpString, ia5String} from '../../source/der/text.js';
import type {DerValue} from '../../source/der/value.js';
import {outlinePfx} from '../../source/container/pfx-outline.js';
import {openPfx} from '../../source/pfx/open.js';
import {testKeyPair} from '../certificate/test-keys.js';
import {pbmac1, assemble, dataInfo, sha1Mac} from '../pfx/test-pfx.js';
import {certificate} from './files.js';

const friendlyName = (...values: readonly DerValue[]) =>
	sequence(objectIdentifier('1.2.840.113549.1.9.20'), setOf(...values));
const provider = (...values: readonly DerValue[]) =>
	sequence(objectIdentifier('1.3.6.1.4.1.311.17.1'), setOf(...values));
const bag = (number: number, value: DerValue, attributes: readonly DerValue[]) =>
	sequence(
		objectIdentifier(`1.2.840.113549.1.12.10.1.${number}`),
		explicit(0, value),
		...(attributes.length === 0 ? [] : [setOf(...attributes)]),
	);

/** A certificate and its key, neither of them encrypted, with these attributes on both. */
function bagsWith(...attributes: readonly DerValue[]): readonly DerValue[] {
	const der = testKeyPair('rsa-2048').privateKey.export({format: 'der', type: 'pkcs8'});
	const x509 = sequence(objectIdentifier('1.2.840.113549.1.9.22.1'), explicit(0, octetString(certificate)));
	return [sequence(bag(3, x509, attributes), bag(6, sequence(bag(1, decodeDer(der), attributes)), []))];
}

const odd: readonly (readonly [what: string, bags: readonly DerValue[], name: string | null])[] = [
	['without attributes', bagsWith(), null],
	['a friendly name', bagsWith(friendlyName(bmpString('a'))), 'a'],
	['a friendly name of another string type', bagsWith(friendlyName(ia5String('a'))), 'a'],
	['a friendly name that is no string', bagsWith(friendlyName(integer(1))), null],
	['a friendly name without a value', bagsWith(friendlyName()), null],
	['two friendly names', bagsWith(friendlyName(bmpString('a')), friendlyName(bmpString('b'))), 'a'],
	['a friendly name with two values', bagsWith(friendlyName(bmpString('a'), bmpString('b'))), 'a'],
	[
		'a provider that is no string',
		bagsWith(provider(octetString(Buffer.of(1))), friendlyName(bmpString('a'))),
		'a',
	],
];

for (const [what, bags, name] of odd)
	test(`read alike with and without the password: ${what}`, async t => {
		const infos = bags.map(each => dataInfo(encodeDer(each)));
		for (const mac of [null, sha1Mac('p'), pbmac1('p', {hash: 'sha256', keyLength: 32})]) {
			const pfx = await assemble(infos, mac);
			const opened = await openPfx(pfx, 'p');
			const seen = outlinePfx(decodeBer(pfx), value => value);
			t.deepEqual(seen.mac, opened.mac);
			t.deepEqual(
				seen.certificates,
				opened.certificates.map(each => ({der: each.der, friendlyName: each.friendlyName})),
			);
			t.deepEqual(
				seen.keys.map(each => [each.friendlyName, each.provider, each.encryption]),
				opened.keys.map(each => [each.friendlyName, each.provider, each.encryption]),
			);
			t.is(opened.certificates[0]?.friendlyName, name);
			t.is(opened.keys[0]?.friendlyName, name);
		}
	});
