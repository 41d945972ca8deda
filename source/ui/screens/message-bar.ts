// The rows above the footer: a notice, or what is to know about the place where the focus is.
import {draftOf} from '../model/focus.js';
import {review} from '../model/off.js';
import {selectedItem, type StartState} from '../model/start.js';
import {currentScreen, isWide, type State} from '../model/state.js';
import {cutLine, emptyLine, type Line} from '../parts/line.js';
import {type Message, messageRows, said} from '../parts/messages.js';
import {aboutBatch} from './about-batch.js';
import {aboutHere} from './about-here.js';
import {questionLine} from './review.js';
import {panelFrom} from './start.js';

/** Rows that stand there even when they are empty: the form must not move with every field. */
const formRows = 2;
const startRows = 2;

/** As many rows in `width` columns as there is to say, but not more than the screen can spare. */
export function messageBar(state: State, width: number): Line[] {
	const [least, messages] = contentOf(state);
	const most = state.size.rows < 20 ? 3 : 4;
	const rows = messageRows(messages, width, most, least);
	const screen = currentScreen(state);
	if (screen.screen === 'review' && state.sheet === null)
		return [cutLine(questionLine(screen), width), ...rows];
	return [...rows, ...Array.from({length: Math.max(0, least - rows.length)}, () => emptyLine)];
}

function contentOf(state: State): readonly [number, readonly Message[]] {
	const {notice, job} = state;
	const screen = currentScreen(state);
	const notices = notice === null ? [] : [noticed(notice)];
	if (state.sheet !== null) return [0, notices];
	if (screen.screen === 'start' && !isWide(state.size.columns, panelFrom))
		return [startRows, notice === null ? aboutChoice(screen) : notices];
	if (screen.screen === 'batch' && job !== null) {
		const about = aboutBatch(job, screen);
		return [
			formRows,
			notice === null ? [about, beforeReview(state)] : [...notices, {...about, isSpare: true}],
		];
	}
	if (screen.screen !== 'certificate' || job === null) return [0, notices];
	const here = aboutHere(screen.stop, job, draftOf(state, screen));
	if (notice !== null) return [formRows, [...notices, ...here.map(each => ({...each, isSpare: true}))]];
	return [formRows, [...here, ...(here.length === 1 ? [beforeReview(state)] : [])]];
}

/** What comes after Enter, or what the chosen profile says about itself. */
function aboutChoice(screen: StartState): readonly Message[] {
	const item = selectedItem(screen);
	if (item === null) return [];
	if (item.item === 'task') return [said(item.task.next)];
	const about = item.found.description ?? '';
	return [...(about === '' ? [] : [said(about)]), {...said(item.found.file), isSpare: true}];
}

function noticed({tone, text}: NonNullable<State['notice']>): Message {
	if (tone === 'error' || tone === 'warning') return {sign: tone, text, tone};
	return {sign: null, text, tone: tone === 'done' ? 'good' : 'strong'};
}

/** What stands between here and the review. */
function beforeReview(state: State): Message {
	const why = review(state);
	const text =
		why === null ? 'ready: Ctrl+R shows everything that will be written' : `before the review: ${why}`;
	return {...said(text), isSpare: true};
}
