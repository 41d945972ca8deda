// What there is to say about a certificate itself: its names and its dates.
import type {Certificate} from '../certificate/certificate.js';
import type {CheckAnswer} from '../describe/check-definition.js';
import {generalNameText} from '../describe/extensions.js';
import {instantText} from '../describe/instant.js';
import {coverage} from '../plan/covers.js';
import {commonNameOf} from '../plan/distinguished-name.js';

const dayMs = 86_400_000;

/** Makes one answer; it counts unless told otherwise. */
export function answer(
	check: CheckAnswer['check'],
	ok: boolean | null,
	message: string,
	{counts = true, subject = null}: {counts?: boolean; subject?: string | null} = {},
): CheckAnswer {
	return {check, ok, counts, subject, message};
}

/** Which entry of the SAN covers an address, or why none does. */
export function coversAnswer(certificate: Certificate, address: string): CheckAnswer {
	const {subjectAlternativeNames, subject} = certificate;
	const found = coverage(address, subjectAlternativeNames, commonNameOf(subject));
	if ('coveredBy' in found)
		return answer('covers', true, `by ${generalNameText(found.coveredBy)}`, {subject: address});
	return answer('covers', false, found.reason, {subject: address});
}

/** Whole days until the certificate expires; negative when it has. */
export function daysLeft({notAfter}: Certificate, now: Date): number {
	return Math.floor((notAfter.getTime() - now.getTime()) / dayMs);
}

const inDays = (days: number) => (Math.abs(days) === 1 ? `${days} day` : `${days} days`);

/** Whether it is valid now, and for `days` to come. */
export function datesAnswer(certificate: Certificate, now: Date, days: number | null): CheckAnswer {
	const {notBefore, notAfter} = certificate;
	const left = daysLeft(certificate, now);
	if (notAfter <= now)
		return answer('dates', false, `expired on ${instantText(notAfter)}, ${inDays(-left)} ago`);
	if (notBefore > now) {
		const until = Math.ceil((notBefore.getTime() - now.getTime()) / dayMs);
		return answer('dates', false, `not valid before ${instantText(notBefore)}, in ${inDays(until)}`);
	}
	const message = `valid to ${instantText(notAfter)}, ${inDays(left)} left`;
	return days !== null && left < days
		? answer('dates', false, `${message}: fewer than ${days}`)
		: answer('dates', true, message);
}
