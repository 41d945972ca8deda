// What differs between certificates, field by field, in the words and order of the Details tab.
import type {Certificate} from '../certificate/certificate.js';
import {describeCertificate} from './describe.js';
import type {Detail} from './detail.js';

export type Difference = {
	/** Windows' word for the field. */
	readonly label: string;
	/** For each certificate: its lines, without those that all have; null when it has no such field. */
	readonly values: readonly (readonly string[] | null)[];
};

const linesOf = ({value}: Detail): readonly string[] => (typeof value === 'string' ? [value] : value);

/** The fields of the certificates in which at least one of the certificates is not like the others; empty for fewer than two. */
export function differences(certificates: readonly Certificate[]): Difference[] {
	// What is outside the certificate, its fingerprints above all, differs whenever anything does.
	const described = certificates.map(
		each =>
			new Map(
				describeCertificate(each)
					.filter(({group}) => group !== 'property')
					.map(detail => [detail.label, linesOf(detail)]),
			),
	);
	const labels = new Set(described.flatMap(fields => [...fields.keys()]));
	return [...inOrder(labels, described)].flatMap(label => {
		const values = described.map(fields => fields.get(label) ?? null);
		if (new Set(values.map(value => JSON.stringify(value))).size < 2) return [];
		const common = (line: string) => values.every(value => value?.includes(line) === true);
		const isOrderOnly = values.every(value => value?.every(common) === true);
		return [
			{label, values: isOrderOnly ? values : values.map(each => each?.filter(line => !common(line)) ?? null)},
		];
	});
}

/** Fields that only some certificates have come where those have them. */
function inOrder(
	labels: ReadonlySet<string>,
	described: readonly ReadonlyMap<string, readonly string[]>[],
): readonly string[] {
	const places = (label: string) =>
		described.flatMap(fields => {
			const keys = [...fields.keys()];
			return fields.has(label) ? [keys.indexOf(label) / keys.length] : [];
		});
	const rank = new Map([...labels].map(label => [label, Math.max(...places(label))]));
	return [...labels].toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
}
