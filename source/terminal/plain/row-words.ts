// Problems in the words of the rows that people fill in, where no profile's keys are in sight.
import type {Problem} from '../../problem/problem.js';

/** Profile key → how a row that asks for it is called in a sentence. */
const rows: Readonly<Record<string, string>> = {
	kind: 'the kind',
	subject: 'the subject',
	friendlyName: 'the friendly name',
	subjectAlternativeNames: 'the names and addresses',
	key: 'the key',
	validity: 'the validity',
	outputs: 'the files',
	fileName: 'the file name',
};

/** The same problem, with the names of rows in the place of quoted profile keys. */
export function inRowWords(problem: Problem): Problem {
	const {message, hint} = problem;
	return {...problem, message: renamed(message), hint: hint === null ? null : renamed(hint)};
}

/** Only where the sentence speaks of the key: what somebody wrote is quoted too, and stays. */
function renamed(text: string): string {
	return text.replace(/^"(\w+)"(?= is missing$)|(?<=\b(?:to|in) )"(\w+)"$/g, (found, first, last) => {
		const key: string = first ?? last;
		return Object.hasOwn(rows, key) ? (rows[key] ?? found) : found;
	});
}
