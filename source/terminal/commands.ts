// The commands by name; each is loaded only when it is called.
import type {Console} from './console.js';

/** Runs with the arguments after its name and the folder of the profiles that ship; resolves with the exit code. */
export type Command = (args: readonly string[], console: Console, shippedProfiles: string) => Promise<number>;

export const commands: Readonly<Record<string, () => Promise<{readonly command: Command}>>> = {
	check: () => import('./commands/check.js'),
	compare: () => import('./commands/compare.js'),
	convert: () => import('./commands/convert.js'),
	inspect: () => import('./commands/inspect.js'),
	profiles: () => import('./commands/profiles.js'),
};
