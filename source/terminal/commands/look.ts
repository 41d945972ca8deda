// Looks at targets, files and servers alike: which certificates they have, or why that cannot be seen.
import path from 'node:path';
import type {Certificate} from '../../certificate/certificate.js';
import type {Container} from '../../container/container.js';
import {type Presented, presented} from '../../connect/presented.js';
import type {SystemStore} from '../../connect/trust.js';
import {readPresented} from '../../look/read-presented.js';
import type {Failure} from '../../look/server-answers.js';
import {exists} from '../../files/exists.js';
import {makeQueue} from '../../machine/concurrency.js';
import {type Resolve, withResolver} from '../../look/with-resolver.js';
import type {Problem} from '../../problem/problem.js';
import type {FileTarget, ServerTarget, Target} from '../../look/target.js';
import {type FileAccess, openFile} from './open-file.js';

export type LookedAt = {
	/** The certificate in question, then its chain as far as it is there. */
	readonly certificates: readonly Certificate[];
	readonly failure: Failure | null;
} & (
	| {readonly target: FileTarget; readonly container: Container | null; readonly problem: Problem | null}
	| {readonly target: ServerTarget; readonly presented: Presented}
);

export type LookSettings = FileAccess & {
	/** For each server. */
	readonly timeoutMs: number;
	readonly store: SystemStore | null;
};

const mostServers = 16;

/** Looks at all targets, servers side by side and files one after the other; in the order of the targets. */
export function lookAtAll(targets: readonly Target[], settings: LookSettings): Promise<LookedAt[]> {
	const servers = makeQueue(mostServers);
	const files = makeQueue(1);
	return withResolver(resolve =>
		Promise.all(
			targets.map(
				(target): Promise<LookedAt> =>
					target.type === 'file'
						? files(() => lookAtFile(target, settings), settings.signal)
						: servers(() => lookAtServer(target, settings, resolve), settings.signal),
			),
		),
	);
}

async function lookAtFile(target: FileTarget, settings: LookSettings): Promise<LookedAt> {
	const opened = await openFile(target, settings);
	if ('code' in opened) {
		const {code: reason, message} = opened;
		return {target, certificates: [], failure: {reason, message}, container: null, problem: opened};
	}
	const certificates = opened.certificates.map(({certificate}) => certificate);
	return {target, certificates, failure: null, container: opened, problem: null};
}

async function lookAtServer(
	target: ServerTarget,
	{timeoutMs, store, signal, console}: LookSettings,
	resolve: Resolve,
): Promise<LookedAt> {
	const found = await presented(target.endpoint, {timeoutMs, resolve, store, signal});
	const {certificates, failure} = readPresented(found);
	return {target, certificates, failure: await withFileHint(failure, target, console.cwd), presented: found};
}

/** A file whose name looks like a server's is taken for a server: say how to write it. */
async function withFileHint(
	failure: Failure | null,
	{text}: ServerTarget,
	cwd: string,
): Promise<Failure | null> {
	if (failure?.reason !== 'unknown-name' || !(await exists(path.resolve(cwd, text)))) return failure;
	return {...failure, message: `${failure.message}; for the file of this name write ./${text}`};
}
