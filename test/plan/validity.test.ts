// From when to when: periods, ISO dates, the calendar.
import test from 'ava';
import fc from 'fast-check';
import {addPeriod, makeValidity, parsePeriod} from '../../source/plan/validity.js';
import type {ValidityMapping} from '../../source/profile/profile.js';

const now = new Date('2026-11-23T10:20:30.456Z');
const twoYears = {count: 730, unit: 'days'} as const;

function dates(value: string | ValidityMapping | null, at = now): string {
	const place = null;
	const entry =
		value === null ? {place} : {place, validity: typeof value === 'string' ? {value, place} : {value, place}};
	const made = makeValidity(entry, twoYears, at);
	return made.value === null
		? made.problems.map(({code, field, message}) => `${code} ${field} ${message}`).join('\n')
		: `${made.value.notBefore.toISOString()} ${made.value.notAfter.toISOString()}`;
}

const mapping = (notBefore: string | null, notAfter: string | null): ValidityMapping => ({
	...(notBefore === null ? {} : {notBefore: {value: notBefore, place: null}}),
	...(notAfter === null ? {} : {notAfter: {value: notAfter, place: null}}),
});

const start = '2026-11-23T09:20:30.000Z';

const cases: readonly (readonly [title: string, value: string | ValidityMapping | null, expected: string])[] =
	[
		['nothing written lasts as long as the kind', null, `${start} 2028-11-22T09:20:30.000Z`],
		['days', '730 days', `${start} 2028-11-22T09:20:30.000Z`],
		['one day', '1 day', `${start} 2026-11-24T09:20:30.000Z`],
		['weeks', '2weeks', `${start} 2026-12-07T09:20:30.000Z`],
		['months', '18 months', `${start} 2028-05-23T09:20:30.000Z`],
		['years', '2 Years', `${start} 2028-11-23T09:20:30.000Z`],
		['a bare end', mapping(null, '2028-11-30'), `${start} 2028-11-30T23:59:59.000Z`],
		['a bare start', mapping('2027-01-01', null), '2027-01-01T00:00:00.000Z 2028-12-31T00:00:00.000Z'],
		[
			'instants with an offset',
			mapping('2027-01-01T00:00:00+02:00', '2027-01-02T12:30Z'),
			'2026-12-31T22:00:00.000Z 2027-01-02T12:30:00.000Z',
		],
		['the last second there is', mapping(null, '9999-12-31'), `${start} 9999-12-31T23:59:59.000Z`],
	];

for (const [title, value, expected] of cases)
	test(`validity: ${title}`, t => {
		t.is(dates(value), expected);
	});

const wrong: readonly (readonly [value: string | ValidityMapping, expected: RegExp])[] = [
	['730', /^bad-validity validity "730" is not a period/],
	['2 decades', /^bad-validity validity unknown unit "decades"/],
	['0 days', /no time at all/],
	['-1 days', /not a period/],
	['1.5 years', /not a period/],
	['8000 years', /beyond the year 9999/],
	['999999999999999999 days', /beyond the year 9999/],
	['999999999999999999 months', /beyond the year 9999/],
	[mapping('1949-12-31', null), /before the year 1950/],
	[mapping('2027-01-02', '2027-01-01'), /before it begins/],
	[mapping(null, '2027-02-30'), /^bad-validity validity\.notAfter "2027-02-30" is not an ISO date/],
	[mapping('30.11.2027', null), /^bad-validity validity\.notBefore/],
	[mapping(null, '2027-01-01T12:00:00'), /not an ISO date/],
	[mapping(null, '2027-01-01T25:00:00Z'), /not an ISO date/],
];

for (const [value, expected] of wrong)
	test(`validity ${JSON.stringify(value)} is refused: ${expected.source}`, t => {
		t.regex(dates(value), expected);
	});

test('the end of a month is clamped, and the 29th of February too', t => {
	const at = (text: string, period: string) =>
		addPeriod(new Date(text), parsePeriod(period).value ?? twoYears).toISOString();
	t.is(at('2027-01-31T12:00:00Z', '1 month'), '2027-02-28T12:00:00.000Z');
	t.is(at('2028-01-31T12:00:00Z', '1 month'), '2028-02-29T12:00:00.000Z');
	t.is(at('2028-02-29T12:00:00Z', '1 year'), '2029-02-28T12:00:00.000Z');
	t.is(at('2028-02-29T12:00:00Z', '4 years'), '2032-02-29T12:00:00.000Z');
	t.is(at('2027-12-31T23:59:59Z', '2 months'), '2028-02-29T23:59:59.000Z');
});

test('a longer period never ends earlier, and years are twelve months', t => {
	const instant = fc.date({min: new Date('1960-01-01'), max: new Date('2900-01-01'), noInvalidDate: true});
	fc.assert(
		fc.property(instant, fc.integer({min: 1, max: 1200}), (from, count) => {
			const end = addPeriod(from, {count, unit: 'months'});
			t.true(end < addPeriod(from, {count: count + 1, unit: 'months'}));
			t.deepEqual(
				addPeriod(from, {count, unit: 'years'}),
				addPeriod(from, {count: 12 * count, unit: 'months'}),
			);
		}),
	);
});
