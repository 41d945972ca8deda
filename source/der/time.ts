// Time: UTCTime through 2049, GeneralizedTime from 2050 (RFC 5280, section 4.1.2.5).
import asn1 from 'node-forge/lib/asn1.js';
import {DerError} from './der-error.js';
import {type DerValue, isUniversal, tagClass, tagName, universalTag} from './value.js';

/** A Time of whole seconds in UTC. Throws RangeError for other dates and for years past 9999. */
export function time(date: Date): DerValue {
	const year = date.getUTCFullYear();
	if (!(year >= 0 && year <= 9999) || date.getUTCMilliseconds() !== 0)
		throw new RangeError('a time in a certificate is whole seconds, up to the year 9999');
	const digits = `${date.toISOString().slice(0, 19).replace(/\D/g, '')}Z`;
	const isUtcTime = year >= 1950 && year <= 2049;
	const type = isUtcTime ? universalTag.UTCTime : universalTag.GeneralizedTime;
	return asn1.create(tagClass.universal, type, false, isUtcTime ? digits.slice(2) : digits);
}

/** A Time as RFC 5280 allows it: with seconds, ending in Z. `what` names it in the error. Throws DerError. */
export function readTime(value: DerValue, what: string): Date {
	const isUtcTime = isUniversal(value, 'UTCTime');
	if (!isUtcTime && !isUniversal(value, 'GeneralizedTime'))
		throw new DerError(`${what}: expected UTCTime or GeneralizedTime, got ${tagName(value)}`);
	const pattern = isUtcTime
		? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/
		: /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/;
	const match = typeof value.value === 'string' ? pattern.exec(value.value) : null;
	if (match === null) throw new DerError(`${what}: not a time in UTC with seconds`);
	const [written = 0, month = 0, day = 0, ...clock] = match.slice(1).map(Number);
	const [hours = 0, minutes = 0, seconds = 0] = clock;
	const year = isUtcTime ? written + (written >= 50 ? 1900 : 2000) : written;
	const date = new Date(0);
	date.setUTCFullYear(year, month - 1, day);
	date.setUTCHours(hours, minutes, seconds);
	// A date that does not exist, such as 30 February, comes back as another one.
	const digits = date.toISOString().replace(/\D/g, '').slice(0, 14);
	if (digits !== `${String(year).padStart(4, '0')}${match.slice(2).join('')}`)
		throw new DerError(`${what}: no such date`);
	return date;
}
