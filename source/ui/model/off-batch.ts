// Why a key does nothing now in the list of a batch; null when it works.
import type {BatchState} from './batch.js';
import type {Job} from './job.js';
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

export const undoServers: WhyOff = onBatch((_, {past}) =>
	past.length > 0 ? null : 'nothing was changed in the list',
);
