// One row of the benchmark: ours and theirs, in turn, and the ratio of their medians.

/**
 * Runs both sides of a row alternately, beginning with the other one each round, so that a machine that
 * grows slower is not held against either. Each side's `run` gets the round and returns its figure.
 */
export async function measureRow(row, rounds) {
	const samples = {ours: [], theirs: []};
	for (let round = 0; round < rounds; round++) {
		const sides = row.theirs === null ? ['ours'] : round % 2 === 0 ? ['ours', 'theirs'] : ['theirs', 'ours'];
		for (const side of sides) samples[side].push(await row[side].run(round));
	}
	return {row, samples};
}

/** `name: 210 ms, openssl pair 300 ms, ratio 0.70 (goal: at most 0.8)`. */
export function describeRow({row, samples}) {
	const ours = median(samples.ours);
	const parts = [`${row.name.padEnd(58)} ${figure(ours, row.unit)}`];
	if (row.theirs !== null) {
		const theirs = median(samples.theirs);
		parts.push(`${row.theirs.name} ${figure(theirs, row.unit)}`, `ratio ${(ours / theirs).toFixed(2)}`);
	}
	return `${parts.join(' | ')} | goal: ${row.goal}`;
}

export function describeSamples({row, samples}) {
	const list = values => values.map(each => figure(each, '').trim()).join(' ');
	const theirs = row.theirs === null ? '' : `\n  ${row.theirs.name}: ${list(samples.theirs)}`;
	return `${row.name} (${row.unit})\n  ours: ${list(samples.ours)}${theirs}`;
}

function figure(value, unit) {
	return `${value >= 1000 ? value.toFixed(0) : value.toFixed(1)} ${unit}`.padStart(9);
}

function median(values) {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
