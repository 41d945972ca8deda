// The two rows above the footer: a notice, or what is to know about the place where the focus is.
import {describeOpenedBy} from '../../describe/trust.js';
import type {Problem} from '../../problem/problem.js';
import type {Stop} from '../model/certificate.js';
import {draftOf} from '../model/focus.js';
import type {Draft, Job} from '../model/job.js';
import {review} from '../model/off.js';
import {problemsAt} from '../model/problems-at.js';
import {selectedItem, type StartState} from '../model/start.js';
import {currentScreen, type State} from '../model/state.js';
import {toneOf} from '../parts/field.js';
import {cutLine, emptyLine, type Line, line, span, type Tone} from '../parts/line.js';
import {signs} from '../theme.js';
import {meaningOf} from './form.js';
import {panelFrom} from './start.js';

const help: Readonly<Record<Stop, string>> = {
	server: 'The server that it is for, as clients call it; DNS is asked for its addresses',
	'this-computer': 'Space takes the names and addresses of the computer that you sit at',
	addresses: 'Every name and address by which clients and printers reach the server',
	friendlyName: 'How Windows lists the certificate; it does not have to be unique',
	subject: 'To whom it is issued: a name, or CN=js1.company.com, O=Company, C=CZ',
	validity: '730 days, 18 months, 2 years, or until 2028-11-30',
	key: 'RSA 2048 is what every SafeQ installation takes',
	encryption: 'How the PFX is encrypted, and so who can open it',
	outputs: 'The PFX holds the key, for the server; the .cer is for all who have to trust it',
	folder: 'Where the files go; it is made when it does not exist',
	fileName: 'Without ending',
	password: 'Leave it empty for a strong one, which is shown once after writing',
	again: 'A slip of the finger must not lock you out; Ctrl+O shows it instead',
};

const noticeTones: Readonly<Record<NonNullable<State['notice']>['tone'], Tone>> = {
	plain: 'strong',
	done: 'good',
	warning: 'warning',
	error: 'error',
};

/** Two rows in `width` columns. */
export function messageBar(state: State, width: number): readonly [Line, Line] {
	const [first, second] = contentOf(state);
	return [cutLine([span(' '), ...first], width), cutLine([span(' '), ...second], width)];
}

function contentOf(state: State): readonly [Line, Line] {
	const {notice, job} = state;
	const screen = currentScreen(state);
	const hasPanel = state.size.columns >= panelFrom;
	if (state.sheet === null && screen.screen === 'start' && notice === null && !hasPanel)
		return aboutChoice(screen);
	if (state.sheet !== null || screen.screen !== 'certificate' || job === null)
		return [notice === null ? emptyLine : noticeLine(notice), emptyLine];
	const draft = draftOf(state, screen);
	const here = aboutHere(screen.stop, job, draft);
	if (notice !== null) return [noticeLine(notice), here[0]];
	return here.length > 1 ? [here[0], here[1] ?? emptyLine] : [here[0], outlookLine(state)];
}

/** What comes after Enter, or what the chosen profile says about itself. */
function aboutChoice(screen: StartState): readonly [Line, Line] {
	const item = selectedItem(screen);
	if (item === null) return [emptyLine, emptyLine];
	if (item.item === 'task') return [line(item.task.next, 'dim'), emptyLine];
	return [line(item.found.description ?? '', 'dim'), line(item.found.file, 'dim')];
}

function noticeLine({tone, text}: NonNullable<State['notice']>): Line {
	const said = span(text, noticeTones[tone]);
	if (tone !== 'error' && tone !== 'warning') return [said];
	return [span(signs[tone], noticeTones[tone]), span(' '), said];
}

/** What is wrong here, or else what belongs here. */
function aboutHere(stop: Stop, job: Job, draft: Draft): readonly [Line, ...Line[]] {
	if (stop === 'addresses') return aboutEntry(draft);
	const [problem] = problemsAt(stop, job, draft);
	if (problem !== undefined) return problemLines(problem);
	if (stop === 'server' && draft.server.status === 'looking')
		return [line(`looking up ${draft.server.asked} …`, 'dim')];
	if (stop === 'encryption') return [line(describeOpenedBy(draft.encryption).text, 'dim')];
	const written =
		stop === 'friendlyName' || stop === 'subject' || stop === 'fileName' ? meaningOf(stop, draft) : null;
	if (written !== null) return [line(`here: ${written}`, 'dim')];
	return [line(help[stop], 'dim')];
}

function aboutEntry(draft: Draft): readonly [Line, ...Line[]] {
	const {addresses, outlook} = draft;
	const row = outlook.rows[addresses.selected];
	if (row === undefined) return [line(help.addresses, 'dim')];
	const isEdited = addresses.editing !== null;
	if (row.severity === 'error') {
		const ways = isEdited ? 'Enter takes what you type in its place' : 'Enter mends it, Del removes it';
		return [
			[span(`${signs.error} `, 'error'), span(row.note ?? '')],
			line(row.hint === null ? `  ${ways}` : `  ${row.hint}`, 'dim'),
		];
	}
	if (isEdited) return [line(help.addresses, 'dim')];
	const field = `subjectAlternativeNames.${draft.addresses.items.indexOf(row.item)}`;
	const problem = outlook.problems.find(each => each.field === field);
	if (problem !== undefined) return problemLines(problem);
	return [
		line(row.item.written === row.shown ? help.addresses : `${row.item.written} in the profile`, 'dim'),
	];
}

function problemLines({severity, message, hint}: Problem): readonly [Line, ...Line[]] {
	const first = [span(`${signs[severity]} `, toneOf(severity)), span(message)];
	return hint === null ? [first] : [first, line(`  ${hint}`, 'dim')];
}

/** What stands between here and the review. */
function outlookLine(state: State): Line {
	const why = review(state);
	return why === null
		? [
				span('ready: ', 'dim'),
				span('Ctrl+R', 'strong'),
				span(' shows everything that will be written', 'dim'),
			]
		: [span(`before the review: ${why}`, 'dim')];
}
