// Each problem once: two profiles may extend the same broken file, and one entry is planned for every server.
import type {Problem} from './problem.js';

/** The problems without those that say the same about the same place, in the order in which they came first. */
export function distinctProblems(problems: readonly Problem[]): Problem[] {
	return [...new Map(problems.map(each => [JSON.stringify(each), each])).values()];
}
