// Lines of a report: a label in a column of its own, and one line for each value.
import type {Detail} from '../describe/detail.js';

const labelWidth = 26;

/** `  Label                   first value`, the other values below it; nothing without a value. */
export function row(label: string, values: readonly string[]): string[] {
	return values.map((value, index) => `  ${(index === 0 ? label : '').padEnd(labelWidth)}${value}`);
}

/** A certificate's details. */
export function detailRows(details: readonly Detail[]): string[] {
	return details.flatMap(({label, value}) => row(label, typeof value === 'string' ? [value] : value));
}
