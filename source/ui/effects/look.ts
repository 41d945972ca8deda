// Looks at a file or a server that somebody named: what the commands `inspect` and `check` say of it.
import {exists} from '../../files/exists.js';
import {typedPath} from '../../files/typed-path.js';
import {type FileTarget, parseTarget, type ServerTarget, withoutMarks} from '../../look/target.js';
import type {Problem} from '../../problem/problem.js';
import type {Effect} from '../model/effects.js';
import {lookAtFile} from './look-at-file.js';
import {lookAtServer} from './look-at-server.js';
import {type Looked, refused} from './looked.js';
import type {Services} from './services.js';

/** Looks; nothing is thrown for what is not as it should be. Rejects only when aborted. */
export async function lookAt(
	services: Services,
	{asked, text, password}: Extract<Effect, {effect: 'look'}>,
	signal: AbortSignal,
): Promise<Looked> {
	const target = await targetOf(withoutMarks(text), services.cwd);
	const found =
		'code' in target
			? refused([target])
			: target.type === 'file'
				? await lookAtFile(services, target, password, signal)
				: await lookAtServer(services, target, signal);
	signal.throwIfAborted();
	const look = found.look === null ? null : {...found.look, id: asked};
	return {type: 'looked', asked, ...found, look};
}

/** A file that lies there is meant, whatever its name looks like. */
async function targetOf(text: string, cwd: string): Promise<FileTarget | ServerTarget | Problem> {
	// Here is no shell that would take quotes away and know the home folder.
	const bare = text.trim().replace(/^(["'])(.*)\1$/, '$2');
	const file = typedPath(text, cwd);
	if (!bare.includes('://') && (await exists(file))) return {type: 'file', text: bare, path: file};
	const target = parseTarget(bare, cwd);
	return 'type' in target && target.type === 'file' ? {...target, path: file} : target;
}
