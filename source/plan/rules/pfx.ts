// Rules for the PFX and for what is written beside it.
import {iterationRange} from '../../profile/profile.js';
import {type Rule, violationIf} from './rule.js';

const {least, most} = iterationRange;

export const pfxRules: readonly Rule[] = [
	{
		code: 'bad-iterations',
		severity: 'error',
		reference: 'RFC 8018, section 4.2',
		reason: '',
		reads: ['pfx'],
		appliesTo: ({pfx}) => pfx !== null,
		check: ({pfx}) =>
			violationIf(
				!Number.isSafeInteger(pfx?.iterations) || Number(pfx?.iterations) < 1,
				`${pfx?.iterations} is not a number of iterations`,
				'pfx.iterations',
			),
	},
	{
		code: 'iterations-too-many',
		severity: 'error',
		reference: '.NET 9, Pkcs12LoaderLimits',
		reason: `.NET opens at most ${most}, SafeQ's services included`,
		reads: ['pfx'],
		appliesTo: ({pfx}) => pfx !== null,
		check: ({pfx}) =>
			violationIf(Number(pfx?.iterations) > most, `${pfx?.iterations} iterations`, 'pfx.iterations'),
	},
	{
		code: 'iterations-too-few',
		severity: 'warning',
		reference: 'RFC 8018, section 4.2',
		reason: `fewer than ${least} make it easy to guess the password (RFC 8018, section 4.2)`,
		reads: ['pfx'],
		appliesTo: ({pfx}) => pfx !== null,
		check: ({pfx}) =>
			violationIf(
				Number(pfx?.iterations) >= 1 && Number(pfx?.iterations) < least,
				`${pfx?.iterations} iterations`,
				'pfx.iterations',
			),
	},
	{
		code: 'outputs-without-pfx',
		severity: 'warning',
		reference: 'ours: a certificate without its key is of no use',
		reason: 'the private key goes nowhere else, and will be lost',
		reads: ['outputs'],
		appliesTo: ({outputs}) => outputs !== null,
		check: ({outputs}) =>
			violationIf(!outputs?.includes('pfx'), 'the outputs are without "pfx"', 'outputs', 'add pfx'),
	},
];
