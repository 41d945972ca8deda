// Object identifiers that PFX files are made of (RFC 7292, RFC 8018, RFC 9579).

/** ContentInfo (RFC 2315, section 14). */
export const contentType = {
	data: '1.2.840.113549.1.7.1',
	signedData: '1.2.840.113549.1.7.2',
	envelopedData: '1.2.840.113549.1.7.3',
	encryptedData: '1.2.840.113549.1.7.6',
} as const;

/** SafeBag (RFC 7292, section 4.2). */
export const bagType = {
	keyBag: '1.2.840.113549.1.12.10.1.1',
	pkcs8ShroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
	certBag: '1.2.840.113549.1.12.10.1.3',
	crlBag: '1.2.840.113549.1.12.10.1.4',
	secretBag: '1.2.840.113549.1.12.10.1.5',
	safeContentsBag: '1.2.840.113549.1.12.10.1.6',
} as const;

/** CertBag (RFC 7292, section 4.2.3). */
export const x509Certificate = '1.2.840.113549.1.9.22.1';

/** Attributes of a SafeBag; the last one is Microsoft's: the provider that keeps the key. */
export const bagAttribute = {
	friendlyName: '1.2.840.113549.1.9.20',
	localKeyId: '1.2.840.113549.1.9.21',
	provider: '1.3.6.1.4.1.311.17.1',
} as const;

/** Password-based schemes with algorithms of their own inside. */
export const scheme = {
	pbes2: '1.2.840.113549.1.5.13',
	pbkdf2: '1.2.840.113549.1.5.12',
	pbmac1: '1.2.840.113549.1.5.14',
} as const;
