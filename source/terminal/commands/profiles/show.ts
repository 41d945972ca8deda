// `profiles show`: what a profile would make, in the words of a dry run; for any server when none is named.
import {hasErrors, type Problem} from '../../../problem/problem.js';
import {visible} from '../../../problem/visible.js';
import {nothing, type Outcome} from '../../../generate.js';
import {needsServer} from '../../../plan/placeholder.js';
import {withPlaceholders} from '../../../plan/stand-in.js';
import {type Prepared, prepare} from '../../../prepare.js';
import type {LoadedProfile} from '../../../profile/load.js';
import {loadProfile} from '../../../profile/load.js';
import {tellProblems, write} from '../../console.js';
import {exitCodeOf} from '../../exit-code.js';
import {formatReport} from '../../report.js';
import {formatHead} from '../../report-head.js';
import {formatJson} from '../../report-json.js';
import {requestsOf} from '../../requests.js';
import {type Call, oneWord, refuseWrongUsage, type SubCommand} from './call.js';
import {examine} from './examine.js';

export const run: SubCommand = async call => {
	const servers = call.given.list('for');
	const asJson = call.given.on('json');
	const reference = oneWord(call, 'NAME|FILE');
	refuseWrongUsage(call);
	const {folders, disk} = call.profiles;
	const loaded = await loadProfile(reference, folders, disk);
	const shown =
		servers.length === 0 ? await forAnyServer(loaded, call) : await forServers(loaded, servers, call);
	const {prepared, problems, inWordsOfProfile} = shown;
	const {stdout} = call.console;
	await tellProblems(call.console, problems);
	const isWrong = hasErrors(problems);
	const outcomes = prepared.certificates.map(each => nothing(isWrong ? 'failed' : 'planned', each));
	if (asJson) await write(stdout, inWordsOfProfile(formatJson(outcomes, problems)));
	else if (!isWrong) await write(stdout, inWordsOfProfile(formatShown(loaded, prepared, outcomes)));
	return exitCodeOf(problems, false);
};

type Shown = {
	readonly prepared: Prepared;
	readonly problems: readonly Problem[];
	readonly inWordsOfProfile: (text: string) => string;
};

async function forAnyServer(loaded: LoadedProfile, {machine, console}: Call): Promise<Shown> {
	const {prepared, problems, standIn} = await examine(loaded, {folder: console.cwd, machine});
	return {prepared, problems, inWordsOfProfile: text => withPlaceholders(text, standIn)};
}

async function forServers(
	loaded: LoadedProfile,
	servers: readonly string[],
	{machine, console}: Call,
): Promise<Shown> {
	const folder = console.cwd;
	const prepared = await prepare(requestsOf(loaded), {servers, folder, overwrite: true, machine});
	return {
		prepared,
		problems: [...loaded.problems, ...prepared.problems],
		inWordsOfProfile: text => text,
	};
}

function formatShown({profile}: LoadedProfile, prepared: Prepared, outcomes: readonly Outcome[]): string {
	const description = profile?.description ?? null;
	const isOpen = prepared.servers.length === 0 && profile?.entries.some(needsServer) === true;
	const lines = [
		description === null ? '' : `${visible(description)}\n\n`,
		isOpen ? 'Words in braces are filled in for the server that --for names.\n\n' : '',
	];
	return `${formatHead(prepared)}${lines.join('')}${formatReport(outcomes, {passwordList: null})}`;
}
