// What of the files that were given is in none of the files that `convert` makes.
import type {Certificate} from '../../certificate/certificate.js';
import type {Container} from '../../container/container.js';
import type {Selection} from '../../container/select.js';
import type {Conversion} from '../../convert.js';
import {formatForWindows} from '../../plan/distinguished-name-text.js';
import {type Problem, warning} from '../../problem/problem.js';
import {quoted} from '../../problem/visible.js';

/** More are counted. */
const mostNamed = 3;

/** A warning for what cannot be written again, and one for certificates that have not issued the chosen one. */
export function leftOut(
	{skipped, requests, publicKeys}: Container,
	{certificate, strangers, otherKeys}: Selection,
	outputs: readonly Conversion[],
): Problem[] {
	const holdsKey = outputs.some(output => output === 'pfx' || output === 'key');
	const holdsChain = outputs.some(output => output === 'pfx' || output === 'chain' || output === 'pkcs7');
	const what = [
		...skipped,
		...publicKeys.map(() => 'a public key'),
		...requests.map(({subject}) => `the certification request of ${nameOf({subject})}`),
		...(holdsKey ? Array.from({length: otherKeys}, () => 'the private key of another certificate') : []),
	];
	return [
		...(what.length === 0 ? [] : [warning('convert-left-out', `left out: ${what.join(', ')}`)]),
		...(certificate === null || strangers.length === 0 || !holdsChain
			? []
			: [strangersLeftOut(certificate, strangers)]),
	];
}

function strangersLeftOut(certificate: Certificate, strangers: readonly Certificate[]): Problem {
	const names = strangers.slice(0, mostNamed).map(nameOf);
	const more = strangers.length - names.length;
	const all = [...names, ...(more > 0 ? [`${more} more`] : [])].join(', ');
	const they = strangers.length === 1 ? 'it' : 'they';
	return warning(
		'convert-left-out',
		`left out: ${all}, because ${they} did not issue ${nameOf(certificate)}`,
		{
			hint: `convert ${they === 'it' ? 'it on its' : 'them on their'} own, with --thumbprint ${strangers[0]?.thumbprint ?? ''}`,
		},
	);
}

function nameOf({subject}: Pick<Certificate, 'subject'>): string {
	return subject.length === 0 ? 'a certificate without a subject' : quoted(formatForWindows(subject));
}
