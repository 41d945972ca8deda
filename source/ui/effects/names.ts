// Addresses from elsewhere, as an answer to the list that they were asked for.
import {findNames as askForNames, type NameSource} from '../../look/names.js';
import type {Effect} from '../model/effects.js';
import type {AnswerMessage} from '../model/messages.js';
import type {Services} from './services.js';

type FindNames = Extract<Effect, {effect: 'find-names'}>;
type Found = Extract<AnswerMessage, {type: 'names-found'}>;

const origins: Readonly<Record<FindNames['source'], Found['origin']>> = {
	'this-computer': 'this computer',
	dns: 'DNS',
	server: 'server',
	certificate: 'file',
	text: 'file',
};

/** Asks the source for names. */
export async function findNames(
	{machine, cwd}: Services,
	effect: FindNames,
	signal: AbortSignal,
): Promise<Found> {
	const found = await askForNames(sourceOf(effect), {machine, cwd, signal});
	const origin = origins[effect.source];
	const {asked, draft, argument} = effect;
	const answer = {type: 'names-found', asked, draft, argument, origin} as const;
	if ('names' in found) return {...answer, ...found, problems: [], needsPassword: false};
	const {problem, needsPassword} = found;
	return {...answer, names: [], from: '', problems: [problem], needsPassword};
}

function sourceOf({source, argument, password}: FindNames): NameSource {
	switch (source) {
		case 'this-computer':
			return {from: source};
		case 'dns':
			return {from: source, name: argument};
		case 'server':
			return {from: source, text: argument};
		case 'certificate':
		case 'text':
			return {from: source, path: argument, password: password?.reveal() ?? null};
	}
}
