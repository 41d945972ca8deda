// Which servers the list of a batch has: names are typed or pasted, taken out, changed, and all that is taken back.
import {describeLeftOut} from '../../plan/listed-names.js';
import {splitNames} from '../../plan/split-names.js';
import {editText, insertText, type EditCommand, type TextBuffer, textBuffer} from '../parts/text-buffer.js';
import type {BatchState} from './batch.js';
import {askAgain, findAddresses, withAddresses} from './find-addresses.js';
import type {Draft, Job} from './job.js';
import {strayServer} from './off-batch.js';
import {draftFor, isExample, listName, renamed, serverNameOf, templateOf} from './servers.js';
import {oneServer, readServers, sameName, type ServerRow, type ServerRows} from './server-rows.js';
import {replaceScreen, type State} from './state.js';
import {changeJob, notice, type Step, step, then} from './step.js';

const noTemplate = 'no certificate here is for a server: there is none to make another one after';

/** Typed text: into the name that is changed, else it starts or goes on with the name of another server. */
export function typeServer(state: State, screen: BatchState, text: string): Step {
	return changeLine(state, screen, buffer => insertText(buffer, text));
}

/** Editing keys in that line. */
export function editServer(state: State, screen: BatchState, command: EditCommand): Step {
	return changeLine(state, screen, buffer => editText(buffer, command));
}

/** A paste: one name goes into the line, several become certificates; half a line waits for its rest. */
export function pasteServers(state: State, screen: BatchState, text: string, isWhole: boolean): Step {
	const whole = screen.typed.text + text;
	if (splitNames(whole).length < 2 && !/[\r\n]/.test(text)) return typeServer(state, screen, text.trim());
	const end = isWhole ? whole.length : Math.max(whole.lastIndexOf('\n'), whole.lastIndexOf('\r')) + 1;
	const rest = {...screen, typed: textBuffer(whole.slice(end).trimStart().replaceAll('\t', ' '))};
	return addServers(replaceScreen(state, rest), rest, whole.slice(0, end));
}

/** Takes what is typed in the line: another server, or the new name of the chosen one. */
export function settleServer(state: State, screen: BatchState): Step {
	const {job} = state;
	const {renaming, typed} = screen;
	if (job === null) return step(state);
	if (renaming !== null) return rename(state, {...screen, renaming: null}, job, renaming.text.trim());
	if (typed.text.trim() === '') return step(state);
	if (templateOf(job, screen.selected) === null) return step(notice(state, noTemplate, 'warning'));
	// Half of a line may be a name, too, but not the one that was meant: it stays, to be mended.
	const stray = strayServer(state);
	if (stray !== null) return step(notice(state, stray, 'warning'));
	const emptied = {...screen, typed: textBuffer('')};
	return addServers(replaceScreen(state, emptied), emptied, typed.text);
}

/** Opens the name of the chosen server for editing. */
export function startRenaming(state: State, screen: BatchState, draft: Draft): State {
	return replaceScreen(state, {...screen, renaming: textBuffer(serverNameOf(draft) ?? '')});
}

/** Takes the chosen certificate out of the list. */
export function removeServer(state: State, screen: BatchState, job: Job): Step {
	const draft = job.drafts[screen.selected];
	if (draft === undefined) return step(state);
	const left = job.drafts.filter(each => each !== draft);
	const selected = Math.min(screen.selected, left.length - 1);
	const next = withDrafts(state, {...screen, selected}, job, left, null);
	return step(notice(next, `${listName(draft)} is taken out; Ctrl+_ brings it back`));
}

/** Takes the last change of the list back; what was edited in other certificates meanwhile stays. */
export function undoServers(state: State, screen: BatchState, job: Job): Step {
	const before = job.past.at(-1);
	if (before === undefined) return step(state);
	const drafts = before.drafts.map(old =>
		old.id === before.changed ? old : (job.drafts.find(each => each.id === old.id) ?? old),
	);
	const selected = Math.min(screen.selected, drafts.length - 1);
	const shown = replaceScreen(state, {...screen, selected});
	const restored = drafts.filter(each => !job.drafts.includes(each));
	const back = changeJob(shown, each => ({...each, drafts, past: each.past.slice(0, -1)}));
	return then(
		restored.reduce((all, each) => then(all, next => askAgain(next, each)), step(back)),
		next => step(notice(next, 'taken back')),
	);
}

