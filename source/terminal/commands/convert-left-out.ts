// What of the files that were given is in none of the files that `convert` makes.
import type {Certificate} from '../../certificate/certificate.js';
import type {Container} from '../../container/container.js';
import type {Selection} from '../../container/select.js';
import type {Conversion} from '../../convert.js';
import {note, type Problem, warning} from '../../problem/problem.js';
import {certificateName} from './certificate-name.js';

/** More are counted. */
const mostNamed = 3;

/**
 * A warning for what cannot be written again, one for certificates that have not issued the chosen one, and a note for a
 * private key that fits nothing, where none is written.
 */
export function leftOut(
	container: Container,
	{certificate, strangers, otherKeys}: Selection,
	outputs: readonly Conversion[],
): Problem[] {
	const {skipped, requests, publicKeys} = container;
	const holdsKey = outputs.some(output => output === 'pfx' || output === 'key');
	const holdsChain = outputs.some(output => output === 'pfx' || output === 'chain' || output === 'pkcs7');
	const what = [
		...skipped,
		...publicKeys.map(() => 'a public key'),
		...requests.map(({subject}) => `the certification request of ${certificateName({subject})}`),
		...(holdsKey ? Array.from({length: otherKeys}, () => 'the private key of another certificate') : []),
	];
	return [
		...(what.length === 0 ? [] : [warning('convert-left-out', `left out: ${what.join(', ')}`)]),
		...(holdsKey || !hasStrayKey(container)
			? []
			: [note('convert-left-out', 'left out: a private key that belongs to no certificate here')]),
		...(certificate === null || strangers.length === 0 || !holdsChain
			? []
			: [strangersLeftOut(certificate, strangers)]),
	];
}

/** True for a key that somebody gave although it belongs to none of the certificates; the same one twice is one. */
function hasStrayKey({certificates, keys}: Container): boolean {
	const own = certificates.flatMap(({key}) => (key === null ? [] : (keys[key]?.privateKey ?? [])));
	return keys.some(({privateKey}) => privateKey !== null && !own.some(each => each.equals(privateKey)));
}

function strangersLeftOut(certificate: Certificate, strangers: readonly Certificate[]): Problem {
	const names = strangers.slice(0, mostNamed).map(certificateName);
	const more = strangers.length - names.length;
	const all = [...names, ...(more > 0 ? [`${more} more`] : [])].join(', ');
	const they = strangers.length === 1 ? 'it' : 'they';
	return warning(
		'convert-left-out',
		`left out: ${all}, because ${they} did not issue ${certificateName(certificate)}`,
		{
			hint: `convert ${they === 'it' ? 'it on its' : 'them on their'} own, with --thumbprint ${strangers[0]?.thumbprint ?? ''}`,
		},
	);
}
