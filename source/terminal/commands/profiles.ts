// `safeq-cert-tui profiles …`: finds the sub-command, reads its options, runs it.
import {profileDisk} from '../../files/profile-disk.js';
import {profileFolders} from '../../profile/folders.js';
import {thisMachine} from '../../machine/this-machine.js';
import {type Problem, ProblemError} from '../../problem/problem.js';
import {didYouMean} from '../../problem/suggest.js';
import {quoted} from '../../problem/visible.js';
import {collect, usage} from '../collect.js';
import type {Command, FailedRun} from '../commands.js';
import {type Console, write} from '../console.js';
import {exitCodeOf, exitCodes} from '../exit-code.js';
import {givenOptions} from '../given.js';
import {formatJson} from '../report-json.js';
import type {SubCommand} from './profiles/call.js';
import {formatProfilesJson} from './profiles/json.js';
import {profilesHelp} from './profiles/help.js';
import {optionsOf, type SubCommandName, subCommands} from './profiles/options.js';

const loaders: Readonly<Record<SubCommandName, () => Promise<{readonly run: SubCommand}>>> = {
	list: () => import('./profiles/list.js'),
	show: () => import('./profiles/show.js'),
	check: () => import('./profiles/check.js'),
	new: () => import('./profiles/new.js'),
	export: () => import('./profiles/export.js'),
	schema: () => import('./profiles/schema.js'),
};

const names = subCommands.map(({name}) => name);

/** The command: its sub-command does the rest. */
export const command: Command = {run, failed};

async function run(
	[word = '', ...args]: readonly string[],
	console: Console,
	shippedProfiles: string,
): Promise<number> {
	const name = names.find(each => each === word);
	if (name === undefined && word !== '--help' && word !== '-h') throw new ProblemError(unknown(word));
	const problems: Problem[] = [];
	const collected = collect(args, optionsOf(name ?? null), problems);
	const given = givenOptions(collected, problems);
	if (name === undefined || given.on('help')) {
		await write(console.stdout, profilesHelp());
		return exitCodes.done;
	}
	const {env, platform, cwd} = console;
	const {run} = await loaders[name]();
	return run({
		words: collected.words,
		given,
		problems,
		console,
		profiles: {folders: profileFolders(env, platform, cwd, shippedProfiles), disk: profileDisk},
		machine: thisMachine(),
	});
}

function failed(problems: readonly Problem[], [word = '']: readonly string[]): FailedRun {
	const takesJson = names.some(each => each === word && optionsOf(each).some(({name}) => name === 'json'));
	const format = word === 'show' ? formatJson : formatProfilesJson;
	return {exitCode: exitCodeOf(problems, false), json: takesJson ? format([], problems) : null};
}

function unknown(word: string): Problem {
	if (word === '') return usage('"profiles" needs to know what to do', `one of: ${names.join(', ')}`);
	return usage(`unknown command ${quoted(`profiles ${word}`)}`, didYouMean(word, names));
}
