// What would be lost when files are replaced: each file, and the certificate that it holds where that can be read.
import {readCertificate} from '../../certificate/read.js';
import {readBytes} from '../../files/read-bytes.js';
import type {PreparedFile} from '../../outputs.js';
import type {PreparedCertificate} from '../../prepare.js';
import {visible} from '../../problem/visible.js';

/** No certificate is larger. */
const mostBytes = 1_048_576;

/** One line for each file that exists already; none when nothing would be lost. */
export async function describeReplaced(
	certificates: readonly PreparedCertificate[],
): Promise<readonly string[]> {
	const standing = certificates.flatMap(({files}) => files.filter(file => file.exists));
	return Promise.all(
		standing.map(async file => {
			const thumbprint = await thumbprintOf(file);
			return `${visible(file.path)}${thumbprint === null ? '' : `, thumbprint ${thumbprint}`}`;
		}),
	);
}

/** Null for a PFX, whose certificate is behind its password, and for whatever is not a certificate. */
async function thumbprintOf({path, output}: PreparedFile): Promise<string | null> {
	if (output === 'pfx') return null;
	const bytes = await readBytes(path, mostBytes);
	if (!(bytes instanceof Uint8Array)) return null;
	try {
		return readCertificate(output === 'pem' ? derOfPem(bytes) : bytes).thumbprint.toLowerCase();
	} catch {
		return null;
	}
}

function derOfPem(bytes: Uint8Array): Uint8Array {
	const [, base64 = ''] =
		/-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----/.exec(new TextDecoder().decode(bytes)) ?? [];
	return Buffer.from(base64, 'base64');
}
