// Opens the interactive program, and gives the terminal back as it was.
import process from 'node:process';
import type {Machine} from '../machine/machine.js';
import type {Overrides} from '../plan/override.js';
import type {Problem} from '../problem/problem.js';
import type {ProfileDisk, ProfileFolders} from '../profile/disk.js';

export type ProgramOptions = {
	readonly folders: ProfileFolders;
	readonly disk: ProfileDisk;
	readonly machine: Machine;
	/** Profiles to open at once, by name or path; none: the start screen. */
	readonly references: readonly string[];
	/** Servers that the profiles are opened for; `this-computer` is this one. */
	readonly servers: readonly string[];
	/** What the command line says, laid over the profiles. */
	readonly overrides: Overrides;
	/** What is to be said about the command line: warnings and notes. */
	readonly problems: readonly Problem[];
	/** Absolute: where certificates go unless somebody says otherwise. */
	readonly cwd: string;
	/** Certificates that are made at the same time. */
	readonly width: number;
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
};

/** Runs the program until it is left; returns the exit code. Standard input and output must be terminals. */
export async function openProgram(options: ProgramOptions): Promise<number> {
	const {NO_COLOR, FORCE_COLOR} = process.env;
	const {runProgram} = await import('./program.js');
	return runProgram({...options, hasColours: !NO_COLOR || FORCE_COLOR !== undefined});
}
