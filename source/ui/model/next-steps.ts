// What to do after a run, for all its certificates together: each step once, with the commands of every certificate.
import {nextSteps, type WrittenFiles} from '../../describe/next-steps.js';
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
	const steps = new Map<string, JoinedStep>();
	for (const outcome of outcomes)
		for (const {title, text, command} of nextSteps(outcome.prepared.plan, writtenFiles(outcome))) {
			const before = steps.get(title) ?? {title, texts: [], commands: []};
			const isNew = text !== undefined && !before.texts.includes(text);
			steps.set(title, {
				title,
				texts: isNew ? [...before.texts, text] : before.texts,
				commands: [...before.commands, ...(command?.split('\n') ?? [])],
			});
		}
	return [...steps.values()];
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
