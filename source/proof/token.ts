// A signing certificate does what Job Service does with it: an RS256 token (RFC 7515, RFC 7518 section 3.3).
import {type KeyObject, sign, verify} from 'node:crypto';
import {broke, compared, type ProofLine} from './proof-line.js';

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signs a token with the private key and verifies it, as another Job Service would, with the certificate's key. */
export function proveToken(privateKey: KeyObject, publicKey: KeyObject, now: Date): ProofLine {
	const check = 'signs a token that verifies (RS256)';
	if (privateKey.asymmetricKeyType !== 'rsa') return broke(check, 'RS256 needs an RSA key');
	const issuedAt = Math.floor(now.getTime() / 1000);
	const token = Buffer.from(`${part({alg: 'RS256', typ: 'JWT'})}.${part({sub: 'proof', iat: issuedAt})}`);
	const signature = sign('sha256', token, privateKey);
	const changed = Buffer.concat([token, Buffer.from('x')]);
	return compared(
		check,
		verify('sha256', token, publicKey, signature) ? null : 'the signature does not verify',
		verify('sha256', changed, publicKey, signature) ? 'a changed token verifies as well' : null,
	);
}
