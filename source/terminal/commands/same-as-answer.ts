// Whether a certificate is the expected one.
import type {Certificate} from '../../certificate/certificate.js';
import type {CheckAnswer} from '../../describe/check-definition.js';
import {answer} from '../../look/certificate-answers.js';
import {type Expected, isExpected} from './same-as.js';

/** Whether it is the certificate that somebody expects. */
export function sameAsAnswer(certificate: Certificate, expected: Expected): CheckAnswer {
	const {label} = expected;
	if (expected.certificate === null) {
		const own = expected.sha256 === null ? certificate.thumbprint : certificate.sha256;
		return isExpected(certificate, expected)
			? answer('same-as', true, `yes, it has this ${label}`)
			: answer('same-as', false, `no, its ${label} is ${own}`);
	}
	if (isExpected(certificate, expected)) return answer('same-as', true, `yes, it is the one in ${label}`);
	const {publicKey, thumbprint} = expected.certificate;
	const sameKey = Buffer.compare(certificate.publicKey.spki, publicKey.spki) === 0;
	const key = sameKey ? 'the same' : 'another';
	return answer('same-as', false, `no, ${label} holds another one, ${thumbprint}, with ${key} key`);
}
