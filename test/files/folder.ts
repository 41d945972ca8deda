// A folder of its own for a test, gone when the test ends.
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {ExecutionContext} from 'ava';

export async function temporaryFolder(t: ExecutionContext): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'safeq-files-test-'));
	t.teardown(() => rm(folder, {recursive: true, force: true}));
	return folder;
}

/** An error as the system gives it. */
export function systemError(code: string): Error {
	return Object.assign(new Error(`${code}: made by a test`), {code});
}
