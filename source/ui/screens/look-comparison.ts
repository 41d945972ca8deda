// A comparison: who has the same certificate, and what differs.
import {compareAll, compareSoFar} from '../../look/comparison.js';
import {
	type ComparedField,
	type ComparedGroup,
	type ComparisonPart,
	comparisonPart,
	eachItsOwn,
	hasEachItsOwn,
	isSigningUnseen,
} from '../../look/comparison-parts.js';
import type {ComparisonState, Look} from '../model/look.js';
import {seenOf} from '../model/update-comparison.js';
import {type Drawn, readable} from '../parts/drawn.js';
import {emptyLine, type Line, line, span, wrapText} from '../parts/line.js';

/** Draws it into `width` columns and `height` rows. */
export function drawComparison(
	looks: readonly Look[],
	{top}: ComparisonState,
	width: number,
	height: number,
): Drawn {
	return readable(comparisonRows(looks, width - 2), top, height);
}

/** The answers first, that about signing above all: what differs between SSL certificates is long, and rarely the question. */
function comparisonRows(looks: readonly Look[], width: number): Line[] {
	const seen = looks.map(seenOf);
	const asked = looks.filter(({keys}) => keys === 'asked').map(({name}) => name);
	const comparisons = asked.length > 0 ? compareSoFar(seen) : compareAll(seen, null).toReversed();
	const parts = comparisons.map(comparisonPart);
	const note = isSigningUnseen(comparisons) ? wrapped(todo, width, 1) : [];
	return [
		...parts.flatMap((each, index) => [
			emptyLine,
			...answerRows(each, width),
			...(comparisons[index]?.of === 'signing' ? note : []),
		]),
		...(asked.length === 0
			? []
			: [emptyLine, ...wrapped(`looking for the token keys of ${asked.join(', ')} …`, width, 1)]),
		...parts.flatMap(each => partRows(each, parts.length > 1, width)),
		...(hasEachItsOwn(comparisons) ? [emptyLine, ...wrapped(`${eachItsOwn}.`, width, 1)] : []),
	];
}

const todo = 'So compare the files that the Job Services were installed with.';

/** Dim rows behind `indent` spaces. */
function wrapped(text: string, width: number, indent: number): Line[] {
	return wrapText(text, width - indent).map(row => line(' '.repeat(indent) + row, 'dim'));
}

function answerRows({title, sentence, missing}: ComparisonPart, width: number): Line[] {
	return [
		...wrapped(title, width, 1),
		...wrapText(sentence, width - 1).map(text => line(` ${text}`, 'strong')),
		...missing.flatMap(each =>
			wrapText(each, width - 4).map((text, index) => [
				span(index === 0 ? ' ?  ' : '    ', 'warning'),
				span(text),
			]),
		),
	];
}

function partRows({title, groups, differ, fields}: ComparisonPart, hasTitle: boolean, width: number): Line[] {
	if (groups.length === 0) return [];
	return [
		emptyLine,
		...(hasTitle ? wrapText(title, width - 1).map(text => line(` ${text}`, 'strong')) : []),
		...groups.flatMap((each, index) => [...(index === 0 ? [] : [emptyLine]), ...groupRows(each, width)]),
		...(fields.length === 0 ? [] : [emptyLine, line(` ${differ}`, 'strong')]),
		...fields.flatMap(each => fieldRows(each, width)),
	];
}

function groupRows({letter, holders, about, thumbprint, sha256, more}: ComparedGroup, width: number): Line[] {
	const print = thumbprint === null ? sha256 : `thumbprint ${thumbprint}`;
	const below = [about, ...(print === null ? [] : [print]), ...(more === null ? [] : [more])];
	return [
		...lettered(letter, holders, width, ' '),
		...below.flatMap(each => wrapText(each, width - 4).map(text => line(`    ${text}`, 'dim'))),
	];
}

function fieldRows({label, values}: ComparedField, width: number): Line[] {
	return [
		line(`   ${label}`, 'dim'),
		...values.flatMap(({letter, lines}) =>
			lines.flatMap((text, index) => lettered(index === 0 ? letter : ' ', text, width, '     ')),
		),
	];
}

/** A letter, and a text that is broken under itself. */
function lettered(letter: string, text: string, width: number, indent: string): Line[] {
	return wrapText(text, width - indent.length - 3).map((row, index) => [
		span(`${indent}${index === 0 ? letter : ' '}  `, 'strong'),
		span(row),
	]);
}