function changeLine(state: State, screen: BatchState, change: (buffer: TextBuffer) => TextBuffer): Step {
	const {renaming, typed} = screen;
	if (renaming !== null) return step(replaceScreen(state, {...screen, renaming: change(renaming)}));
	const selected = state.job?.drafts.length ?? 0;
	return step(replaceScreen(state, {...screen, selected, typed: change(typed)}));
}

/** One certificate for each name that the list does not have; the examples that shipped make room for them. */
function addServers(state: State, screen: BatchState, text: string): Step {
	const {job, now} = state;
	const {rows, wrong, leftOut} = readServers(text);
	const template = job === null ? null : templateOf(job, screen.selected);
	if (job === null || template === null) return step(notice(state, noTemplate, 'warning'));
	const examples = job.drafts.filter(each => isExample(job, each));
	const stay = rows.length === 0 ? job.drafts : job.drafts.filter(each => !examples.includes(each));
	const rowOf = (draft: Draft) => rows.find(({name}) => sameName(name, serverNameOf(draft) ?? ''));
	const known = stay.map(each => withAddresses(each, rowOf(each)?.addresses ?? [], 'new', now));
	const fresh = rows.filter(({name}) => !stay.some(each => sameName(name, serverNameOf(each) ?? '')));
	const made = fresh.map(({name, addresses}, index) =>
		withAddresses(draftFor(template, name, job.drafts, state.nextId + index, now), addresses, 'new', now),
	);
	const said = describe(rows, fresh.length, {wrong, leftOut}, job.drafts.length - stay.length);
	const isDoubtful = wrong.length > 0 || fresh.length === 0;
	const isSame = made.length === 0 && known.every((each, index) => each === stay[index]);
	if (isSame) return step(notice(state, said, isDoubtful ? 'warning' : 'plain'));
	const added = withDrafts(
		state,
		{...screen, selected: known.length + made.length},
		job,
		[...known, ...made],
		null,
	);
	const numbered = {...added, nextId: added.nextId + made.length};
	return then(
		made.reduce((before, each) => then(before, next => findAddresses(next, each, template)), step(numbered)),
		next => step(notice(next, said, isDoubtful ? 'warning' : 'plain')),
	);
}

function describe(
	rows: readonly ServerRow[],
	fresh: number,
	{wrong, leftOut}: Pick<ServerRows, 'wrong' | 'leftOut'>,
	examples: number,
): string {
	const doubled = rows.length - fresh;
	const addresses = rows.reduce((sum, each) => sum + each.addresses.length, 0);
	const left = describeLeftOut(leftOut);
	const parts = [
		examples > 0 && fresh > 0
			? `${fresh} new in place of the ${examples} examples; Ctrl+_ takes it back`
			: `${fresh} new`,
		...(doubled > 0 ? [`${doubled} already there`] : []),
		...(addresses > 0 ? [`with ${addresses} IP ${addresses === 1 ? 'address' : 'addresses'}`] : []),
		...(left === null ? [] : [left]),
		...(wrong.length > 0 ? [`no name of a server: ${wrong.slice(0, 3).join(', ')}`] : []),
	];
	return parts.join(', ');
}

function rename(state: State, screen: BatchState, job: Job, typed: string): Step {
	const draft = job.drafts[screen.selected];
	const name = oneServer(typed);
	const shown = replaceScreen(state, screen);
	if (draft === undefined || typed === '' || typed === serverNameOf(draft)) return step(shown);
	if (name === null) return step(notice(state, `${typed} is not the name of one server`, 'warning'));
	if (job.drafts.some(each => each !== draft && sameName(serverNameOf(each) ?? '', name)))
		return step(notice(state, `${name} is in the list already`, 'warning'));
	const next = renamed(draft, name, state.now);
	const drafts = job.drafts.map(each => (each === draft ? next : each));
	return then(step(withDrafts(shown, screen, job, drafts, draft.id)), changed =>
		then(findAddresses(changed, next, draft), found =>
			step(notice(found, `now for ${name}; Ctrl+_ takes it back`)),
		),
	);
}

function withDrafts(
	state: State,
	screen: BatchState,
	job: Job,
	drafts: readonly Draft[],
	changed: number | null,
): State {
	const selected = Math.min(screen.selected, drafts.length);
	const past = [...job.past, {drafts: job.drafts, changed}];
	return changeJob(replaceScreen(state, {...screen, selected}), each => ({...each, drafts, past}));
}
