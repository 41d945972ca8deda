// What a certificate is called in messages.
import type {Certificate} from '../../certificate/certificate.js';
import {formatForWindows} from '../../plan/distinguished-name-text.js';
import {quoted} from '../../problem/visible.js';

/** Its subject in double quotes, or that it has none; of a request as well. */
export function certificateName({subject}: Pick<Certificate, 'subject'>): string {
	return subject.length === 0 ? 'a certificate without a subject' : quoted(formatForWindows(subject));
}
