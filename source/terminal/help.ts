// `--help` and `--version`, made from the option table.
import {type OptionGroup, type OptionRow, optionRows} from './options.js';

const usageText = `Makes the signing and SSL certificates of YSoft SafeQ servers, and proves each one before its file exists.

  safeq-cert-tui                                     opens the interactive program
  safeq-cert-tui --profile ssl --for js1.company.com --yes --generate-passwords passwords.txt
  safeq-cert-tui -Subject "…" -FriendlyName "…" -Password "…" -SubjectAlternativeNames "…", "…"
`;

const afterText = `
Without one of them the password comes from the variable SAFEQ_CERT_PASSWORD.
Profiles that ship: ssl, near-roaming-group-signing, ssl-wildcard, group.
Exit codes: 0 done, 1 problems, 2 wrong usage, 70 a bug of ours, 130 and 143 cancelled.
`;

function left(row: OptionRow): string {
	const short = row.short === undefined ? '    ' : `-${row.short}, `;
	return `  ${short}--${row.name}${row.value === undefined ? '' : ` ${row.value}`}`;
}

/** The text of `--help`, at most 100 columns wide, with a line end. */
export function helpText(): string {
	const width = Math.max(...optionRows.map(row => left(row).length)) + 2;
	const groups = [...new Set(optionRows.map(row => row.group))];
	const block = (group: OptionGroup) =>
		optionRows.filter(row => row.group === group).map(row => `${left(row).padEnd(width)}${row.help}\n`);
	const after = (group: OptionGroup) => (group === 'Other' ? afterText : '');
	return usageText + groups.map(group => `\n${group}:\n${block(group).join('')}${after(group)}`).join('');
}
