// What `extends` may name: a shipped profile, or a file beside this one; never a place outside people's sight.
import {error, type Place, type Problem} from '../problem/problem.js';
import {quoted} from '../problem/visible.js';
import {hasSeparator, isDeviceName, isYamlFile, resolveBeside} from './path.js';

export type ExtendsTarget =
	| {readonly by: 'name'; readonly name: string}
	| {readonly by: 'path'; readonly file: string};

/** The profile that `written` (the value of `extends` in `file`) names, or why it cannot. */
export function extendsTarget(written: string, file: string, place: Place): ExtendsTarget | Problem {
	const refused = refusal(written);
	if (refused !== null)
		return error('extends-path', `"extends" cannot name ${quoted(written.slice(0, 100))}: ${refused}`, {
			hint: 'write the name of a shipped profile, or a path relative to this file, such as base.yaml or ../base.yaml',
			place,
			field: 'extends',
		});
	return hasSeparator(written) || isYamlFile(written)
		? {by: 'path', file: resolveBeside(file, written)}
		: {by: 'name', name: written};
}

function refusal(written: string): string | null {
	if (/^[\\/]{2}/.test(written)) return 'it is a network or device path';
	if (/^[\\/]/.test(written)) return 'it is an absolute path';
	if (/^[a-z]:/i.test(written)) return 'it has a drive letter';
	if (/[\u0000-\u001f\u007f:*?"<>|]/.test(written))
		return 'it holds a character that no file name should have';
	const segments = written.split(/[\\/]/).map(segment => segment.trim());
	if (segments.some(isDeviceName)) return 'it names a device';
	if (hasSeparator(written) && !isYamlFile(written)) return 'it does not end in .yaml or .yml';
	return null;
}
