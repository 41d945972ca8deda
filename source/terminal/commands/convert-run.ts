// From the files that were given to the files that are made of them.
import path from 'node:path';
import {mergeContainers} from '../../container/merge.js';
import {type Selection, select} from '../../container/select.js';
import {type Converted, convert} from '../../convert.js';
import {createFolder} from '../../files/create-folder.js';
import {createSecretList, type KeptList, keepSecretList} from '../../files/secret-list.js';
import type {Machine} from '../../machine/machine.js';
import {sameFile} from '../../outputs.js';
import {error, hasErrors, type Problem} from '../../problem/problem.js';
import type {PfxEncryption} from '../../profile/profile.js';
import type {Console} from '../console.js';
import {withSignOfLife} from '../sign-of-life.js';
import type {Source} from './convert-in-the-way.js';
import {judgeConversion} from './convert-judge.js';
import {onlyFile} from './convert-missing.js';
import type {ConvertArguments} from './convert-options.js';
import {findNewPassword} from './convert-password.js';
import {type ConversionPlan, planConversion} from './convert-plan.js';
import {type OpeningPasswords, openingPasswords, unlock} from './unlock.js';

export type Conversion = {
	readonly selection: Selection;
	readonly converted: Converted;
	/** How the PFX is encrypted; null when none was made. */
	readonly encryption: PfxEncryption | null;
	readonly friendlyName: string;
	/** The file with the generated password; null when there is none. */
	readonly list: string | null;
};

type Surroundings = {
	readonly console: Console;
	readonly machine: Machine;
	readonly signal: AbortSignal;
};

/** The whole conversion; null with at least one error among `problems`. Rejects when aborted. */
export async function runConversion(
	wanted: ConvertArguments,
	surroundings: Surroundings,
	problems: Problem[],
): Promise<Conversion | null> {
	const {console, machine, signal} = surroundings;
	const passwords = openingPasswords(wanted.password, {console, mayAsk: !wanted.json, signal});
	const {sources, old} = await openAll(wanted.files, passwords, surroundings, problems);
	if (hasErrors(problems)) return null;
	const container = mergeContainers(sources.map(each => each.container));
	const selection = select(container, wanted.thumbprint);
	if ('code' in selection) {
		problems.push({...selection, place: onlyFile(sources)});
		return null;
	}
	const found = {container, selection};
	const plan = planConversion(wanted, found, console.cwd);
	const circumstances = {now: machine.now(), platform: console.platform};
	problems.push(...(await judgeConversion(plan, found, sources, circumstances)));
	if (hasErrors(problems)) return null;
	const asking = {console, machine, passwords, old, mayAsk: !wanted.json, signal};
	const {password, list, ...more} = plan.isEncrypted
		? await findNewPassword(wanted.newPassword, asking)
		: {password: '', list: null, problems: []};
	problems.push(...more.problems, ...(list === null ? [] : listInTheWay(list, plan)));
	if (password === null || hasErrors(problems)) return null;
	return perform(plan, selection, {password, list}, surroundings, problems);
}

/** Makes the folder, the list where there is one, and the files; null with at least one error among `problems`. */
async function perform(
	plan: ConversionPlan,
	selection: Selection,
	{password, list}: {readonly password: string; readonly list: string | null},
	{console, machine, signal}: Surroundings,
	problems: Problem[],
): Promise<Conversion | null> {
	const folderProblem = await createFolder(plan.folder);
	if (folderProblem !== null) problems.push(folderProblem);
	else if (list !== null)
		problems.push(
			...(await createSecretList(list, [`${path.basename(plan.targets[0]?.path ?? '')}\t${password}`])),
		);
	if (hasErrors(problems)) return null;
	const {encryption, iterations, friendlyName} = plan;
	const protection = {encryption, iterations, password, randomBytes: machine.randomBytes};
	let converted: Converted | null = null;
	let kept: KeptList;
	try {
		const converting = convert(selection, {...plan, protection, signal});
		converted = await withSignOfLife(console, 'Converting', converting);
	} finally {
		kept = await keepSecretList(list, converted !== null && converted.files.length > 0);
		problems.push(...kept.problems);
	}
	problems.push(...converted.problems);
	return {
		selection,
		converted,
		encryption: plan.makesPfx ? encryption : null,
		friendlyName,
		list: kept.list,
	};
}

type OpenedFiles = {readonly sources: readonly Source[]; readonly old: string | null};

/** Opens every file; what is encrypted must be opened here, so a missing password is an error. */
async function openAll(
	files: readonly string[],
	passwords: OpeningPasswords,
	{console, signal}: Surroundings,
	problems: Problem[],
): Promise<OpenedFiles> {
	const sources: Source[] = [];
	let old: string | null = null;
	for (const file of files) {
		const opened = await unlock(file, {console, passwords, signal});
		const {container, password, problems: found} = opened;
		old ??= password;
		problems.push(
			...found.map(
				(each): Problem => (each.code === 'password-missing' ? {...each, severity: 'error'} : each),
			),
		);
		if (container !== null) sources.push({path: opened.path, file, container});
	}
	return {sources, old};
}

function listInTheWay(list: string, {targets}: ConversionPlan): Problem[] {
	if (!targets.some(each => sameFile(each.path, list))) return [];
	return [error('output-twice', 'the list of passwords and a file that is made have the same name')];
}
