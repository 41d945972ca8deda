// The end of the conversation: the preview, the last question, and then the same job as without asking.
import os from 'node:os';
import {createFolder, probeWritable} from '../../files/create-folder.js';
import {keepSecretList} from '../../files/secret-list.js';
import {unwantedFolder} from '../../files/unwanted-folder.js';
import {generate, nothing, type Outcome, wrotePfx} from '../../generate.js';
import type {Prepared} from '../../prepare.js';
import {hasErrors, type Problem} from '../../problem/problem.js';
import {visible} from '../../problem/visible.js';
import {cancelCode, exitCodeOf, exitCodes} from '../exit-code.js';
import type {Passwords} from '../passwords.js';
import {formatReport} from '../report.js';
import {type Conversation, sayProblems} from './conversation.js';
import type {Settled} from './menu.js';
import {resolvePasswords, weakness} from './password.js';
import {confirm, unlessBack} from './questions.js';
import {describeReplaced} from './replaced.js';

/** Shows what will be written and asks for it; the exit code, or null when somebody would rather change something. */
export async function finish(
	conversation: Conversation,
	{session, prepared}: Settled,
): Promise<number | null> {
	const {args, questions, console} = conversation;
	const {certificates} = prepared;
	const planned = certificates.map(each => nothing('planned', each));
	await questions.say(`\n${formatReport(planned, {passwordList: null})}\n`);
	const {passwords, problems, shown} = await resolvePasswords(session.password, certificates, conversation);
	const found = [
		...prepared.problems,
		...problems,
		...[unwantedFolder(session.folder, console.platform), await probeWritable(session.folder)].flatMap(
			each => each ?? [],
		),
	];
	await sayProblems(questions, found);
	const weak = weakness(session.password);
	if (weak !== null) await questions.explain(`${weak}\n`);
	if (passwords === null || exitCodeOf(found, args.strict) !== exitCodes.done) {
		await questions.say('Nothing can be written before this is mended.\n');
		return null;
	}
	const replaced = await describeReplaced(certificates, passwords);
	if (!(await isWanted(conversation, prepared, replaced))) return null;
	questions.close();
	const {outcomes, failures, list} = await write(
		conversation,
		session.folder,
		prepared,
		passwords,
		replaced.length > 0,
	);
	const isMade = outcomes.some(({status}) => status === 'created');
	if (isMade && !args.quiet) await questions.say(`\n${formatReport(outcomes, {passwordList: list})}`);
	await sayProblems(questions, failures);
	if (!isMade) await questions.say('Nothing was written.\n');
	else if (shown !== null && wrotePfx(outcomes))
		await questions.say(
			`\nPassword of the PFX${outcomes.length > 1 ? ' files' : ''}, shown only this once:\n\n    ${shown}\n\n`,
		);
	return conversation.signal.aborted && outcomes.some(({status}) => status === 'cancelled')
		? cancelCode(conversation.signal)
		: exitCodeOf(failures, false);
}

/** The last question; losing a file needs more than Enter. */
async function isWanted(
	{questions}: Conversation,
	{certificates}: Prepared,
	replaced: readonly string[],
): Promise<boolean> {
	const files = certificates.flatMap(each => each.files).length;
	if (replaced.length > 0)
		await questions.say(
			`These files exist and would be lost:\n${replaced.map(each => `  ${each}\n`).join('')}`,
		);
	const what = `Write ${files} ${files === 1 ? 'file' : 'files'}${replaced.length > 0 ? `, replacing ${replaced.length}` : ''}?`;
	return (await unlessBack(confirm(questions, what, replaced.length === 0))) ?? false;
}

type Written = {
	readonly outcomes: readonly Outcome[];
	readonly failures: readonly Problem[];
	/** Absolute; null when there is no list of passwords. */
	readonly list: string | null;
};

async function write(
	{questions, machine, signal}: Conversation,
	folder: string,
	{certificates}: Prepared,
	passwords: Passwords,
	overwrite: boolean,
): Promise<Written> {
	const folderProblem = await createFolder(folder);
	const early = folderProblem === null ? await passwords.writeList() : [folderProblem];
	if (hasErrors(early)) return {outcomes: [], failures: early, list: null};
	const total = certificates.length;
	await questions.say(total === 1 ? 'Making it ...\n' : `Making ${total} certificates ...\n`);
	const outcomes = await generate(certificates, {
		machine,
		passwordOf: passwords.of,
		overwrite,
		width: os.availableParallelism() + 1,
		signal,
		onOutcome: ({prepared, status}, finished) => {
			if (total > 1)
				void questions.say(`  ${finished}/${total}  ${visible(prepared.plan.friendlyName)}  ${status}\n`);
		},
	});
	const {list, problems} = await keepSecretList(passwords.list, wrotePfx(outcomes));
	return {outcomes, failures: [...early, ...outcomes.flatMap(each => each.problems), ...problems], list};
}
