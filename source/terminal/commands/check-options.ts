// The command line of `check`.
import {otherExitCodes} from '../exit-code.js';
import type {Target} from '../../look/target.js';
import type {Problem} from '../../problem/problem.js';
import {type Kind, kinds} from '../../profile/profile.js';
import {checkAddress} from './addresses.js';
import {type CommonArguments, openingLine, readTargets, type Surroundings} from './opening-line.js';

export type CheckArguments = CommonArguments & {
	readonly targets: readonly Target[];
	readonly addresses: readonly string[];
	/** As given. */
	readonly addressFile: string | null;
	readonly sameAs: string | null;
	readonly days: number | null;
	readonly kind: Kind | null;
	readonly timeoutMs: number;
};

const usageText = `Looks at certificates in files and on servers: do they work for an address, and for how long?

  safeq-cert-tui check js1.company.com               a server; the port is 5000 when none is given
  safeq-cert-tui check ssl.pfx --address 10.20.1.11  a PFX, a .cer, a PEM file
  safeq-cert-tui check js1 js2 https://js3:8443 --days 30 --json
`;

const exitText = `
Exit codes: 0 all is well, 1 a negative answer, 2 wrong usage, 3 could not look (no answer, no TLS,
a file that cannot be opened). A negative answer about one target comes before another target that
could not be looked at. A certificate that is the expected one (--same-as) need not be trusted here.
Others: ${otherExitCodes}
`;

const line = openingLine<'address' | 'addresses' | 'same-as' | 'days' | 'kind' | 'timeout'>({
	rows: [
		{
			name: 'address',
			value: 'NAME,…',
			repeatable: true,
			group: 'What to ask',
			help: 'does it work for this name or address? (default: the server itself)',
		},
		{name: 'addresses', value: 'FILE', group: 'What to ask', help: 'the same for each line of a file'},
		{
			name: 'same-as',
			value: 'FILE|THUMBPRINT',
			group: 'What to ask',
			help: 'is it the certificate of this PFX or .cer, or with this thumbprint?',
		},
		{name: 'days', value: 'N', group: 'What to ask', help: 'is it valid for at least N more days?'},
		{
			name: 'kind',
			value: 'ssl|signing',
			group: 'What to ask',
			help: 'do its usages and its key fit this kind?',
		},
		{
			name: 'timeout',
			value: 'SECONDS',
			group: 'How',
			help: 'for each server, everything included (default: 5)',
		},
		{name: 'json', group: 'How', help: 'one JSON object on stdout, for monitoring'},
	],
	usageText,
	exitText,
	atLeast: {words: 1, message: 'nothing to check', example: 'safeq-cert-tui check js1.company.com'},
});

/** The text of `check --help`. */
export const checkHelp = line.help;

/** Parses what stands after `check`; errors mean exit code 2. */
export async function parseCheck(
	args: readonly string[],
	surroundings: Surroundings,
): Promise<{readonly arguments: CheckArguments; readonly problems: readonly Problem[]}> {
	const {given, words, common, problems} = await line.parse(args, surroundings);
	const addresses = given.list('address');
	problems.push(...addresses.flatMap(each => checkAddress(each)));
	return {
		arguments: {
			...common,
			targets: readTargets(words, surroundings.cwd, problems),
			addresses,
			addressFile: given.one('addresses'),
			sameAs: given.one('same-as'),
			days: given.number('days', 0, null),
			kind: given.choice('kind', kinds),
			timeoutMs: given.number('timeout', 0.1, 5) * 1000,
		},
		problems,
	};
}
