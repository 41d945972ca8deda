// The parts of a finished result: password, files, fingerprints, next steps, proof.
import {nextSteps, type WrittenFiles} from '../../describe/next-steps.js';
import type {Outcome} from '../../generate.js';
import type {ResultState} from '../model/result.js';
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

/** The files and the folder that they are in. */
export function madeRows({files}: Outcome, width: number): Line[] {
	const folder = folderOf(files);
	return [
		cutLine([span(' FILES', 'strong'), span(` in ${folder}`, 'dim')], width),
		...files.map(file => cutLine(line(`   ${baseName(file)}`), width)),
		emptyLine,
	];
}

/** Thumbprint and SHA-256, as the program's JSON has them: without separators, to be pasted. */
export function fingerprintRows({certificate}: Outcome, width: number): Line[] {
	const indented = (row: Line): Line => [span('   '), ...row];
	return [
		line(' FINGERPRINTS', 'strong'),
		...explained('Thumbprint', certificate?.thumbprint ?? '', width - 4).map(indented),
		...hashRows(certificate?.sha256 ?? '', width - 4).map(indented),
		emptyLine,
	];
}

/** In one piece even where it does not fit beside its label. */
function hashRows(sha256: string, width: number): Line[] {
	const isBeside = width >= sha256.length + 13;
	return isBeside
		? explained('SHA-256', sha256, width)
		: [line('SHA-256', 'strong'), ...wrapText(sha256, width).map(row => line(row))];
}

/** What the administrator does next, with commands to copy. */
export function nextRows(outcome: Outcome, width: number): Line[] {
	const steps = nextSteps(outcome.prepared.plan, writtenFiles(outcome));
	return [
		line(' NEXT', 'strong'),
		...steps.flatMap(({title, text, command}, index) => [
			...wrapText(title, width - 7).map(
				(row, at): Line => [span(at === 0 ? `   ${index + 1}  ` : '      ', 'dim'), span(row)],
			),
			...(text === undefined ? [] : wrapText(text, width - 7).map(row => line(`      ${row}`, 'dim'))),
			...commandRows(command ?? '', width),
		]),
		emptyLine,
	];
}

function commandRows(command: string, width: number): Line[] {
	if (command === '') return [];
	return command
		.split('\n')
		.flatMap(part => wrapText(part, width - 9))
		.map(row => line(`        ${row}`));
}

/** Every check by its name. */
export function proofRows({proof}: Outcome, width: number): Line[] {
	return [
		line(' PROOF', 'strong'),
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
	];
}

/** Of a batch: where the passwords stand, then each certificate with its files and thumbprint. */
export function batchRows({passwordsFile, outcomes}: ResultState, width: number): Line[] {
	const made = outcomes.filter(each => each.status === 'created');
	const folder = folderOf(made.flatMap(each => each.files));
	return [
		...(passwordsFile === null
			? []
			: [
					[span(' PASSWORDS', 'strong'), span(' readable by you and administrators only', 'dim')],
					...wrapText(passwordsFile, width - 4).map(row => line(`   ${row}`)),
					emptyLine,
				]),
		cutLine([span(' FILES', 'strong'), span(` in ${folder}`, 'dim')], width),
		...made.flatMap(({prepared, certificate, files}) => [
			[span(` ${signs.done} `, 'good'), span(prepared.plan.friendlyName)],
			...files.map(file => cutLine(line(`   ${baseName(file)}`), width)),
			cutLine(line(`   Thumbprint ${certificate?.thumbprint ?? ''}`, 'dim'), width),
		]),
	];
}

function baseName(file: string): string {
	return file.replace(/^.*[\\/]/, '');
}

function folderOf([first = '']: readonly string[]): string {
	return first.replace(/[\\/][^\\/]*$/, '');
}

function writtenFiles({prepared, files}: Outcome): WrittenFiles {
	return Object.fromEntries(
		prepared.files.filter(each => files.includes(each.path)).map(({output, path}) => [output, path]),
	);
}
