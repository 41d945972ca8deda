// What the other parts say in the words of the command line and of profiles, in the words of the screens.
import {withoutCommandLine} from '../../problem/hint.js';
import type {Problem} from '../../problem/problem.js';

/** Options and keys of a profile → the rows that stand for them. The longer ones come first. */
const words: readonly (readonly [RegExp, string])[] = [
	[/^--for: /, ''],
	[/--for wants/, '"For server" wants'],
	[/ with --out, or replace it with --overwrite$/, ' under Folder; or replace it, which the review asks'],
	[/^choose another folder with --out/, 'choose another one under Folder'],
	[/ with --out$/, ' under Folder'],
	[/^addresses go to --san; .*/, 'addresses go into the list below'],
	[/^say it with --for .*/, 'say it under For server'],
	[/^give the name that clients use with --for.*/, 'type the name that clients use under For server'],
	[/, or use --san$/, ''],
	[
		/, use a profile without \{addresses\} and list its addresses with --san$/,
		', type its addresses into the list',
	],
	[/"subjectAlternativeNames"/, 'the list of addresses'],
	[/\bfriendlyName or fileName\b/, 'Friendly name or File name'],
	[/(?<!\{)\bfriendlyName\b(?!\})/, 'Friendly name'],
	[/(?<!\{)\bfileName\b(?!\})/, 'File name'],
];

/** The problem as a screen says it; a hint that only helps on a command line is left out. */
export function inScreenWords(problem: Problem): Problem {
	const hint = problem.hint === null ? null : translated(problem.hint);
	const message = shortened(translated(problem.message));
	if (message === problem.message && hint === problem.hint) return withoutCommandLine(problem);
	return withoutCommandLine({...problem, message, hint});
}

/** A value that is too long to be read would push the reason out of the few rows that there are. */
const longestValue = 48;

function shortened(message: string): string {
	return message.replace(/"([^"]+)"/g, (whole, value: string) =>
		value.length > longestValue ? `"${value.slice(0, longestValue - 10)}…${value.slice(-8)}"` : whole,
	);
}

function translated(text: string): string {
	return words.reduce((said, [found, word]) => said.replace(found, word), text);
}
