// A password that somebody gave although nothing is made that has one.
import type {PreparedCertificate} from '../prepare.js';
import {type Problem, warning} from '../problem/problem.js';
import type {PasswordSource} from './arguments.js';

/** A warning when no certificate becomes a PFX; a variable may be set for other runs. */
export function unneededPassword(
	{from}: PasswordSource,
	prepared: readonly PreparedCertificate[],
): Problem[] {
	const needsNone = prepared.length > 0 && prepared.every(({plan}) => !plan.outputs.includes('pfx'));
	if (!needsNone || from === 'environment') return [];
	const what = from === 'generated' ? 'no list of passwords is written' : 'the one that is given is not used';
	return [warning('password-unneeded', `nothing here becomes a PFX, so no password is needed: ${what}`)];
}
