// The parts of a result: password, certificates with their files and fingerprints, next steps, proof.
import type {Outcome} from '../../generate.js';
import {joinedSteps} from '../model/next-steps.js';
import {madeIn, type ResultState} from '../model/result.js';
import {explained} from '../parts/details.js';
import {cutLine, emptyLine, type Line, line, span, wrapText} from '../parts/line.js';
import {signs} from '../theme.js';

/** The generated password, which stands nowhere else. */
export function passwordRows({password, isPasswordShown}: ResultState): Line[] {
	if (password === null) return [];
	return [
		[span(' PASSWORD', 'strong'), span(' of the PFX, shown this once: keep it now', 'dim')],
		isPasswordShown
			? line(`   ${password.reveal()}`, 'strong')
			: line(`   ${signs.hidden.repeat(password.length)}`),
		emptyLine,
	];
}

/** The file in which the generated passwords of a batch stand. */
export function passwordsFileRows({passwordsFile}: ResultState, width: number): Line[] {
	if (passwordsFile === null) return [];
	return [
		[span(' PASSWORDS', 'strong'), span(' readable by you and administrators only', 'dim')],
		...wrapText(passwordsFile, width - 4).map(row => line(`   ${row}`)),
		emptyLine,
	];
}

/** What was made, in the order of the list: files, and fingerprints as the program's JSON has them, to be pasted. */
export function madeRows(screen: ResultState, width: number): Line[] {
	const made = madeIn(screen);
	if (made.length === 0) return [];
	const folder = folderOf(made.flatMap(each => each.files));
	const head = cutLine([span(' FILES', 'strong'), span(` in ${folder}`, 'dim')], width);
	return [head, ...made.flatMap(each => certificateRows(each, screen.count > 1, width)), emptyLine];
}

function certificateRows(outcome: Outcome, isTitled: boolean, width: number): Line[] {
	const {prepared, certificate, files} = outcome;
	const {friendlyName} = prepared.plan;
	const indented = (row: Line): Line => [span('   '), ...row];
	return [
		...(isTitled ? [cutLine([span(` ${signs.done} `, 'good'), span(friendlyName, 'strong')], width)] : []),
		...files.map(file => cutLine(line(`   ${baseName(file)}`), width)),
		...explained('Thumbprint', certificate?.thumbprint ?? '', width - 4).map(indented),
		...hashRows(certificate?.sha256 ?? '', width - 4).map(indented),
	];
}

/** In one piece even where it does not fit beside its label. */
function hashRows(sha256: string, width: number): Line[] {
	const isBeside = width >= sha256.length + 13;
	return isBeside
		? explained('SHA-256', sha256, width)
		: [line('SHA-256', 'strong'), ...wrapText(sha256, width).map(row => line(row))];
}

/** What was not made, by name: nobody should have to compare two lists. */
export function unmadeRows({outcomes, status, count}: ResultState, width: number): Line[] {
	const unmade = outcomes.filter(each => each.status !== 'created');
	// Of one there is nothing to tell apart.
	if (status !== 'done' || count === 1 || unmade.length === 0) return [];
	return [
		line(' NOT WRITTEN', 'strong'),
		...unmade.map(({prepared, status: why}) =>
			cutLine(
				[
					why === 'failed' ? span(` ${signs.error} `, 'error') : span('   '),
					span(prepared.plan.friendlyName),
					span(why === 'failed' ? '' : '  given up', 'dim'),
				],
				width,
			),
		),
		emptyLine,
	];
}

/** What the administrator does next, with commands to copy. */
export function nextRows(screen: ResultState, width: number): Line[] {
	const steps = joinedSteps(madeIn(screen));
	if (steps.length === 0) return [];
	return [
		[span(' NEXT', 'strong'), span('  s copies all of it, each command in one line', 'dim')],
		...steps.flatMap(({title, texts, commands}, index) => [
			...wrapText(title, width - 7).map(
				(row, at): Line => [span(at === 0 ? `   ${index + 1}  ` : '      ', 'dim'), span(row)],
			),
			...texts.flatMap(text => wrapText(text, width - 7).map(row => line(`      ${row}`, 'dim'))),
			...commands.flatMap(part => wrapText(part, width - 9).map(row => line(`        ${row}`))),
		]),
		emptyLine,
	];
}

/** Every check by its name, of every certificate. */
export function proofRows(screen: ResultState, width: number): Line[] {
	const proven = screen.outcomes.filter(each => each.proof.length > 0);
	return proven.flatMap(({prepared, proof}) => [
		cutLine(
			[span(' PROOF', 'strong'), span(screen.count > 1 ? ` of ${prepared.plan.friendlyName}` : '', 'dim')],
			width,
		),
		...proof.map(({check, ok, detail}) =>
			cutLine(
				[
					span(`   ${ok ? signs.done : signs.error} `, ok ? 'good' : 'error'),
					span(check),
					span(detail === null ? '' : `  ${detail}`, 'dim'),
				],
				width,
			),
		),
		emptyLine,
	]);
}

function baseName(file: string): string {
	return file.replace(/^.*[\\/]/, '');
}

function folderOf([first = '']: readonly string[]): string {
	return first.replace(/[\\/][^\\/]*$/, '');
}
