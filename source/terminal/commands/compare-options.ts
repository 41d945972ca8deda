// The command line of `compare`.
import {otherExitCodes} from '../exit-code.js';
import type {Target} from '../../look/target.js';
import type {Problem} from '../../problem/problem.js';
import {type Kind, kinds} from '../../profile/profile.js';
import {type CommonArguments, openingLine, readTargets, type Surroundings} from './opening-line.js';

export type CompareArguments = CommonArguments & {
	readonly targets: readonly Target[];
	/** Null: of servers, both. */
	readonly kind: Kind | null;
	readonly timeoutMs: number;
};

const usageText = `Compares certificates in files and on servers: is it the same one everywhere, and what differs?

  safeq-cert-tui compare js1 js2 js3 --kind signing  the servers of a near roaming group
  safeq-cert-tui compare signing.pfx js1 js2         is this the file that they have?
  safeq-cert-tui compare old.cer new.cer             field by field
`;

const exitText = `
Exit codes: 0 all the same, 1 not all are the same, 2 wrong usage, 3 nothing differs, but not all
could be seen: a server that publishes no token keys does not show its signing certificate.
Others: ${otherExitCodes}
`;

const line = openingLine<'kind' | 'timeout'>({
	rows: [
		{
			name: 'kind',
			value: 'ssl|signing',
			group: 'What to compare',
			help: 'of servers what they present, or their token keys (default: both)',
		},
		{name: 'timeout', value: 'SECONDS', group: 'How', help: 'for each look at a server (default: 5)'},
		{name: 'json', group: 'How', help: 'one JSON object on stdout'},
	],
	usageText,
	exitText,
	atLeast: {
		words: 2,
		message: 'comparing takes at least two',
		example: 'safeq-cert-tui compare js1.company.com signing.pfx',
	},
});

/** The text of `compare --help`. */
export const compareHelp = line.help;

/** Parses what stands after `compare`; errors mean exit code 2. */
export async function parseCompare(
	args: readonly string[],
	surroundings: Surroundings,
): Promise<{readonly arguments: CompareArguments; readonly problems: readonly Problem[]}> {
	const {given, words, common, problems} = await line.parse(args, surroundings);
	return {
		arguments: {
			...common,
			targets: readTargets(words, surroundings.cwd, problems),
			kind: given.choice('kind', kinds),
			timeoutMs: given.number('timeout', 0.1, 5) * 1000,
		},
		problems,
	};
}
