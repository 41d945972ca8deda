// Rules for the dates.
import {isoSeconds} from '../validity.js';
import {always, isSsl, type Rule, violationIf} from './rule.js';

const day = 86_400_000;

/** Less is too little for a certificate that people have to carry to servers and clients. */
const fewDays = 30;

export const validityRules: readonly Rule[] = [
	{
		code: 'expired',
		severity: 'error',
		reference: 'RFC 5280, section 4.1.2.5',
		reason: '',
		reads: ['notAfter'],
		appliesTo: always,
		check: ({notAfter}, now) =>
			violationIf(notAfter <= now, `the certificate expired at ${isoSeconds(notAfter)}`, 'validity'),
	},
	{
		code: 'expires-soon',
		severity: 'warning',
		reference: 'RFC 5280, section 4.1.2.5',
		reason: 'have the next one in place before',
		reads: ['notAfter'],
		appliesTo: always,
		check: ({notAfter}, now) => {
			const left = (notAfter.getTime() - now.getTime()) / day;
			const days = Math.round(left);
			const span = days === 0 ? 'some hours' : days === 1 ? '1 day' : `${days} days`;
			const message = `the certificate is valid for ${span} more, to ${isoSeconds(notAfter)}`;
			return violationIf(left > 0 && left < fewDays, message, 'validity');
		},
	},
	{
		code: 'not-yet-valid',
		severity: 'warning',
		reference: 'RFC 5280, section 4.1.2.5',
		reason: 'it is refused until then',
		reads: ['notBefore'],
		appliesTo: always,
		check: ({notBefore}, now) =>
			violationIf(notBefore > now, `the certificate is valid from ${isoSeconds(notBefore)} only`, 'validity'),
	},
	{
		code: 'validity-over-825-days',
		severity: 'warning',
		reference: 'Apple, "Requirements for trusted certificates in iOS 13 and macOS 10.15"',
		reason: "Apple's systems refuse SSL certificates over 825 days, those of private CAs included",
		reads: ['kind', 'notBefore', 'notAfter'],
		appliesTo: isSsl,
		check: ({notBefore, notAfter}) => {
			const days = (notAfter.getTime() - notBefore.getTime()) / day;
			return violationIf(days > 825, `the certificate is valid for ${Math.ceil(days)} days`, 'validity');
		},
	},
];
