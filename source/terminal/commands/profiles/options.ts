// The sub-commands of `profiles` and their options, once: the parser and the help are made from these tables.
import type {OptionRow} from '../../collect.js';
import {type passwordGroup, type PasswordOption, passwordRows} from '../password-options.js';

export const subCommands = [
	{name: 'list', usage: 'list', help: 'the profiles that --profile finds by name'},
	{name: 'show', usage: 'show NAME|FILE', help: 'what a profile would make'},
	{
		name: 'check',
		usage: 'check FILE|FOLDER …',
		help: 'all that is wrong with them; for CI',
	},
	{name: 'new', usage: 'new FILE.yaml', help: 'a new profile, from options or from questions'},
	{name: 'export', usage: 'export NAME|FILE', help: 'a profile with all that it extends, as one file'},
	{name: 'schema', usage: 'schema', help: 'the JSON Schema that editors use'},
] as const;

export type SubCommandName = (typeof subCommands)[number]['name'];

export type OptionName =
	| 'for'
	| 'json'
	| 'strict'
	| 'out'
	| 'from'
	| 'kind'
	| 'subject'
	| 'san'
	| 'friendly-name'
	| 'key'
	| 'validity'
	| 'description'
	| PasswordOption
	| 'help';

export type OptionGroup = 'list, show, check, export, schema' | 'new' | typeof passwordGroup | 'Other';

type Row = OptionRow<OptionName, OptionGroup> & {
	/** The sub-commands that take it. */
	readonly of: readonly SubCommandName[];
};

export const profileOptionRows: readonly Row[] = [
	{
		name: 'for',
		value: 'NAME,…',
		repeatable: true,
		group: 'list, show, check, export, schema',
		of: ['show'],
		help: 'show: for these servers, or "this-computer"; else placeholders stay',
	},
	{
		name: 'json',
		group: 'list, show, check, export, schema',
		of: ['list', 'show', 'check'],
		help: 'list, show, check: one JSON object on stdout',
	},
	{
		name: 'strict',
		group: 'list, show, check, export, schema',
		of: ['check'],
		help: 'check: treat warnings as errors',
	},
	{
		name: 'out',
		short: 'o',
		value: 'FILE',
		group: 'list, show, check, export, schema',
		of: ['export', 'schema'],
		help: 'export, schema: into a file that does not exist yet, instead of stdout',
	},
	{
		name: 'from',
		value: 'FILE|SERVER',
		group: 'new',
		of: ['new'],
		help: 'to make this certificate again: of a PFX, .cer, PEM, host or host:port',
	},
	{name: 'kind', value: 'ssl|signing', group: 'new', of: ['new'], help: 'what the certificate is for'},
	{name: 'subject', value: 'TEXT', group: 'new', of: ['new'], help: 'an FQDN, "{fqdn}", or CN=…, O=…'},
	{
		name: 'san',
		value: 'NAME,…',
		repeatable: true,
		group: 'new',
		of: ['new'],
		help: 'names and addresses, also "{fqdn}", "{hostname}", "{addresses}"',
	},
	{
		name: 'friendly-name',
		value: 'TEXT',
		group: 'new',
		of: ['new'],
		help: 'the name shown in the Microsoft Management Console',
	},
	{
		name: 'key',
		value: 'TYPE',
		group: 'new',
		of: ['new'],
		help: 'rsa-2048, rsa-3072, rsa-4096, ecdsa-p256, ecdsa-p384',
	},
	{
		name: 'validity',
		value: 'TIME',
		group: 'new',
		of: ['new'],
		help: '"730 days", "18 months", "2 years"',
	},
	{name: 'description', value: 'TEXT', group: 'new', of: ['new'], help: 'one sentence for lists'},
	...passwordRows.map(row => ({...row, of: ['new'] as const})),
	{
		name: 'help',
		short: 'h',
		group: 'Other',
		of: ['list', 'show', 'check', 'new', 'export', 'schema'],
		help: 'this text',
	},
];

/** The options of one sub-command; without one, those that all of them take. */
export function optionsOf(name: SubCommandName | null): readonly OptionRow<OptionName, OptionGroup>[] {
	return profileOptionRows.filter(({of}) =>
		name === null ? of.length === subCommands.length : of.includes(name),
	);
}
