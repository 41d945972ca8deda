// The dates of a certificate as a profile writes them: as long as this one, from the day on which it is made again.
import {defaultPeriod} from '../plan/defaults.js';
import {addPeriod, type Period} from '../plan/validity.js';
import type {Kind, ValidityMapping, Written} from '../profile/profile.js';
import type {Certificate} from './certificate.js';

const day = 86_400_000;

export type WrittenValidity = {
	/** `2 years`, `730 days`; undefined when it is the default, or when only a date will do. */
	readonly period?: string;
	/** For a certificate that never ends: RFC 5280, section 4.1.2.5, has 9999-12-31 for that. */
	readonly dates?: Written<ValidityMapping>;
};

/** As a period of whole years where the calendar says so, else of days, rounded. */
export function validityOf(
	{notBefore, notAfter}: Pick<Certificate, 'notBefore' | 'notAfter'>,
	kind: Kind,
): WrittenValidity {
	if (notAfter.getUTCFullYear() === 9999) {
		const end = {value: notAfter.toISOString().replace('.000Z', 'Z'), place: null};
		return {dates: {value: {notAfter: end}, place: null}};
	}
	const ends = (period: Period) => addPeriod(notBefore, period).getTime() === notAfter.getTime();
	if (ends(defaultPeriod(kind))) return {};
	const years = notAfter.getUTCFullYear() - notBefore.getUTCFullYear();
	if (years > 0 && ends({count: years, unit: 'years'})) return {period: counted(years, 'year')};
	const days = Math.max(1, Math.round((notAfter.getTime() - notBefore.getTime()) / day));
	return {period: counted(days, 'day')};
}

function counted(count: number, unit: string): string {
	return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
