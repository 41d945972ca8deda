// From when to when: a period that is counted from notBefore, or ISO dates; always on the UTC calendar.
import {didYouMean} from '../problem/suggest.js';
import {quoted} from '../problem/visible.js';
import type {ProfileEntry, ValidityMapping} from '../profile/profile.js';
import {decided, located, type Outcome, refused} from './outcome.js';

export type Validity = {
	/** Whole seconds. */
	readonly notBefore: Date;
	readonly notAfter: Date;
};

/** ISO 8601 without fraction, which no certificate has. */
export function isoSeconds(date: Date): string {
	return date.toISOString().replace(/\.\d+Z$/, 'Z');
}

const units = ['days', 'weeks', 'months', 'years'] as const;

export type Period = {
	readonly count: number;
	readonly unit: (typeof units)[number];
};

/** A certificate is valid from an hour ago, for clocks that differ. */
const backdatedMilliseconds = 3_600_000;

/** The earliest UTCTime and the latest GeneralizedTime (RFC 5280, section 4.1.2.5). */
const earliest = Date.UTC(1950, 0, 1);
const latest = Date.UTC(9999, 11, 31, 23, 59, 59);

/** `730 days`, `18 months`, `2 years`, `1 year`, `26 weeks`. */
export function parsePeriod(text: string): Outcome<Period> {
	const hint = 'like "730 days", "18 months" or "2 years"';
	const [, digits, word = ''] = /^\s*(\d+)\s*([a-z]+)\s*$/i.exec(text) ?? [];
	if (digits === undefined) return refused('bad-validity', `${quoted(text)} is not a period of time`, hint);
	const unit = units.find(each => each === word.toLowerCase() || each === `${word.toLowerCase()}s`);
	if (unit === undefined)
		return refused(
			'bad-validity',
			`unknown unit ${quoted(word)} in ${quoted(text)}`,
			didYouMean(word, units),
		);
	const count = Number(digits);
	if (count === 0) return refused('bad-validity', `${quoted(text)} is no time at all`, hint);
	return decided({count, unit});
}

/** `start` plus the period; a day that the month does not have is its last one. Invalid when beyond what dates hold. */
export function addPeriod(start: Date, {count, unit}: Period): Date {
	if (unit === 'days' || unit === 'weeks')
		return new Date(start.getTime() + count * (unit === 'weeks' ? 7 : 1) * 86_400_000);
	const months = start.getUTCMonth() + count * (unit === 'years' ? 12 : 1);
	const end = new Date(start);
	end.setUTCFullYear(start.getUTCFullYear(), months, 1);
	const lastDay = new Date(end);
	lastDay.setUTCFullYear(start.getUTCFullYear(), months + 1, 0);
	end.setUTCDate(Math.min(start.getUTCDate(), lastDay.getUTCDate()));
	return end;
}

/** `2028-11-30`, or `2028-11-30T12:00:00Z` with `Z` or an offset; a bare date lasts from its first to its last second. */
function parseDate(text: string, bound: keyof Validity): Outcome<Date> {
	const refuse = (hint: string) => refused('bad-validity', `${quoted(text)} is not an ISO date`, hint);
	const found = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(Z|[+-]\d\d:\d\d)?)?$/i.exec(text.trim());
	if (found === null) return refuse('like 2028-11-30, or 2028-11-30T12:00:00Z');
	const [, day = '', time, seconds = ':00', zone] = found;
	if (time !== undefined && zone === undefined) return refuse(`add the time zone: ${text.trim()}Z for UTC`);
	// Date moves the 30th of February to March: such a day does not come back as it went in.
	const midnight = new Date(`${day}T00:00:00Z`);
	if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== day)
		return refuse('there is no such day');
	if (time === undefined) return decided(bound === 'notBefore' ? midnight : new Date(`${day}T23:59:59Z`));
	const instant = new Date(`${day}T${time}${seconds}${zone}`.toUpperCase());
	return Number.isNaN(instant.getTime()) ? refuse('there is no such time of day') : decided(instant);
}

/** Checks the order of the two dates and what a certificate can hold (RFC 5280, section 4.1.2.5). */
function checkedValidity(validity: Validity): Outcome<Validity> {
	const [start, end] = [validity.notBefore.getTime(), validity.notAfter.getTime()];
	if (start < earliest) return refused('bad-validity', 'a certificate cannot begin before the year 1950');
	if (Number.isNaN(end) || end > latest)
		return refused(
			'bad-validity',
			'a certificate cannot last beyond the year 9999 (RFC 5280, section 4.1.2.5)',
		);
	return end > start
		? decided(validity)
		: refused(
				'bad-validity',
				`the certificate would end (${isoSeconds(validity.notAfter)}) before it begins (${isoSeconds(validity.notBefore)})`,
			);
}

function fromMapping(mapping: ValidityMapping, defaultStart: Date, defaultPeriod: Period): Outcome<Validity> {
	const dates = {notBefore: defaultStart, notAfter: new Date(Number.NaN)};
	for (const bound of ['notBefore', 'notAfter'] as const) {
		const written = mapping[bound];
		const {value, problems} =
			written === undefined
				? decided(bound === 'notBefore' ? defaultStart : addPeriod(dates.notBefore, defaultPeriod))
				: parseDate(written.value, bound);
		if (value === null)
			return {value: null, problems: located(problems, written?.place ?? null, `validity.${bound}`)};
		dates[bound] = value;
	}
	return checkedValidity(dates);
}

/**
 * The dates of an entry: a period, or the part of it that the mapping leaves out, is counted from notBefore, which is
 * an hour before `now` unless it was written. Problems carry their place and field.
 */
export function makeValidity(entry: ProfileEntry, defaultPeriod: Period, now: Date): Outcome<Validity> {
	const start = new Date(Math.floor(now.getTime() / 1000) * 1000 - backdatedMilliseconds);
	const written = entry.validity?.value;
	const place = entry.validity === undefined ? entry.place : entry.validity.place;
	const locate = ({value, problems}: Outcome<Validity>): Outcome<Validity> => ({
		value,
		problems: problems.map(each => (each.field === null ? {...each, place, field: 'validity'} : each)),
	});
	if (typeof written === 'object') return locate(fromMapping(written, start, defaultPeriod));
	const period = written === undefined ? decided(defaultPeriod) : parsePeriod(written);
	if (period.value === null) return locate({value: null, problems: period.problems});
	return locate(checkedValidity({notBefore: start, notAfter: addPeriod(start, period.value)}));
}
