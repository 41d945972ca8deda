// What `convert` says about what it made.
import {describeCertificate} from '../../describe/describe.js';
import {describeOpenedBy} from '../../describe/trust.js';
import {commonNameOf} from '../../plan/distinguished-name.js';
import {visible} from '../../problem/visible.js';
import {detailRows, row} from '../rows.js';
import type {Conversion} from './convert-run.js';

/** Rows that say which certificate it is. */
const labels = ['Issuer', 'Valid to', 'Subject', 'Thumbprint', 'SHA-256 fingerprint', 'Friendly name'];

/** The report, with line ends. */
export function formatConversion(conversion: Conversion): string {
	const {selection, converted, encryption, friendlyName, list} = conversion;
	const {certificate, chain} = selection;
	const name = friendlyName || (certificate && commonNameOf(certificate.subject)) || 'private key';
	const head = certificate === null && chain.length > 0 ? `${chain.length} certificates` : visible(name);
	const details = certificate === null ? [] : describeCertificate(certificate, {friendlyName});
	return [
		`${head}  [converted]`,
		...detailRows(details.filter(({label}) => labels.includes(label))),
		...row('Chain', certificate === null || chain.length === 0 ? [] : [countOf(chain.length)]),
		...row('Encryption', encryption === null ? [] : [`${encryption}: ${describeOpenedBy(encryption).short}`]),
		...row(
			'Proof',
			converted.proof.map(
				({check, detail}) => `ok ${check}${detail === null ? '' : ` (${visible(detail)})`}`,
			),
		),
		...row('Written', converted.files.map(visible)),
		...row('Password', list === null ? [] : [`in ${visible(list)}; delete it when it is no longer needed`]),
		'',
	].join('\n');
}

function countOf(others: number): string {
	return others === 1 ? '1 more certificate' : `${others} more certificates`;
}
