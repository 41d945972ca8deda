// Runs effects: what the program asked for is done, and the answers come back as messages.
import {tokenKeys} from '../../connect/token-keys.js';
import type {Effect} from '../model/effects.js';
import type {Message} from '../model/messages.js';
import {Secret} from '../model/secret.js';
import {keyMaker} from './keys-ahead.js';
import {lookAt} from './look.js';
import {findNames} from './names.js';
import {copyProfile, deleteProfile, findProfiles, readProfile} from './profiles.js';
import {compareProfile, saveProfile} from './save.js';
import {findServer, takeThisComputer} from './servers.js';
import type {Services} from './services.js';
import {findTargets} from './targets.js';
import {writeOrders} from './write.js';

export type RunEffect = (effect: Effect) => void;

/** How long typing must pause before what was typed is judged. */
const pauseMilliseconds = 250;

/** How long a server may take to tell its token keys. */
const tokenKeysMs = 8000;

/** Makes the runner; `dispatch` takes the answers, `fail` a bug. `signal` aborts everything when the program ends. */
export function effectRunner(
	services: Services,
	dispatch: (message: Message) => void,
	fail: (failure: unknown) => void,
	signal: AbortSignal,
): RunEffect {
	const keys = keyMaker(services, signal);
	let writing = new AbortController();
	let looking = new AbortController();
	let finding = new AbortController();
	const inOrder = {
		profiles: onlyLatest(dispatch),
		comparison: onlyLatest(dispatch),
		targets: onlyLatest(dispatch),
	};

	const run = async (effect: Effect): Promise<void> => {
		switch (effect.effect) {
			case 'find-profiles':
				return inOrder.profiles(findProfiles(services));
			case 'read-profile':
				return dispatch(await readProfile(services, effect));
			case 'copy-profile':
				return dispatch(await copyProfile(services, effect.file, effect.name));
			case 'delete-profile':
				return dispatch(await deleteProfile(effect.file));
			case 'compare-profile':
				return inOrder.comparison(compareProfile(services, effect));
			case 'save-profile':
				return dispatch(await saveProfile(effect));
			case 'find-this-computer': {
				const {server} = await services.machine.thisComputer();
				return dispatch({type: 'this-computer-found', name: server.fqdn});
			}
			case 'find-server':
				return dispatch(await findServer(services, effect, signal));
			case 'look':
				looking = new AbortController();
				return dispatch(await lookAt(services, effect, AbortSignal.any([signal, looking.signal])));
			case 'find-token-keys': {
				const {look, endpoint, address} = effect;
				const keys = await tokenKeys(endpoint, {address, timeoutMs: tokenKeysMs, signal});
				return dispatch({type: 'token-keys-found', look, keys});
			}
			case 'stop-looking':
				return looking.abort();
			case 'use-this-computer':
				return dispatch(await takeThisComputer(services, effect.draft));
			case 'make-key':
				return dispatch({
					type: 'key-made',
					draft: effect.draft,
					madeAhead: await keys.make(effect.draft, effect.key),
				});
			case 'pause':
				await pause(pauseMilliseconds);
				return dispatch({type: 'paused', draft: effect.draft, changes: effect.changes});
			case 'find-names': {
				if (effect.asked === null) return dispatch(await findNames(services, effect, signal));
				finding = new AbortController();
				return dispatch(await findNames(services, effect, AbortSignal.any([signal, finding.signal])));
			}
			case 'stop-finding':
				return finding.abort();
			case 'drop-keys':
				return effect.drafts.forEach(keys.drop);
			case 'find-targets':
				return inOrder.targets(findTargets(services, effect));
			case 'write':
				writing = new AbortController();
				return dispatch(
					await writeOrders(services, effect, {
						dispatch,
						signal: AbortSignal.any([signal, writing.signal]),
						keys,
					}),
				);
			case 'stop-writing':
				return writing.abort();
			case 'copy': {
				const text = effect.text instanceof Secret ? effect.text.reveal() : effect.text;
				const isAsked = services.copyByTerminal(text);
				const isCopied = await services.copy(text);
				return dispatch({
					type: 'copied',
					what: effect.what,
					way: isCopied ? 'program' : isAsked ? 'terminal' : 'none',
					isPassword: effect.text instanceof Secret,
				});
			}
			case 'suspend':
				return services.suspend();
		}
	};
	return effect => {
		run(effect).catch((failure: unknown) => {
			// What was called off, because the program ends or asks something else, is no failure.
			if (!isAbort(failure)) fail(failure);
		});
	};
}

/** Hands on an answer unless the same was asked again meanwhile: a late one is about a folder or a name of before. */
function onlyLatest(dispatch: (message: Message) => void): (answer: Promise<Message>) => Promise<void> {
	let asked = 0;
	return async answer => {
		asked++;
		const own = asked;
		const message = await answer;
		if (own === asked) dispatch(message);
	};
}

function isAbort(failure: unknown): boolean {
	return failure instanceof Error && failure.name === 'AbortError';
}

function pause(milliseconds: number): Promise<void> {
	return new Promise(resolve => {
		// Never a reason for the program to live on.
		setTimeout(resolve, milliseconds).unref();
	});
}
