// DER as text: PEM (RFC 7468), with the headers of RFC 1421 where old software wants them.

/**
 * Base64 in lines of 64 characters between BEGIN and END with this label, and a line end at the end. `headers` are
 * lines such as `Proc-Type: 4,ENCRYPTED` (RFC 1421, section 4.6); an empty line parts them from what follows.
 */
export function pemFromDer(label: string, der: Uint8Array, headers: readonly string[] = []): string {
	const lines =
		Buffer.from(der)
			.toString('base64')
			.match(/.{1,64}/g) ?? [];
	const head = headers.length === 0 ? [] : [...headers, ''];
	return [`-----BEGIN ${label}-----`, ...head, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/** A certificate as PEM (RFC 7468, section 5). */
export function certificateToPem(der: Uint8Array): string {
	return pemFromDer('CERTIFICATE', der);
}
