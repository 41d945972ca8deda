// The options of `convert`, and its help.
import type {OptionRow} from '../collect.js';
import {otherExitCodes} from '../exit-code.js';
import {formatOptions} from '../help.js';
import {afterPasswords, type PasswordOption, passwordGroup, passwordRows} from './password-options.js';

export type ConvertOption =
	| 'to'
	| 'pfx-encryption'
	| 'friendly-name'
	| 'provider'
	| 'thumbprint'
	| 'unencrypted-key'
	| 'out'
	| 'file-name'
	| 'overwrite'
	| 'json'
	| 'new-password-file'
	| 'new-password-stdin'
	| 'generate-passwords'
	| 'help'
	| PasswordOption;

const newGroup = 'Password of what is made, one of these';

export const convertRows: readonly OptionRow<ConvertOption>[] = [
	{
		name: 'to',
		value: 'WHAT,…',
		repeatable: true,
		group: 'What to make',
		help: 'pfx (default); certificate, chain, key: PEM; cer; pkcs7',
	},
	{
		name: 'pfx-encryption',
		value: 'compatible|modern',
		group: 'What to make',
		help: 'for PFX and key (default: as it was, else compatible)',
	},
	{name: 'friendly-name', value: 'TEXT', group: 'What to make', help: 'instead of the one in the file'},
	{
		name: 'provider',
		value: 'NAME',
		group: 'What to make',
		help: 'in which Windows keeps the key, by its full name',
	},
	{
		name: 'thumbprint',
		value: 'HEX',
		group: 'What to make',
		help: 'which certificate, when the file holds several keys',
	},
	{name: 'unencrypted-key', group: 'What to make', help: 'write the key of --to key without encryption'},
	{
		name: 'out',
		short: 'o',
		value: 'DIR',
		group: 'Where and how',
		help: 'the folder for the files, made when missing',
	},
	{
		name: 'file-name',
		value: 'NAME',
		group: 'Where and how',
		help: 'without ending (default: that of the first file)',
	},
	{name: 'overwrite', group: 'Where and how', help: 'replace files that exist'},
	{name: 'json', group: 'Where and how', help: 'one JSON object on stdout instead of the report'},
	...passwordRows,
	{name: 'new-password-file', value: 'FILE', group: newGroup, help: 'read it from a file'},
	{name: 'new-password-stdin', group: newGroup, help: 'read it from standard input'},
	{name: 'generate-passwords', value: 'FILE', group: newGroup, help: 'make a strong one, written to FILE'},
	{name: 'help', short: 'h', group: 'Other', help: 'this text'},
];

const usageText = `Writes the certificate, key and chain of one or several files again, proven like a new file.

  safeq-cert-tui convert old.pfx --pfx-encryption compatible --out new  for Windows Server 2016
  safeq-cert-tui convert ssl.pfx --to chain,key --out apache            PEM; the key stays encrypted
  safeq-cert-tui convert ssl.pem ssl.key chain.p7b --new-password-file secret.txt
`;

const exitText = `
Exit codes: 0 done, 1 problems, 2 wrong usage; ${otherExitCodes}
`;

/** The text of `convert --help`. */
export function convertHelp(): string {
	const options = formatOptions(convertRows, {
		[passwordGroup]: afterPasswords,
		[newGroup]: '  Without one of them the password stays; a terminal is asked when there is none yet.\n',
	});
	return `${usageText}\n${options}${exitText}`;
}
