// What a server presents, with certificates in it that cannot be read.
import test from 'ava';
import {readPresented} from '../../source/look/read-presented.js';
import {issue, sslPlan} from '../proof/material.js';

const own = issue(sslPlan());
const broken = Uint8Array.of(0x30, 0x03, 0x02, 0x01, 0x05);

test("an issuer that cannot be read hides neither the server's certificate nor the other issuers", t => {
	const {certificates, failure} = readPresented({chain: [own, broken, own], failure: null});
	t.deepEqual(
		certificates.map(({der}) => Buffer.from(der)),
		[Buffer.from(own), Buffer.from(own)],
	);
	t.is(failure, null);
});

test("without the server's own certificate no other one stands in its place", t => {
	const {certificates, failure} = readPresented({chain: [broken, own], failure: null});
	t.deepEqual(certificates, []);
	t.is(failure?.reason, 'bad-certificate');
});
