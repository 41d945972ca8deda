// What the files that were given lack for the files that `convert` is to make.
import type {Selection} from '../../container/select.js';
import type {Conversion} from '../../convert.js';
import {distinctProblems} from '../../problem/distinct.js';
import {error, type Place, type Problem, wholeFile} from '../../problem/problem.js';
import {certificateName} from './certificate-name.js';
import type {Source} from './convert-in-the-way.js';

const pair = 'safeq-cert-tui convert CERTIFICATE KEY';

/** An error for each output that cannot be made, before anybody is asked for a password. */
export function missingFor(
	outputs: readonly Conversion[],
	selection: Selection,
	sources: readonly Source[],
): Problem[] {
	const withKey = sources.filter(({container}) => container.keys.length > 0);
	return distinctProblems(
		outputs.flatMap(output => missing(output, selection, onlyFile(withKey), onlyFile(sources)) ?? []),
	);
}

/** Null when it could be more than one. */
export function onlyFile(sources: readonly Pick<Source, 'file'>[]): Place | null {
	const [first, ...more] = sources;
	return first === undefined || more.length > 0 ? null : wholeFile(first.file);
}

function missing(
	output: Conversion,
	selection: Selection,
	keyPlace: Place | null,
	place: Place | null,
): Problem | null {
	const {certificate, privateKey, chain, otherKeys} = selection;
	if ((output === 'pfx' || output === 'key') && privateKey === null)
		return otherKeys > 0
			? foreignKey(selection, keyPlace)
			: error('convert-nothing', `there is no private key, and "${output}" needs it`, {
					hint: `give its file as well: ${pair}`,
					place,
				});
	if (output === 'key' || certificate !== null) return null;
	if (chain.length === 0)
		return error('convert-nothing', `there is a private key and no certificate, and "${output}" needs one`, {
			hint: `give its file as well: ${pair}; --to key writes the private key alone`,
			place,
		});
	if (output === 'chain' || output === 'pkcs7') return null;
	return error('convert-nothing', `there are ${chain.length} certificates, and "${output}" takes one`, {
		hint: 'choose one with --thumbprint',
		place,
	});
}

function foreignKey({certificate, otherKeys}: Selection, place: Place | null): Problem {
	const which = certificate === null ? 'any of the certificates' : certificateName(certificate);
	const message =
		otherKeys === 1
			? `the private key does not belong to ${which}`
			: `none of the ${otherKeys} private keys belongs to ${which}`;
	return error('key-unmatched', message, {
		hint: 'give the private key that the certificate was requested with',
		place,
	});
}
