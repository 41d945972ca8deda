// A PFX as it was re-opened, against its plan.
import {X509Certificate} from 'node:crypto';
import type {OpenedPfx, PfxCipher} from '../pfx/pfx.js';
import type {CertificatePlan, PfxPlan} from '../plan/plan.js';
import type {PfxEncryption} from '../profile/profile.js';
import {compared, difference, type ProofLine} from './proof-line.js';

type OpenedKey = OpenedPfx['keys'][number];
type OpenedCertificate = OpenedPfx['certificates'][number];

/** RFC 7292, appendix C, and RFC 8018; the words of `openPfx`. */
const ciphers: Readonly<Record<PfxEncryption, {readonly bags: string; readonly mac: string}>> = {
	compatible: {bags: 'pbeWithSHA1And3-KeyTripleDES-CBC', mac: 'HMAC-SHA-1'},
	modern: {bags: 'PBES2 PBKDF2-HMAC-SHA-256 AES-256-CBC', mac: 'HMAC-SHA-256'},
};

/** What a PFX is expected to hold. */
export type ExpectedPfx = {
	/** The certificate of the key, then its chain. DER. */
	readonly certificates: readonly [Uint8Array, ...Uint8Array[]];
	readonly friendlyName: string;
	readonly pfx: Pick<PfxPlan, 'encryption' | 'iterations'> & {readonly provider: string | null};
};

function contentAsPlanned(expected: ExpectedPfx['certificates'], opened: OpenedPfx): ProofLine {
	const {keys, certificates, skipped} = opened;
	const same = certificates.every(({der}, index) => Buffer.compare(der, expected[index] ?? der) === 0);
	return compared(
		'PFX holds this certificate and one key',
		difference('private keys', '1', String(keys.length)),
		difference('certificates', String(expected.length), String(certificates.length)),
		same ? null : 'it holds another certificate',
		difference('other bags', null, skipped.join(', ') || null),
	);
}

function keyBelongs(certificate: Uint8Array, {privateKey}: OpenedKey): ProofLine {
	const belongs = new X509Certificate(certificate).checkPrivateKey(privateKey);
	return compared('private key belongs to the certificate', belongs ? null : 'it belongs to another one');
}

function encryptionAsPlanned({encryption, iterations}: ExpectedPfx['pfx'], opened: OpenedPfx): ProofLine {
	const text = ({algorithm, iterations: count}: PfxCipher) => `${algorithm} with ${count} iterations`;
	const {bags, mac} = ciphers[encryption];
	const planned = text({algorithm: bags, iterations});
	return compared(
		'PFX encryption as planned',
		...new Set(opened.encryption.map(each => difference('encryption', planned, text(each)))),
		// One for the certificates, one for each key: fewer means that something stands there in the clear.
		opened.encryption.length <= opened.keys.length ? 'not everything is encrypted' : null,
		difference('MAC', text({algorithm: mac, iterations}), opened.mac && text(opened.mac)),
	);
}

/** On a key bag, Windows takes a friendly name for the name of the key container. */
function friendlyNameAsPlanned(planned: string, key: OpenedKey, leaf: OpenedCertificate): ProofLine {
	return compared(
		'friendly name on the certificate only',
		difference('certificate', planned || null, leaf.friendlyName),
		difference('key', null, key.friendlyName),
	);
}

/** RFC 7292, section 4.2: how a reader finds the certificate that belongs to a key. */
function keyIsLinked(key: OpenedKey, leaf: OpenedCertificate): ProofLine {
	return compared(
		'localKeyId joins key and certificate',
		key.localKeyId === null ? 'the key has none' : difference('localKeyId', key.localKeyId, leaf.localKeyId),
	);
}

/** The content of an opened PFX against what it was made of. */
export function comparePfxContent(expected: ExpectedPfx, opened: OpenedPfx): ProofLine[] {
	const [certificate] = expected.certificates;
	const content = contentAsPlanned(expected.certificates, opened);
	const [key] = opened.keys;
	const [leaf] = opened.certificates;
	if (key === undefined || leaf === undefined) return [content];
	return [
		content,
		keyBelongs(certificate, key),
		encryptionAsPlanned(expected.pfx, opened),
		friendlyNameAsPlanned(expected.friendlyName, key, leaf),
		compared('key provider as planned', difference('provider', expected.pfx.provider, key.provider)),
		keyIsLinked(key, leaf),
	];
}

/** The content of an opened PFX against the plan and the certificate that it was made for. */
export function comparePfx(plan: CertificatePlan, certificate: Uint8Array, opened: OpenedPfx): ProofLine[] {
	const {friendlyName, pfx} = plan;
	return comparePfxContent({certificates: [certificate], friendlyName, pfx}, opened);
}
