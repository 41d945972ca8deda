// The rules over facts of a certificate, and over passwords.
import test from 'ava';
import {checkPassword} from '../../source/plan/password.js';
import {checkRules, rules} from '../../source/plan/rules/check.js';
import {problemCodes} from '../../source/problem/codes.js';
import {factCases, goodFacts, passwordCases} from './rule-tables.js';

const now = new Date('2026-11-23T10:20:30Z');

for (const [title, change, broken] of factCases)
	test(`a certificate with ${title} breaks: ${broken.map(([, code]) => code).join(', ') || 'no rule'}`, t => {
		const found = checkRules({...goodFacts, ...change}, {now});
		t.deepEqual(
			found.map(({severity, code, field}) => [severity, code, field]),
			broken as never,
		);
	});

test('a rule is not applied while a fact that it reads is unknown', t => {
	const facts = {...goodFacts, subjectAlternativeNames: null, keyUsage: ['keyEncipherment']};
	const codes = (...unknown: (keyof typeof facts)[]) =>
		checkRules(facts, {now, unknown: new Set(unknown)}).map(({code}) => code);
	t.deepEqual(codes(), ['san-missing', 'digital-signature-missing']);
	t.deepEqual(codes('subjectAlternativeNames'), ['digital-signature-missing']);
	t.deepEqual(codes('kind', 'keyUsage'), []);
});

test('every rule has a reference, and its code belongs to the plan', t => {
	for (const {code, reference} of rules) {
		t.is(problemCodes[code], 'plan');
		t.not(reference, '');
	}
});

for (const [password, codes] of passwordCases)
	test(`the password ${JSON.stringify(password)} gets: ${codes.join(', ') || 'nothing'}`, t => {
		const problems = checkPassword(password);
		t.deepEqual(
			problems.map(({code}) => code),
			[...codes],
		);
		for (const {severity, code} of problems)
			t.is(severity, code === 'password-empty' || code === 'password-unreadable' ? 'error' : 'warning');
	});

test('no message about a password holds any part of it', t => {
	const canary = 'Ẑanary\u0302🔑'.repeat(5);
	const text = JSON.stringify(checkPassword(canary));
	t.regex(text, /password-too-long/);
	t.notRegex(text, /anary|Ẑ|🔑/u);
});
