// The values of a certificate as they stand: decided by the plan, or as written while something is wrong.
import {defaultEncryption, defaultKey, defaultOutputs, defaultPeriod} from '../../plan/defaults.js';
import {commonNameOf as commonNameIn} from '../../plan/distinguished-name.js';
import {formatForProfile} from '../../plan/distinguished-name-text.js';
import type {CertificatePlan} from '../../plan/plan.js';
import {visible} from '../../problem/visible.js';
import type {KeyType, Output, PfxEncryption, ProfileEntry} from '../../profile/profile.js';

/** A certificate as it stands; the plan is null while something is wrong with it. */
export type Standing = {readonly entry: ProfileEntry; readonly plan: CertificatePlan | null};

/** What was decided may hold braces; in a profile's text they are doubled. */
function escapeBraces(text: string): string {
	return text.replace(/[{}]/g, '$&$&');
}

/** The CN that the subject has; null while something is wrong. */
export function commonNameOf({plan}: Standing): string | null {
	return plan === null ? null : commonNameIn(plan.subject);
}

/** The key type, or its default. */
export function keyOf({entry}: Standing): KeyType {
	return entry.key?.value ?? defaultKey;
}

/** The encryption of the PFX, or its default. */
export function encryptionOf({entry}: Standing): PfxEncryption {
	return entry.pfx?.value.encryption?.value ?? defaultEncryption;
}

/** The files, or the default ones. */
export function outputsOf({entry}: Standing): readonly Output[] {
	return entry.outputs?.value.map(({value}) => value) ?? defaultOutputs;
}

/** The names and addresses as texts. */
export function namesOf({entry}: Standing): readonly string[] {
	return entry.subjectAlternativeNames?.value.map(({value}) => value) ?? [];
}

/** `4: js1.company.com, js1, 192.0.2.11, ...` */
export function namesText(standing: Standing): string {
	const names = namesOf(standing);
	const shown = names.slice(0, 3).map(visible).join(', ');
	return names.length === 0 ? 'none' : `${names.length}: ${shown}${names.length > 3 ? ', ...' : ''}`;
}

/** As it can be typed again. */
export function friendlyNameOf({entry, plan}: Standing): string {
	return plan === null ? (entry.friendlyName?.value ?? '') : escapeBraces(plan.friendlyName);
}

/** As it can be typed again. */
export function subjectOf({entry, plan}: Standing): string {
	if (plan !== null) return escapeBraces(formatForProfile(plan.subject));
	return typeof entry.subject?.value === 'string' ? entry.subject.value : '';
}

/** Without its ending, as it can be typed again. */
export function fileNameOf({entry, plan}: Standing): string {
	return plan === null ? (entry.fileName?.value ?? '') : escapeBraces(plan.fileName);
}

/** The period as it can be typed, or the end where the profile has dates. */
export function validityOf({entry, plan}: Standing): string {
	const written = entry.validity?.value;
	if (typeof written === 'string') return written;
	if (written !== undefined) return plan === null ? 'dates of the profile' : `to ${day(plan.notAfter)}`;
	const {count, unit} = defaultPeriod(entry.kind?.value ?? 'ssl');
	return `${count} ${unit}`;
}

/** The period and the day on which it ends. */
export function validityText(standing: Standing): string {
	const text = validityOf(standing);
	const {plan} = standing;
	return plan === null || text.startsWith('to ') ? text : `${text}, to ${day(plan.notAfter)}`;
}

function day(date: Date): string {
	return date.toISOString().slice(0, 10);
}
