// The README tells the truth: what it quotes from the program is what the program says.
import {readFileSync} from 'node:fs';
import test from 'ava';
import {problemCodes} from '../source/problem/codes.js';
import {exitCodes} from '../source/terminal/exit-code.js';
import {optionsText} from '../source/terminal/help.js';
import {runProgram} from './program.js';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

test('the README shows the options as --help does', t => {
	t.true(
		readme.includes(`\`\`\`text\n${optionsText()}\`\`\``),
		`replace the block in README.md with:\n${optionsText()}`,
	);
});

test('the README names every exit code of an unattended run', t => {
	for (const code of Object.values(exitCodes)) t.regex(readme, new RegExp(`^\\| (\\d+, )*${code}[ ,]`, 'm'));
});

test('every problem code in the README exists', t => {
	const named = [...readme.matchAll(/^\S+: (?:error|warning|note): .* \[([a-z-]+)\]$/gm)].map(
		([, code]) => code,
	);
	t.true(named.length > 0);
	for (const code of named) t.true(code !== undefined && code in problemCodes, code);
});

test("the README's mistakes are reported as the README shows them", async t => {
	const files = {
		'ours.yaml':
			'extends: ssl\nkind: ssl\nfreindlyName: x\nsubjectAlternativeNames:\n  - "{fqdn}"\n  - *.company.com\n',
		'pw.txt': 'password',
	};
	const shown = /^\$ (safeq-cert-tui --profile ours\.yaml .*)\n((?:.*\n)*?)```/m.exec(readme);
	const args = shown?.[1]?.split(' ').slice(1) ?? [];
	const {stderr, code} = await runProgram(args, {files});
	t.is(stderr, shown?.[2] ?? '');
	t.is(code, 1);
});

for (const [, yaml = ''] of readme.matchAll(/```yaml\n([\s\S]*?)```/g))
	test('the profile in the README is right', async t => {
		const {stderr, code} = await runProgram(
			['--profile', 'ours.yaml', '--for', 'this-computer', '--san', 'print2.company.com', '--dry-run'],
			{files: {'ours.yaml': yaml}},
		);
		t.notRegex(stderr, /error:/);
		t.is(code, 0);
	});
