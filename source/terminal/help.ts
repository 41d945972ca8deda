// `--help` and `--version`, made from the option table.
import {otherExitCodes} from './exit-code.js';
import type {OptionRow} from './collect.js';
import {optionRows} from './options.js';

const usageText = `Makes the signing and SSL certificates of YSoft SafeQ servers, and proves each one before its file exists.

  safeq-cert-tui                                     opens the interactive program
  safeq-cert-tui --profile ssl --for js1.company.com --yes --generate-passwords passwords.txt
  safeq-cert-tui -Subject "…" -FriendlyName "…" -Password "…" -SubjectAlternativeNames "…", "…"
`;

/** Every command in a line. */
const commandLines: Readonly<Record<string, string>> = {
	'inspect FILE…': 'what is in a PFX, certificate, request or key file, and who can open it?',
	'convert FILE…': 'another password or encryption, as PEM or .cer, and back into a PFX',
	'check TARGET…': 'do certificates in files and on servers work, for what, how long?',
	'compare A B…': 'is it the same certificate everywhere, and what differs?',
	'profiles ACTION': 'list, show, check, make and export profiles',
};

function commandsText(): string {
	const lines = Object.entries(commandLines).map(([command, help]) => `  ${command.padEnd(17)}${help}\n`);
	return `Commands, each with a --help of its own:\n${lines.join('')}`;
}

const lastText = `
Profiles that ship: ssl, near-roaming-group-signing, ssl-wildcard, group.
Exit codes: 0 done, 1 problems, 2 wrong usage, 3 could not look;
${otherExitCodes}
`;

/** What stands below a group. */
const afterGroup: Readonly<Record<string, string>> = {
	'Password, one of these': '  Without one of them it comes from the variable SAFEQ_CERT_PASSWORD.\n',
};

function left(row: OptionRow): string {
	const short = row.short === undefined ? '    ' : `-${row.short}, `;
	return `  ${short}--${row.name}${row.value === undefined ? '' : ` ${row.value}`}`;
}

/** The options of a table by group, with a line end; `after` stands below a group. */
export function formatOptions<Group extends string>(
	rows: readonly OptionRow<string, Group>[],
	after: Readonly<Record<string, string>> = {},
): string {
	const width = Math.max(...rows.map(row => left(row).length)) + 2;
	const groups = [...new Set(rows.map(row => row.group))];
	const block = (group: Group) =>
		rows.filter(row => row.group === group).map(row => `${left(row).padEnd(width)}${row.help}\n`);
	return groups.map(group => `${group}:\n${block(group).join('')}${after[group] ?? ''}`).join('\n');
}

/** The options of a run, at most 100 columns wide; `--help` and the README show it. */
export function optionsText(): string {
	return formatOptions(optionRows, afterGroup);
}

/** The text of `--help`. */
export function helpText(): string {
	return `${usageText}\n${commandsText()}\n${optionsText()}${lastText}`;
}
