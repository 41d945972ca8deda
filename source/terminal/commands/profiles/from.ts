// `profiles new --from`: the certificate of a file or a server, and what a profile says to make it again.
import path from 'node:path';
import type {Certificate} from '../../../certificate/certificate.js';
import {entryOfCertificate} from '../../../certificate/entry.js';
import {pfxFacts} from '../../../look/pfx-facts.js';
import {type Overrides, overrideEntry} from '../../../plan/override.js';
import {error, type Problem} from '../../../problem/problem.js';
import type {Target} from '../../../look/target.js';
import {type LookedAt, lookAtAll} from '../look.js';
import type {GivenPassword} from '../../given-password.js';
import {openingPasswords} from '../unlock.js';
import type {Call} from './call.js';
import type {Draft} from './draft.js';

/** How long a server may take. */
const timeoutMs = 5000;

export type From = {
	readonly target: Target;
	/** For a PFX. */
	readonly password: GivenPassword;
	/** What the options say, laid over what the certificate says. */
	readonly overrides: Overrides;
	readonly description: string | null;
};

/** The draft; a problem when there is no certificate to be seen. Rejects when aborted. */
export async function draftFrom(from: From, {console}: Call, signal: AbortSignal): Promise<Draft | Problem> {
	const {target, overrides, description} = from;
	const passwords = openingPasswords(from.password, {console, mayAsk: true, signal});
	const [looked] = await lookAtAll([target], {console, passwords, signal, timeoutMs, store: null});
	const [certificate] = looked?.certificates ?? [];
	if (looked === undefined || certificate === undefined) return noCertificate(target, looked);
	const pfx = 'container' in looked && looked.container !== null ? pfxFacts(looked.container) : null;
	const {entry, problems} = entryOfCertificate(certificate, pfx, overrides.kind ?? null);
	return {
		entry: overrideEntry(entry, overrides),
		description,
		remark: remarkOf(target, certificate),
		problems,
	};
}

function noCertificate({text}: Target, looked: LookedAt | undefined): Problem {
	if (looked !== undefined && 'problem' in looked && looked.problem !== null) return looked.problem;
	return error('no-certificate', `${text} ${looked?.failure?.message ?? 'presents no certificate'}`);
}

function remarkOf(target: Target, {thumbprint, notAfter}: Certificate): string {
	const name = target.type === 'file' ? path.basename(target.path) : target.text;
	return `Made from ${name}: thumbprint ${thumbprint}, valid to ${notAfter.toISOString().slice(0, 10)}`;
}
