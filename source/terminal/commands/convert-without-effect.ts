// Options of `convert` that would do nothing to the files that are to be made.
import type {Conversion} from '../../convert.js';
import type {Problem} from '../../problem/problem.js';
import {usage} from '../collect.js';
import type {Given} from '../given.js';

const toEncrypt = [
	'pfx-encryption',
	'new-password-file',
	'new-password-stdin',
	'generate-passwords',
] as const;
const toName = ['friendly-name', 'provider'] as const;

type Option = 'unencrypted-key' | (typeof toEncrypt)[number] | (typeof toName)[number];

/** A usage error for each option that is for files of which none is made; none while these are not known. */
export function withoutEffect({on}: Pick<Given<Option>, 'on'>, outputs: readonly Conversion[]): Problem[] {
	if (outputs.length === 0) return [];
	const problems: Problem[] = [];
	const makesPfx = outputs.includes('pfx');
	const makesKey = outputs.includes('key');
	if (on('unencrypted-key') && !makesKey)
		problems.push(usage('--unencrypted-key is for --to key: a PFX is always encrypted', '--to key'));
	if (!makesPfx && (!makesKey || on('unencrypted-key')))
		problems.push(
			...toEncrypt
				.filter(on)
				.map(name =>
					usage(`--${name} is for --to pfx and --to key: nothing that is made here is encrypted`, '--to pfx'),
				),
		);
	if (!makesPfx)
		problems.push(
			...toName
				.filter(on)
				.map(name => usage(`--${name} is for --to pfx: no other file holds it`, '--to pfx')),
		);
	return problems;
}
