// Who will trust a certificate, and who can open its PFX: known before anything is made.
import type {CertificatePlan} from '../plan/plan.js';
import type {PfxEncryption} from '../profile/profile.js';

export type Explanation = {
	/** A few words, for a narrow column. */
	readonly short: string;
	/** What follows from it, one sentence or two. */
	readonly text: string;
};

/** Who will trust the certificate that the plan leads to (self-signed, so nobody by itself). */
export function describeTrust(plan: Pick<CertificatePlan, 'kind' | 'outputs'>): Explanation {
	if (plan.kind === 'signing')
		return {
			short: 'Job Services that have this same file',
			text: 'Every Job Service of the group must be installed with this same PFX. Clients do not need to trust it.',
		};
	const file = plan.outputs.includes('cer') ? '.cer' : 'certificate';
	return {
		short: `nobody, until the ${file} is in Trusted Root (Group Policy)`,
		text: `Clients trust it once its ${file} (never the PFX) is in their Trusted Root Certification Authorities, which Group Policy does for all of them at once.`,
	};
}

const openedBy: Readonly<Record<PfxEncryption, Explanation>> = {
	compatible: {
		short: 'Windows 7, Server 2008 and later, macOS, Java, OpenSSL',
		text: 'Opens everywhere and resists guessing badly (3DES, HMAC-SHA-1): use a generated password or a long one.',
	},
	modern: {
		short: 'Windows 10 1709, Server 2019 and later',
		text: 'Resists guessing well (AES-256, HMAC-SHA-256). Windows Server 2016 and older, and some macOS, say that the password is wrong.',
	},
};

/** Who can open a PFX of this encryption, and what that costs. */
export function describeOpenedBy(encryption: PfxEncryption): Explanation {
	return openedBy[encryption];
}
