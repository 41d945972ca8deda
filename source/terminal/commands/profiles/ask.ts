// `profiles new` as questions: what the options did not say, each answer looked at at once.
import path from 'node:path';
import {exists} from '../../../files/exists.js';
import {absolutePath} from '../../../files/typed-path.js';
import {makePlan} from '../../../plan/make.js';
import {emptyEntry, type Overrides, overrideEntry} from '../../../plan/override.js';
import {splitNames} from '../../../plan/split-names.js';
import {standInFor} from '../../../plan/stand-in.js';
import {visible} from '../../../problem/visible.js';
import type {Kind, ProfileEntry} from '../../../profile/profile.js';
import {exitCodes} from '../../exit-code.js';
import {reasonOf, sayProblems} from '../../plain/conversation.js';
import {choose, confirm, LeaveError, type Questions} from '../../plain/questions.js';
import {withQuestions} from '../../plain/with-questions.js';
import type {Call} from './call.js';
import {profileFileProblem} from './create-new.js';
import {type Draft, offers} from './draft.js';
import {newText, writeNew} from './write-new.js';

const welcome = `A new profile, question by question. Nothing is written before you have seen it and said yes.
Enter takes what stands in brackets; Esc or Ctrl+C leaves.
{fqdn}, {hostname} and {addresses} stand for the server that --for names when a certificate is made.
`;

/** Asks for what is still open, shows the profile, and writes it. Resolves with the exit code. */
export async function ask(call: Call, given: Overrides, description: string | null): Promise<number> {
	const now = call.machine.now();
	return withQuestions(call.console, async questions => {
		await questions.say(welcome);
		const entry = overrideEntry(emptyEntry, await askOverrides(questions, given, now));
		const about = description ?? (await questions.ask({message: 'Description for lists, may be empty'}));
		const draft: Draft = {entry, description: about === '' ? null : about, remark: null, problems: []};
		const file = await askFile(questions, call);
		const {text, problems} = await newText(file, draft, call);
		await questions.say(`\n${visibleLines(text)}\n`);
		await sayProblems(questions, problems);
		if (!(await confirm(questions, `Write it to ${file}?`, true))) throw new LeaveError('back');
		await writeNew(file, draft, call);
		return exitCodes.done;
	});
}

async function askOverrides(questions: Questions, given: Overrides, now: Date): Promise<Overrides> {
	const kind = given.kind ?? (await askKind(questions));
	const offer = offers[kind];
	let known: Overrides = {...given, kind};
	const text = async (message: string, fallback: string, lay: (answer: string) => Overrides) => {
		const refuse = (answer: string) =>
			whyNot(overrideEntry(emptyEntry, {...known, ...lay(answer)}), lay, now);
		known = {...known, ...lay(await questions.ask({message, fallback, refuse}))};
	};
	if (given.subject === undefined)
		await text('Subject: a name, or CN=..., O=..., C=..', offer.subject, subject => ({subject}));
	if (given.subjectAlternativeNames === undefined && kind === 'ssl')
		await text('Names and addresses by which clients reach it', offer.names, answer => ({
			subjectAlternativeNames: splitNames(answer),
		}));
	if (given.friendlyName === undefined)
		await text('Friendly name', offer.friendlyName, friendlyName => ({friendlyName}));
	return known;
}

function askKind(questions: Questions): Promise<Kind> {
	return choose<Kind>(questions, 'What is the certificate for?', [
		{label: 'HTTPS of a server (ssl)', value: 'ssl'},
		{label: 'signing access tokens (signing)', value: 'signing'},
	]);
}

/** What is wrong with the value that `lay` has laid over the entry; null for what only other answers can mend. */
function whyNot(entry: ProfileEntry, lay: (answer: string) => Overrides, now: Date): string | null {
	const fields = Object.keys(lay(''));
	const {problems} = makePlan(entry, {server: standInFor([entry]), now});
	const found = problems.find(
		({severity, field}) => severity === 'error' && fields.includes(field?.split('.')[0] ?? ''),
	);
	return found === undefined ? null : reasonOf(found);
}

/** Absolute; asked again while something stands there. */
async function askFile(questions: Questions, {words, console}: Call): Promise<string> {
	let [written] = words;
	for (;;) {
		written ??= await questions.ask({
			message: 'File',
			fallback: path.join('profiles', 'new.yaml'),
			refuse: answer => profileFileProblem(answer)[0]?.message ?? null,
		});
		const file = absolutePath(written, console.cwd);
		if (!(await exists(file))) return file;
		await questions.say(`  x ${visible(file)} exists, and a profile is never replaced\n`);
		written = undefined;
	}
}

function visibleLines(text: string): string {
	return text.split('\n').map(visible).join('\n');
}
