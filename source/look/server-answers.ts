// What there is to say about a server, in the order in which a client meets it.
import type {Certificate} from '../certificate/certificate.js';
import type {Presented} from '../connect/presented.js';
import type {CheckAnswer} from '../describe/check-definition.js';
import {formatForWindows} from '../plan/distinguished-name-text.js';
import {answer} from './certificate-answers.js';

/** Why a target could not be looked at. */
export type Failure = {
	/** Stable, for programs. */
	readonly reason: string;
	/** The predicate of a sentence about a server; what is wrong with a file. */
	readonly message: string;
};

const stateWords: Readonly<Record<Presented['addresses'][number]['state'], string>> = {
	answers: 'answers',
	refuses: 'refuses',
	'breaks-off': 'breaks off the connection',
	unreachable: 'cannot be reached',
	waiting: 'has not answered so far',
};

/** The steps up to the certificate; the one that failed is the last. */
export function connectionAnswers(
	{addresses, address, protocol, cipher}: Presented,
	certificates: readonly Certificate[],
	failure: Failure | null,
): CheckAnswer[] {
	const failed = (check: CheckAnswer['check']) => answer(check, null, failure?.message ?? '');
	if (addresses.length === 0) return [failed('resolves')];
	const answers = [answer('resolves', true, addresses.map(each => each.address).join(', '))];
	if (address === null) return [...answers, failed('answers')];
	const others = addresses
		.filter(each => each.address !== address)
		.map(each => `${each.address} ${stateWords[each.state]}`);
	answers.push(answer('answers', true, [address, ...others].join(', ')));
	if (protocol !== null)
		answers.push(answer('tls', true, `${protocol.replace('v', ' ')}, ${cipher ?? 'unknown cipher'}`));
	if (failure?.reason === 'client-certificate') answers.push(failed('client-certificate'));
	else if (failure !== null) answers.push(failed(protocol === null ? 'tls' : 'presents'));
	if (certificates.length > 0) answers.push(presentsAnswer(certificates, 'sent'));
	return answers;
}

/** The certificate and its chain; `how` they come: sent by a server, or lying in a file. */
export function presentsAnswer(certificates: readonly Certificate[], how: 'sent' | 'there'): CheckAnswer {
	const [first, ...chain] = certificates;
	if (first === undefined) return answer('presents', null, 'no certificate');
	const isSelfSigned = Buffer.compare(first.issuerDer, first.subjectDer) === 0;
	const issuer = isSelfSigned ? 'self-signed' : `issued by ${nameOf(first.issuer)}`;
	const more = chain.map(({subject}) => nameOf(subject)).join('; ');
	const chainText =
		more !== '' ? `, ${how} with ${more}` : isSelfSigned ? '' : `, ${how} without its issuer's certificate`;
	return answer('presents', true, `${nameOf(first.subject)}, ${issuer}${chainText}`);
}

function nameOf(name: Certificate['subject']): string {
	return formatForWindows(name) || 'an empty subject';
}

/** Whether this computer trusts the chain; who knows the certificate already does not need that. */
export function trustAnswer({trust}: Presented, isKnown: boolean): CheckAnswer[] {
	if (trust === null) return [];
	const {trusted, reason} = trust;
	if (trusted === true) return [answer('trusted', true, "yes, by this computer's store")];
	const message = trusted === null ? `not known: ${reason}` : `no: ${reason}`;
	return [
		answer('trusted', trusted, isKnown ? `${message} (but it is the expected one)` : message, {
			counts: !isKnown,
		}),
	];
}
