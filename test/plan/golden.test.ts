// Golden pairs: what is said about each profile in test/fixtures/plans; every code of the plan has a case.
import {readdirSync, readFileSync} from 'node:fs';
import test from 'ava';
import {makePlan} from '../../source/plan/make.js';
import type {Server} from '../../source/plan/plan.js';
import {problemCodes} from '../../source/problem/codes.js';
import {formatProblem, sortProblems} from '../../source/problem/format.js';
import type {Problem} from '../../source/problem/problem.js';
import {loadProfile} from '../../source/profile/load.js';
import {codesOfTables} from './rule-tables.js';

const folder = new URL('../../../test/fixtures/plans/', import.meta.url);
const fixtures = readdirSync(folder)
	.filter(name => name.endsWith('.yaml'))
	.map(name => name.replace('.yaml', ''));

const now = new Date('2026-11-23T10:20:30Z');
const server: Server = {
	fqdn: 'srv01.company.com',
	hostname: 'srv01',
	addresses: [{address: '192.0.2.11', adapter: null}],
	isThisComputer: false,
};

/** A fixture is for a server when its first line says so. */
async function problemsOf(name: string): Promise<Problem[]> {
	const bytes = readFileSync(new URL(`${name}.yaml`, folder));
	const disk = {read: async () => bytes, list: async () => []};
	const {profile, problems} = await loadProfile(`${name}.yaml`, {current: '', user: null, shipped: ''}, disk);
	const surroundings = {server: bytes.toString().startsWith('# --for ') ? server : null, now};
	const planned = (profile?.entries ?? []).flatMap(entry => makePlan(entry, surroundings).problems);
	return sortProblems([...problems, ...planned]);
}

for (const name of fixtures)
	test(`the profile "${name}" is reported as written beside it`, async t => {
		const problems = await problemsOf(name);
		const text = problems.map(each => `${formatProblem(each)}\n`).join('');
		t.is(text, readFileSync(new URL(`${name}.txt`, folder), 'utf8'));
		t.true(problems.some(({code}) => code === name));
	});

test('every code of the plan is found by a golden pair or by a table', t => {
	const tested = new Set<string>([...fixtures, ...codesOfTables]);
	const codes = Object.entries(problemCodes).filter(([, stage]) => stage === 'plan');
	t.deepEqual(
		codes.map(([code]) => code).filter(code => !tested.has(code)),
		[],
	);
});
