// Effects wait for what runs them: YAML, certificates and PFX files are only read once the first frame is seen.
import type {Effect} from '../model/effects.js';
import type {Message} from '../model/messages.js';
import type {RunEffect} from './run.js';
import type {Services} from './services.js';

/** As `effectRunner`, which is loaded with the first effect; until then effects queue, in their order. */
export function lazyRunner(
	services: Services,
	dispatch: (message: Message) => void,
	fail: (failure: unknown) => void,
	signal: AbortSignal,
): RunEffect {
	let loading: Promise<RunEffect> | null = null;
	return (effect: Effect) => {
		loading ??= import('./run.js').then(({effectRunner}) => effectRunner(services, dispatch, fail, signal));
		loading.then(run => run(effect)).catch(fail);
	};
}
