// `--plain`: the whole job as questions and answers, for serial consoles, screen readers and dumb terminals.
import path from 'node:path';
import {profileDisk} from '../../files/profile-disk.js';
import {profileFolders} from '../../profile/folders.js';
import {thisMachine} from '../../machine/this-machine.js';
import {makePlan} from '../../plan/make.js';
import {error, type Problem, ProblemError} from '../../problem/problem.js';
import type {Arguments} from '../arguments.js';
import type {Console} from '../console.js';
import {isDumb} from '../front-door.js';
import {type Conversation, sayProblems} from './conversation.js';
import type {FilledRequest} from './filled-request.js';
import {finish} from './finish.js';
import {settle} from './menu.js';
import {askNames} from './names.js';
import {firstPassword} from './password.js';
import {unlessBack} from './questions.js';
import {type Session, withNameList} from './rows.js';
import {forServers} from './servers.js';
import {commonNameOf, namesOf} from './standing.js';
import {chooseTask, isChosen} from './task.js';
import {withQuestions} from './with-questions.js';

/** A dumb terminal gives away a line only with its Enter. */
const welcome = (back: string) => `Certificates for YSoft SafeQ, question by question.
Nothing is written before you have seen it and said yes.
Enter takes what stands in brackets, ${back} back, Ctrl+C leaves.
`;

/** The conversation from arguments to exit code. Standard input and output must be terminals. */
export async function plain(
	args: Arguments,
	early: readonly Problem[],
	console: Console,
	shippedProfiles: string,
): Promise<number> {
	if (args.password.from === 'stdin')
		throw new ProblemError(
			error('usage', '--password-stdin reads a pipe, and questions are answered on the terminal', {
				hint: 'leave it out and type the password, or add --yes',
			}),
		);
	const {env, platform, cwd} = console;
	return withQuestions(console, async (questions, signal) => {
		await questions.explain(welcome(isDumb(env) ? 'Esc and Enter go' : 'Esc goes'));
		await sayProblems(questions, early);
		return converse({
			args,
			questions,
			console,
			profiles: {folders: profileFolders(env, platform, cwd, shippedProfiles), disk: profileDisk},
			machine: thisMachine(),
			signal,
		});
	});
}

async function converse(conversation: Conversation): Promise<number> {
	const {args, console} = conversation;
	const requests = await chooseRequests(conversation);
	const [only, ...others] = requests;
	const isOneSsl = only !== undefined && others.length === 0 && only.entry.kind?.value === 'ssl';
	let session: Session = {
		requests: isOneSsl ? [await withNames(conversation, only)] : requests,
		folder: path.resolve(console.cwd, args.out),
		password: firstPassword(args, console.env),
	};
	for (;;) {
		const settled = await settle(conversation, session);
		const code = await finish(conversation, settled);
		if (code !== null) return code;
		({session} = settled);
	}
}

/** What is to be made and for whom; Esc at the second question leads back to the first. */
async function chooseRequests(conversation: Conversation): Promise<readonly FilledRequest[]> {
	for (;;) {
		const requests = forServers(conversation, await chooseTask(conversation));
		if (isChosen(conversation.args)) return requests;
		const found = await unlessBack(requests);
		if (found !== null) return found;
	}
}

/** The names are what an SSL certificate is about: they are asked for, all else is offered. */
async function withNames(conversation: Conversation, request: FilledRequest): Promise<FilledRequest> {
	const {entry} = request;
	const {plan} = makePlan(entry, {server: null, now: conversation.machine.now()});
	const names = namesOf({entry, plan});
	const list = await askNames(conversation, names, commonNameOf({entry, plan}));
	return withNameList(request, list);
}
