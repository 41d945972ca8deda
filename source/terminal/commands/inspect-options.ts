// The command line of `inspect`.
import {otherExitCodes} from '../exit-code.js';
import type {Problem} from '../../problem/problem.js';
import {type Kind, kinds} from '../../profile/profile.js';
import {type CommonArguments, openingLine, type Surroundings} from './opening-line.js';

export type InspectArguments = CommonArguments & {
	/** As given. */
	readonly files: readonly string[];
	readonly kind: Kind | null;
};

const usageText = `Shows what is in a file, how it is encrypted, who can open it, and what is wrong with it.

  safeq-cert-tui inspect ssl.pfx                   a PFX of any program
  safeq-cert-tui inspect chain.p7b request.csr     PEM, DER, PKCS #7, requests, keys, in any encoding
`;

const exitText = `
Exit codes: 0 it could be read, whatever was found; 1 a file could not be read, or its password is
wrong; 2 wrong usage; ${otherExitCodes}
`;

const line = openingLine<'kind'>({
	rows: [
		{
			name: 'kind',
			value: 'ssl|signing',
			group: 'How',
			help: 'what it is for (default: judged from the certificate)',
		},
		{name: 'json', group: 'How', help: 'one JSON object on stdout'},
	],
	usageText,
	exitText,
	atLeast: {words: 1, message: 'nothing to inspect', example: 'safeq-cert-tui inspect FILE'},
});

/** The text of `inspect --help`. */
export const inspectHelp = line.help;

/** Parses what stands after `inspect`; errors mean exit code 2. */
export async function parseInspect(
	args: readonly string[],
	surroundings: Surroundings,
): Promise<{readonly arguments: InspectArguments; readonly problems: readonly Problem[]}> {
	const {given, words, common, problems} = await line.parse(args, surroundings);
	return {arguments: {...common, files: words, kind: given.choice('kind', kinds)}, problems};
}
