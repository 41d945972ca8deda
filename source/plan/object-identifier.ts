// Dotted object identifiers, and the OIDs of the extended key usages.
import {didYouMean} from '../problem/suggest.js';
import {quoted} from '../problem/visible.js';
import {type ExtendedKeyUsage, extendedKeyUsages} from '../profile/profile.js';
import {decided, type Outcome, refused} from './outcome.js';

/** RFC 5280, section 4.2.1.12. */
export const extendedKeyUsageOids: Readonly<Record<ExtendedKeyUsage, string>> = {
	serverAuth: '1.3.6.1.5.5.7.3.1',
	clientAuth: '1.3.6.1.5.5.7.3.2',
	codeSigning: '1.3.6.1.5.5.7.3.3',
	emailProtection: '1.3.6.1.5.5.7.3.4',
	timeStamping: '1.3.6.1.5.5.7.3.8',
	OCSPSigning: '1.3.6.1.5.5.7.3.9',
	anyExtendedKeyUsage: '2.5.29.37.0',
};

/** The RFC's name of an extended key usage; the OID itself when it is none of those that a profile can name. */
export function extendedKeyUsageName(oid: string): string {
	return extendedKeyUsages.find(name => extendedKeyUsageOids[name] === oid) ?? oid;
}

/** True for dotted text that X.660 allows: at least two arcs, the first 0 to 2, the second below 40 under 0 and 1. */
export function isObjectIdentifier(text: string): boolean {
	if (!/^[0-2](\.(0|[1-9]\d{0,9}))+$/.test(text)) return false;
	const arcs = text.split('.').map(Number);
	const [first = 0, second = 0] = arcs;
	return (first === 2 || second < 40) && arcs.every(arc => arc <= 0x7fffffff);
}

/** One text of `extendedKeyUsage`, a name or a dotted OID → the dotted OID. */
export function parseExtendedKeyUsage(text: string): Outcome<string> {
	const name = extendedKeyUsages.find(each => each === text);
	if (name !== undefined) return decided(extendedKeyUsageOids[name]);
	if (isObjectIdentifier(text)) return decided(text);
	return /^[\d.]*$/.test(text)
		? refused('bad-oid', `${quoted(text)} is not an object identifier`, 'like 1.3.6.1.5.5.7.3.1')
		: refused(
				'bad-oid',
				`${quoted(text)} is neither an extended key usage nor a dotted object identifier`,
				didYouMean(text, extendedKeyUsages),
			);
}
