// Runs `check` and `compare` against servers on this computer, with a store of certificates that the test decides.
import test from 'ava';
import type {CertificatePlan} from '../../source/plan/plan.js';
import {type Identity, identity, loopbackNames} from '../connect/servers.js';
import {type Run, type RunOptions, runProgram} from '../program.js';

/** A certificate that works for this computer. */
export function localIdentity(changes: Partial<CertificatePlan> = {}): Identity {
	return identity({subjectAlternativeNames: loopbackNames, ...changes});
}

/** On Linux the store of trusted certificates is what these variables name: nobody, or the `trusted` one. */
export function run(
	args: readonly string[],
	{trusted, ...options}: RunOptions & {readonly trusted?: Identity} = {},
): Promise<Run> {
	return runProgram(args, {
		timeoutMs: 60_000,
		...options,
		files: {'store.pem': trusted?.cert ?? '', ...options.files},
		env: {SSL_CERT_FILE: 'store.pem', SSL_CERT_DIR: '', ...options.env},
	});
}

/** Where the store is a file; elsewhere it is the system's, which a test leaves alone. */
export const onLinux = process.platform === 'linux' ? test : test.skip;
