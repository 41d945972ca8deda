// The commands by name; each is loaded only when it is called.
import type {Problem} from '../problem/problem.js';
import type {Console} from './console.js';

export type Command = {
	/**
	 * Runs with the arguments after its name and the folder of the profiles that ship; resolves with the exit code.
	 * Rejects when it could not even begin, or with a bug of ours.
	 */
	readonly run: (args: readonly string[], console: Console, shippedProfiles: string) => Promise<number>;
	/** How a run ends that was rejected because of these problems. */
	readonly failed: (problems: readonly Problem[], args: readonly string[]) => FailedRun;
};

export type FailedRun = {
	readonly exitCode: number;
	/** What `--json` prints then, with its line end; null where there is no such option. */
	readonly json: string | null;
};

export const commands: Readonly<Record<string, () => Promise<{readonly command: Command}>>> = {
	check: () => import('./commands/check.js'),
	compare: () => import('./commands/compare.js'),
	convert: () => import('./commands/convert.js'),
	inspect: () => import('./commands/inspect.js'),
	profiles: () => import('./commands/profiles.js'),
};
