// The certificates that a server presents, read: its own one, and its issuers as far as that goes.
import type {Certificate} from '../certificate/certificate.js';
import {readCertificate} from '../certificate/read.js';
import type {Presented} from '../connect/presented.js';
import {DerError} from '../der/der-error.js';
import type {Failure} from './server-answers.js';

/**
 * The server's own certificate first. An issuer that cannot be read is left out and hides nothing; without the server's
 * own certificate there is none, and a failure says why.
 */
export function readPresented({chain, failure}: Pick<Presented, 'chain' | 'failure'>): {
	readonly certificates: readonly Certificate[];
	readonly failure: Failure | null;
} {
	const [own, ...issuers] = chain.map(readOrNull);
	if (own === undefined) return {certificates: [], failure};
	if (own !== null) return {certificates: [own, ...issuers.filter(each => each !== null)], failure};
	const message = 'presents a certificate that cannot be read';
	return {certificates: [], failure: {reason: 'bad-certificate', message}};
}

function readOrNull(der: Uint8Array): Certificate | null {
	try {
		return readCertificate(der);
	} catch (cause) {
		if (cause instanceof DerError) return null;
		throw cause;
	}
}
