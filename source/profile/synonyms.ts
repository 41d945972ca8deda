// Other tools' words for the keys of a profile: too far from ours for a "did you mean" that counts letters.

const synonyms: ReadonlyMap<string, string> = new Map([
	['san', 'subjectAlternativeNames'],
	['sans', 'subjectAlternativeNames'],
	['subjectaltname', 'subjectAlternativeNames'],
	['subjectaltnames', 'subjectAlternativeNames'],
	['altnames', 'subjectAlternativeNames'],
	['dns', 'subjectAlternativeNames'],
	['dnsnames', 'subjectAlternativeNames'],
	['hosts', 'subjectAlternativeNames'],
	['eku', 'extendedKeyUsage'],
	['enhancedkeyusage', 'extendedKeyUsage'],
	['ku', 'keyUsage'],
	['days', 'validity'],
	['expires', 'validity'],
	['keysize', 'key'],
	['keytype', 'key'],
	['keyalgorithm', 'key'],
	['hash', 'signatureHash'],
	['digest', 'signatureHash'],
	['hashalgorithm', 'signatureHash'],
	['type', 'kind'],
	['usage', 'kind'],
	['base', 'extends'],
	['inherits', 'extends'],
	['batch', 'certificates'],
	['entries', 'certificates'],
	['cipher', 'encryption'],
	['cn', 'commonName'],
	['o', 'organizationName'],
	['ou', 'organizationalUnitName'],
	['l', 'localityName'],
	['city', 'localityName'],
	['st', 'stateOrProvinceName'],
	['s', 'stateOrProvinceName'],
	['c', 'countryName'],
	['dc', 'domainComponent'],
	['e', 'emailAddress'],
	['email', 'emailAddress'],
	['mail', 'emailAddress'],
]);

/** The key of a profile that another tool's word stands for, compared without case and separators; null for none. */
export function meantBy(word: string): string | null {
	return synonyms.get(word.toLowerCase().replace(/[-_ ]/g, '')) ?? null;
}
