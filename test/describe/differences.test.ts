// What differs between certificates, in the words of the Details tab.
import test from 'ava';
import {readCertificate} from '../../source/certificate/read.js';
import {differences} from '../../source/describe/differences.js';
import {after, issue, keyPair, sslPlan} from '../proof/material.js';

const plan = sslPlan('ecdsa-p256');
const read = (...changes: readonly Parameters<typeof sslPlan>[1][]) =>
	changes.map(each => readCertificate(issue({...plan, ...each})));

test('the same certificate twice, and one alone, have no differences', t => {
	const [one] = read({});
	t.truthy(one);
	if (one === undefined) return;
	t.deepEqual(differences([one, one]), []);
	t.deepEqual(differences([one]), []);
	t.deepEqual(differences([]), []);
});

test('a renewed certificate with the same key differs in serial number and dates alone', t => {
	t.deepEqual(
		differences(read({}, {notBefore: after(0), notAfter: after(1000)})).map(({label}) => label),
		['Serial number', 'Valid from', 'Valid to'],
	);
});

test('of a list only what not all have is shown', t => {
	const names = plan.subjectAlternativeNames;
	const added = [...names, {type: 'dns', value: 'new.company.com'}] as const;
	const san = differences(read({}, {subjectAlternativeNames: added})).find(
		({label}) => label === 'Subject Alternative Name',
	);
	t.deepEqual(san?.values, [[], ['DNS Name=new.company.com']]);
});

test('another order is a difference, and shown in full', t => {
	const names = plan.subjectAlternativeNames.slice(0, 2);
	const san = differences(
		read({subjectAlternativeNames: names}, {subjectAlternativeNames: names.toReversed()}),
	).find(({label}) => label === 'Subject Alternative Name');
	t.deepEqual(san?.values, [
		['DNS Name=js1.company.com', 'DNS Name=js1'],
		['DNS Name=js1', 'DNS Name=js1.company.com'],
	]);
});

test('a field that only one has stands in its place, and is null for the others', t => {
	const found = differences(read({}, {extendedKeyUsage: []}));
	t.deepEqual(found.find(({label}) => label === 'Enhanced Key Usage')?.values[1], null);
});

test('another key is told by the key and its identifier, in the order of the tab', t => {
	const other = readCertificate(issue(plan, keyPair('ecdsa-p256', true)));
	const [own] = read({});
	const labels = own === undefined ? [] : differences([own, other]).map(({label}) => label);
	t.deepEqual(labels, ['Serial number', 'Subject Key Identifier']);
});
