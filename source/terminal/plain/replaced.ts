// What would be lost when files are replaced: each file, and the certificate that it holds where that can be read.
import {standingFile} from '../../look/standing-file.js';
import type {PreparedCertificate} from '../../prepare.js';
import {visible} from '../../problem/visible.js';
import type {Passwords} from '../passwords.js';

/** One line for each file that exists already; none when nothing would be lost. The passwords may open them. */
export async function describeReplaced(
	certificates: readonly PreparedCertificate[],
	passwords: Passwords,
): Promise<readonly string[]> {
	const standing = certificates.flatMap(certificate =>
		certificate.files
			.filter(file => file.exists)
			.map(({path}) => ({path, password: passwords.of(certificate)})),
	);
	return Promise.all(
		standing.map(async ({path, password}) => {
			const {thumbprint, about} = await standingFile(path, password);
			const known = thumbprint === null ? about : `thumbprint ${thumbprint.toLowerCase()}`;
			return [visible(path), ...(known === null ? [] : [known])].join(', ');
		}),
	);
}
