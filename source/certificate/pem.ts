// Certificates as text (RFC 7468, section 5).

/** `-----BEGIN CERTIFICATE-----` and base64 in lines of 64 characters, with a line end at the end. */
export function certificateToPem(der: Uint8Array): string {
	const lines =
		Buffer.from(der)
			.toString('base64')
			.match(/.{1,64}/g) ?? [];
	return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
