// Why a key does nothing now in the list of a batch; null when it works.
import type {BatchState} from './batch.js';
import type {Job} from './job.js';
import {oneServer, readServers} from './server-rows.js';
import {serverNameOf} from './servers.js';
import {currentScreen, type State} from './state.js';

type WhyOff = (state: State) => string | null;

const onBatch =
	(why: (job: Job, screen: BatchState) => string | null): WhyOff =>
	state => {
		const screen = currentScreen(state);
		return screen.screen === 'batch' && state.job !== null ? why(state.job, screen) : null;
	};

export const removeServer: WhyOff = onBatch(({drafts}) =>
	drafts.length > 1 ? null : 'the last certificate stays',
);

export const renameServer: WhyOff = onBatch(({drafts}, {selected}) => {
	const draft = drafts[selected];
	return draft !== undefined && (draft.needsServer || serverNameOf(draft) !== null)
		? null
		: 'this certificate is not for a server; Enter opens it';
});

export const undoServers: WhyOff = onBatch(({past}) =>
	past.length > 0 ? null : 'nothing was changed in the list',
);

/** What is typed in the list and names no server: it would be missing in the review. Null when nothing is. */
export function strayServer({screens}: State): string | null {
	const list = screens.find(each => each.screen === 'batch');
	const written = (list?.renaming ?? list?.typed)?.text.trim() ?? '';
	if (list === undefined || written === '') return null;
	if (list.renaming !== null)
		return oneServer(written) === null ? `${written} is not the name of one server` : null;
	const {rows, wrong} = readServers(written);
	if (rows.length > 0 && wrong.length === 0) return null;
	return `${wrong.length === 0 ? written : wrong.join(', ')} is no name of a server`;
}
