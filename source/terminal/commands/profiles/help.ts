// `safeq-cert-tui profiles --help`, made from the tables.
import {formatOptions} from '../../help.js';
import {afterPasswords, passwordGroup} from '../password-options.js';
import {profileOptionRows, subCommands} from './options.js';

/** The sub-commands and options, with a line end; the README shows it. */
export function profilesHelp(): string {
	const width = Math.max(...subCommands.map(({usage}) => usage.length)) + 2;
	const lines = subCommands.map(
		({usage, help}) => `  safeq-cert-tui profiles ${usage.padEnd(width)}${help}\n`,
	);
	return `${lines.join('')}\n${formatOptions(profileOptionRows, {[passwordGroup]: afterPasswords})}`;
}
