// What a new certificate has otherwise than the one that it is made after.
import test from 'ava';
import {renewalOf} from '../../source/describe/renewal.js';
import {foreignCertificate, sslPlan} from './plans.js';

const self = {...foreignCertificate, issuer: sslPlan.subject};

test('names that come, go and stay are told apart, however they are capitalised', t => {
	const {added, removed, kept} = renewalOf(
		{
			...self,
			subjectAlternativeNames: [
				{type: 'dns', value: 'JS1.company.com'},
				{type: 'ip', value: '10.20.1.12'},
			],
		},
		{
			...sslPlan,
			subjectAlternativeNames: [
				{type: 'dns', value: 'js1.company.com'},
				{type: 'dns', value: '10.20.1.12'},
			],
		},
	);
	t.deepEqual(added, ['DNS Name=10.20.1.12']);
	t.deepEqual(removed, ['IP Address=10.20.1.12']);
	t.is(kept, 1);
});

test('an issuer that stays is no change, and one that changes is told', t => {
	t.is(renewalOf(self, sslPlan).issuer, null);
	const {issuer} = renewalOf(foreignCertificate, sslPlan);
	t.regex(issuer?.before ?? '', /^CN=Issuing.* CA$/);
	t.regex(issuer?.after ?? '', /js1\.company\.com.*\(self-signed\)$/);
});

test('dates, key and usages are changes; what every certificate has of its own is none', t => {
	const labels = renewalOf(self, sslPlan).changes.map(({label}) => label);
	t.deepEqual(labels, ['Signature algorithm', 'Valid to', 'Public key', 'Enhanced Key Usage', 'Key Usage']);
});
