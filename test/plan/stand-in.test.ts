// Profiles looked at without a server: only what is wrong for every server is said, in the words of the profile.
import test from 'ava';
import {makePlan} from '../../source/plan/make.js';
import {problemsForAnyServer, standInFor, withPlaceholders} from '../../source/plan/stand-in.js';
import {emptyEntry, overrideEntry} from '../../source/plan/override.js';
import {describePlan} from '../../source/describe/describe.js';

const now = new Date('2026-11-23T12:00:00Z');

function plan(subject: string, ...subjectAlternativeNames: string[]) {
	const entry = overrideEntry(emptyEntry, {
		kind: 'ssl',
		subject,
		friendlyName: 'SSL {commonName}',
		subjectAlternativeNames,
	});
	const server = standInFor([entry]);
	const made = makePlan(entry, {server, now});
	return {server, plan: made.plan, problems: problemsForAnyServer(made.problems, server)};
}

test('a profile that is right for any server has no problems, and is described with its placeholders', t => {
	const made = plan('CN={fqdn}, O=Company', '{fqdn}', '{hostname}', '{hostname}.print.test', '{addresses}');
	t.deepEqual(made.problems, []);
	const text = withPlaceholders(
		JSON.stringify(made.plan === null ? null : describePlan(made.plan)),
		made.server,
	);
	for (const shown of [
		'"CN={fqdn}, O=Company"',
		'"DNS Name={fqdn}","DNS Name={hostname}","DNS Name={hostname}.print.test","IP Address={addresses}"',
		'"SSL {fqdn}"',
	])
		t.true(text.includes(shown), shown);
	t.notRegex(text, /zz-|7a7a/);
});

test('a wildcard covers the servers for which the profile is meant', t => {
	t.deepEqual(plan('{fqdn}', '*.company.com').problems, []);
});

test('a broken wildcard is said alone: the placeholder beside it is right', t => {
	for (const wildcard of ['*.*.x.y', '*.-x.y', '*.x..y'])
		t.deepEqual(
			plan('{fqdn}', '{fqdn}', '{fqdn}.x', wildcard).problems.map(({code, field}) => [code, field]),
			[['bad-dns-name', 'subjectAlternativeNames.2']],
			wildcard,
		);
	t.deepEqual(
		plan('{fqdn}', '*.*.x.y', '*.Bücher.example').problems.map(({code}) => code),
		['bad-dns-name'],
	);
});

test('a name that is in no list of names stays a warning', t => {
	t.deepEqual(
		plan('{fqdn}', '{hostname}').problems.map(({code, message}) => [code, message.split(':')[0]]),
		[['common-name-not-in-san', 'the CN "{fqdn}" is not in the SAN']],
	);
});

test('messages and hints speak of the placeholder, not of the stand-in', t => {
	const [problem] = plan('{fqdn}', '{fqdn}', 'https://{hostname}:5000/').problems;
	t.is(problem?.code, 'bad-dns-name');
	t.is(problem?.message, '"https://{hostname}:5000/" is a URL, not a name');
	t.is(problem?.hint, 'did you mean "{hostname}"?');
});
