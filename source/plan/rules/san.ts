// Rules for the SAN as a whole: that there is one, and how it fits the CN.
import {quoted} from '../../problem/visible.js';
import {sanBytes} from '../alternative-names.js';
import {coverage} from '../covers.js';
import {commonNameOf} from '../distinguished-name.js';
import {canonicalAddress} from '../ip-address.js';
import type {CertificateFacts, FactName} from './facts.js';
import {always, isSsl, type Rule, type Violation, violationIf} from './rule.js';

const sanOf = ({subjectAlternativeNames}: CertificateFacts): readonly FactName[] =>
	subjectAlternativeNames ?? [];

/** DNS entries that are addresses, with or without an iPAddress of the same value beside them. */
function addressesAsDnsNames(facts: CertificateFacts, withAddress: boolean): Violation[] {
	const names = sanOf(facts);
	return names.flatMap(({type, value}, index) => {
		const address = type === 'dns' ? canonicalAddress(value) : null;
		if (address === null) return [];
		const both = names.some(each => each.type === 'ip' && each.value === address);
		return both === withAddress
			? [{message: address, field: `subjectAlternativeNames.${index}`, hint: null}]
			: [];
	});
}

export const sanRules: readonly Rule[] = [
	{
		code: 'san-missing',
		severity: 'error',
		reference: 'SafeQ documentation; RFC 9525, section 2',
		reason: 'connections are aborted unless the address that is used stands there',
		reads: ['kind', 'subjectAlternativeNames'],
		appliesTo: isSsl,
		check: facts =>
			violationIf(
				sanOf(facts).length === 0,
				'an SSL certificate needs subject alternative names',
				'subjectAlternativeNames',
				'list every name and IP address that is used to reach the server',
			),
	},
	{
		code: 'san-too-long',
		severity: 'warning',
		reference: 'Schannel, MessageLimitClient; Java, jdk.tls.maxHandshakeMessageSize',
		reason: 'Windows and Java take certificates of at most 32 KiB from a server unless told otherwise',
		reads: ['kind', 'subjectAlternativeNames'],
		appliesTo: isSsl,
		check: facts =>
			violationIf(
				sanBytes(sanOf(facts)) > 31_000,
				`${sanOf(facts).length} subject alternative names are too many`,
				'subjectAlternativeNames',
				'make several certificates, or use a wildcard',
			),
	},
	{
		code: 'common-name-not-in-san',
		severity: 'warning',
		reference: 'RFC 9525, section 2',
		reason: 'with a SAN present, the CN is not looked at',
		reads: ['kind', 'subject', 'subjectAlternativeNames'],
		appliesTo: facts => isSsl(facts) && sanOf(facts).length > 0,
		check: facts => {
			const commonName = commonNameOf(facts.subject);
			if (commonName === null) return [];
			const wildcard =
				commonName.startsWith('*') && sanOf(facts).some(({value}) => value === commonName.toLowerCase());
			const found = coverage(commonName, facts.subjectAlternativeNames, commonName);
			return violationIf(
				!wildcard && !('coveredBy' in found),
				`the CN ${quoted(commonName)} is not in the SAN`,
				'subject.commonName',
				'add' in found && found.add !== null
					? `add ${quoted(found.add.value)} to "subjectAlternativeNames"`
					: null,
			);
		},
	},
	{
		code: 'ip-address-as-dns-name',
		severity: 'note',
		reference: 'Windows before 10 and Server 2016',
		reason: 'for old Windows, which ignores IP addresses in a SAN',
		reads: ['subjectAlternativeNames'],
		appliesTo: always,
		check: facts => {
			const found = addressesAsDnsNames(facts, true);
			const [first] = found;
			if (first === undefined) return [];
			const addresses = found.map(({message}) => message).join(', ');
			return [{message: `also written as a DNS name is ${addresses}`, field: first.field}];
		},
	},
	{
		code: 'ip-address-only-as-dns-name',
		severity: 'warning',
		reference: 'RFC 5280, section 4.2.1.6',
		reason: 'most programs look for it as an IP address',
		reads: ['subjectAlternativeNames'],
		appliesTo: always,
		check: facts =>
			addressesAsDnsNames(facts, false).map(({message, field}) => ({
				message: `${message} stands in the SAN as a DNS name only`,
				field,
				hint: `add "${message}" without "dns:"`,
			})),
	},
];
