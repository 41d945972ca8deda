// Names and addresses from elsewhere: this computer, DNS, a running server, a file.
import {findNames, type FoundNames, type NameSource} from '../../look/names.js';
import {describeLeftOut} from '../../plan/listed-names.js';
import {visible} from '../../problem/visible.js';
import {type Conversation, reasonOf} from './conversation.js';
import {choose, type Question} from './questions.js';

type From = 'this-computer' | 'dns' | 'server' | 'file';

/**
 * Asks from where, and there; none when it has none, which is said. `server` is the name that is offered for DNS and
 * for a running server; empty when none is known.
 */
export async function addFrom(conversation: Conversation, server: string): Promise<readonly string[]> {
	const from = await choose<From>(conversation.questions, 'Add names and addresses from:', [
		{label: 'this computer', value: 'this-computer'},
		{label: 'DNS: all addresses of a server', value: 'dns'},
		{label: 'a running server: what its certificate says now', value: 'server'},
		{label: 'a file: a certificate, a PFX, a list of names, an old script', value: 'file'},
	]);
	const source = await askSource(conversation, from, server);
	const found = await find(conversation, source);
	const leftOut = found?.leftOut === undefined ? null : describeLeftOut(found.leftOut);
	if (leftOut !== null) await conversation.questions.explain(`  ${leftOut}\n`);
	return found?.names ?? [];
}

async function askSource({questions}: Conversation, from: From, server: string): Promise<NameSource> {
	const ask = (message: string, more: Partial<Question>) =>
		questions.ask({message, ...more, refuse: text => (text === '' ? 'type it, or go back with Esc' : null)});
	const offer = server === '' ? {} : {fallback: server};
	switch (from) {
		case 'this-computer':
			return {from};
		case 'dns':
			return {from, name: await ask('Which name?', offer)};
		case 'server':
			return {from, text: await ask('Which server? With its port where that is not 5000', offer)};
		case 'file':
			return {from, path: await ask('Path of the file', {}), password: null};
	}
}

/** Null when there is nothing to be had; a PFX is asked for its password until it opens. */
async function find(conversation: Conversation, source: NameSource): Promise<FoundNames | null> {
	const {questions} = conversation;
	if (source.from === 'dns' || source.from === 'server') await questions.say('Asking ...\n');
	const found = await findNames(source, {
		machine: conversation.machine,
		cwd: conversation.console.cwd,
		signal: conversation.signal,
	});
	if ('names' in found) return found;
	const isLocked = found.needsPassword && 'path' in source;
	if (!isLocked || source.password !== null)
		await questions.explain(`  x ${visible(reasonOf(found.problem))}\n`);
	if (!isLocked) return null;
	const password = await questions.askSecret('Password of this PFX', () => null);
	return find(conversation, {...source, password});
}
