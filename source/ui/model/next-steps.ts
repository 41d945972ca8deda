// What to do after a run, for all its certificates together: each step once, with the commands of every certificate.
import {nextSteps, stepTitle, type WrittenFiles} from '../../describe/next-steps.js';
import type {Outcome} from '../../generate.js';

/** A step; of several certificates it has the sentences and commands of each. */
export type JoinedStep = {
	readonly title: string;
	readonly texts: readonly string[];
	/** Each one line of a shell. */
	readonly commands: readonly string[];
};

/** The steps of all outcomes that were made; those of the signing certificate come where its row stands. */
export function joinedSteps(outcomes: readonly Outcome[]): JoinedStep[] {
	const all = outcomes.flatMap(outcome => nextSteps(outcome.prepared.plan, writtenFiles(outcome)));
	// What is done on different computers stays apart: no server may get the keys of all.
	const titles = [...Map.groupBy(all, each => each.title).values()].flatMap(alike =>
		[...Map.groupBy(alike, stepTitle)].map(([title, steps]): JoinedStep => {
			const texts = steps.flatMap(({text}) => text ?? []);
			return {
				title,
				texts: [...new Set(texts)],
				commands: steps.flatMap(({command}) => command?.split('\n') ?? []),
			};
		}),
	);
	return titles;
}

/** The steps to be pasted: what is no command is a comment of both shells. */
export function nextStepsText(outcomes: readonly Outcome[]): string {
	return joinedSteps(outcomes)
		.map(({title, texts, commands}, index) =>
			[`# ${index + 1}. ${title}`, ...texts.map(text => `#    ${text}`), ...commands, ''].join('\n'),
		)
		.join('\n');
}

function writtenFiles({prepared, files}: Outcome): WrittenFiles {
	return Object.fromEntries(
		prepared.files.filter(each => files.includes(each.path)).map(({output, path}) => [output, path]),
	);
}
