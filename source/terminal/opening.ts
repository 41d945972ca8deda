// What the program that draws is opened with; its types are those of rooms that it may import itself.
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {profileDisk} from '../files/profile-disk.js';
import {profileFolders} from '../profile/folders.js';
import type {Machine} from '../machine/machine.js';
import {thisMachine} from '../machine/this-machine.js';
import type {Overrides} from '../plan/override.js';
import type {Problem} from '../problem/problem.js';
import type {ProfileDisk, ProfileFolders} from '../profile/disk.js';
import type {Arguments} from './arguments.js';
import type {Console} from './console.js';
import {overridesOf} from './overrides.js';

export type Opening = {
	readonly folders: ProfileFolders;
	readonly disk: ProfileDisk;
	readonly machine: Machine;
	/** Profiles to open at once, by name or path; none: the start screen. */
	readonly references: readonly string[];
	/** Servers given with `--for`. */
	readonly servers: readonly string[];
	/** What the command line says, to be laid over the profiles. */
	readonly overrides: Overrides;
	/** What was found in the arguments: no errors. */
	readonly problems: readonly Problem[];
	/** Absolute: where certificates go unless somebody says otherwise. */
	readonly cwd: string;
	/** Certificates that are made at the same time. */
	readonly width: number;
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
};

/** Runs the program that draws until it is left; gives the exit code. */
export type OpenProgram = (opening: Opening) => Promise<number>;

/** Everything that the program needs of its surroundings. */
export function openingOf(
	args: Arguments,
	problems: readonly Problem[],
	{env, platform, cwd}: Console,
	shippedProfiles: string,
): Opening {
	return {
		folders: profileFolders(env, platform, cwd, shippedProfiles),
		disk: profileDisk,
		machine: thisMachine(),
		references: args.profiles,
		servers: args.servers,
		overrides: overridesOf(args),
		problems,
		cwd: path.resolve(cwd, args.out),
		width: os.availableParallelism() + 1,
		stdin: process.stdin,
		stdout: process.stdout,
	};
}
