// Every option, once: the parser, `--help` and the README are made from this table.
import type {OptionRow} from './collect.js';

export type OptionName =
	| 'profile'
	| 'for'
	| 'subject'
	| 'friendly-name'
	| 'san'
	| 'kind'
	| 'key'
	| 'validity'
	| 'out'
	| 'overwrite'
	| 'yes'
	| 'plain'
	| 'dry-run'
	| 'json'
	| 'strict'
	| 'quiet'
	| 'password-file'
	| 'password-stdin'
	| 'generate-passwords'
	| 'password'
	| 'help'
	| 'version';

export type OptionGroup = 'What to make' | 'Where and how' | 'Password, one of these' | 'Other';

export const optionRows: readonly OptionRow<OptionName, OptionGroup>[] = [
	{
		name: 'profile',
		short: 'p',
		value: 'NAME|FILE',
		repeatable: true,
		group: 'What to make',
		help: 'a profile by name or as a file; repeatable',
	},
	{
		name: 'for',
		value: 'NAME,…',
		repeatable: true,
		group: 'What to make',
		help: 'the servers that it is for, or "this-computer"',
	},
	{
		name: 'subject',
		value: 'TEXT',
		group: 'What to make',
		help: 'to whom it is issued: an FQDN, or CN=…, O=…',
	},
	{
		name: 'friendly-name',
		value: 'TEXT',
		group: 'What to make',
		help: 'the name shown in the Microsoft Management Console',
	},
	{
		name: 'san',
		value: 'NAME,…',
		repeatable: true,
		group: 'What to make',
		help: 'subject alternative names, added to SSL certificates',
	},
	{
		name: 'kind',
		value: 'ssl|signing',
		group: 'What to make',
		help: 'without a profile: the defaults of that kind',
	},
	{
		name: 'key',
		value: 'TYPE',
		group: 'What to make',
		help: 'rsa-2048, rsa-3072, rsa-4096, ecdsa-p256, ecdsa-p384',
	},
	{name: 'validity', value: 'TIME', group: 'What to make', help: '"730 days", "18 months", "2 years"'},
	{
		name: 'out',
		short: 'o',
		value: 'DIR',
		group: 'Where and how',
		help: 'the folder for the files, made when missing (default: this one)',
	},
	{name: 'overwrite', group: 'Where and how', help: 'replace files that exist'},
	{name: 'yes', short: 'y', group: 'Where and how', help: 'make it without asking'},
	{
		name: 'plain',
		group: 'Where and how',
		help: 'ask line by line: for serial consoles, screen readers, TERM=dumb',
	},
	{name: 'dry-run', group: 'Where and how', help: 'show what would be made, write nothing, need no password'},
	{
		name: 'json',
		group: 'Where and how',
		help: 'one JSON object on stdout instead of the report; asks nobody, like --yes',
	},
	{name: 'strict', group: 'Where and how', help: 'treat warnings as errors'},
	{name: 'quiet', group: 'Where and how', help: 'no report and no progress, only what is wrong'},
	{name: 'password-file', value: 'FILE', group: 'Password, one of these', help: 'read it from a file'},
	{name: 'password-stdin', group: 'Password, one of these', help: 'read it from standard input'},
	{
		name: 'generate-passwords',
		value: 'FILE',
		group: 'Password, one of these',
		help: 'make a strong one for each PFX, written to FILE',
	},
	{
		name: 'password',
		value: 'TEXT',
		group: 'Password, one of these',
		help: 'on the command line; other users of this computer can see it',
	},
	{name: 'help', short: 'h', group: 'Other', help: 'this text'},
	{name: 'version', group: 'Other', help: 'the version'},
];
