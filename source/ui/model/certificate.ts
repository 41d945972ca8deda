// The certificate screen: one column of stops, of which the list of addresses is one.
import {isEcdsa} from '../../plan/defaults.js';
import type {KeyType, Output} from '../../profile/profile.js';
import {keyTypes, pfxEncryptions} from '../../profile/profile.js';
import type {Draft, Job} from './job.js';

const stops = [
	'server',
	'this-computer',
	'addresses',
	'friendlyName',
	'subject',
	'validity',
	'key',
	'encryption',
	'outputs',
	'folder',
	'fileName',
	'password',
	'again',
] as const;
export type Stop = (typeof stops)[number];

export type CertificateState = {
	readonly screen: 'certificate';
	/** Which draft of the job. */
	readonly index: number;
	readonly stop: Stop;
	/** First row of the details that is seen. */
	readonly detailsTop: number;
};

/** In fewer columns the details have a page of their own. */
export const detailsFrom = 96;

/** Opens a draft where the work begins: at the server when it is asked for and not known yet. */
export function certificateState(index: number, draft: Draft): CertificateState {
	const asksServer = draft.needsServer && draft.server.status === 'none';
	const begin = draft.entry.kind?.value === 'signing' ? 'friendlyName' : 'addresses';
	return {screen: 'certificate', index, stop: asksServer ? 'server' : begin, detailsTop: 0};
}

/** False for a signing certificate, whose addresses nobody looks at; those that its profile names are shown. */
export function takesAddresses({entry}: Draft): boolean {
	return entry.kind?.value !== 'signing' || (entry.subjectAlternativeNames?.value.length ?? 0) > 0;
}

/** The stops that there are now; a batch shares its folder and password, and asks for them in its list. */
export function stopsOf(job: Job, draft: Draft): readonly Stop[] {
	const isBatch = job.drafts.length > 1;
	return stops.filter(stop => {
		if (stop === 'addresses') return takesAddresses(draft);
		if (stop === 'server' || stop === 'this-computer') return draft.needsServer;
		if (stop === 'encryption') return draft.outputs.includes('pfx');
		if (stop === 'folder') return !isBatch;
		if (stop === 'password') return !isBatch && draft.outputs.includes('pfx');
		if (stop === 'again') return !isBatch && draft.outputs.includes('pfx') && !job.password.typed.isEmpty;
		return true;
	});
}

/** Rows of the list, its head and the line for new entries among them, where the form has `height` rows. */
export function listHeight(job: Job, draft: Draft, height: number): number {
	if (!takesAddresses(draft)) return 0;
	// This computer is a choice beside the server.
	const fields = stopsOf(job, draft).filter(each => each !== 'addresses' && each !== 'this-computer').length;
	const wanted = draft.outlook.rows.length + 2;
	return Math.max(Math.min(wanted, 5), Math.min(wanted, height - fields));
}

/** The stop `step` further, or the same at the ends; `isVertical` passes by what stands beside another one. */
export function neighbour(all: readonly Stop[], stop: Stop, step: 1 | -1, isVertical: boolean): Stop {
	const reachable = isVertical ? all.filter(each => each !== 'this-computer' || each === stop) : all;
	return reachable[reachable.indexOf(stop) + step] ?? stop;
}

/** The key types that this kind allows: tokens are signed with RS256. */
export function allowedKeys(draft: Draft): readonly KeyType[] {
	return draft.entry.kind?.value === 'signing' ? keyTypes.filter(each => !isEcdsa(each)) : keyTypes;
}

/** The combinations that make sense (a key that is in no PFX is lost), and the draft's own. */
export function outputChoices(draft: Draft): readonly (readonly Output[])[] {
	const useful: (readonly Output[])[] = [['pfx'], ['pfx', 'cer'], ['pfx', 'cer', 'pem']];
	return useful.some(each => sameOutputs(each, draft.outputs)) ? useful : [...useful, draft.outputs];
}

/** True for the same files, in whatever order. */
export function sameOutputs(a: readonly Output[], b: readonly Output[]): boolean {
	return a.length === b.length && a.every(each => b.includes(each));
}

/** Moves the choice of a stop by one, staying within the choices. */
export function moveChoice(draft: Draft, stop: Stop, step: 1 | -1): Draft {
	if (stop === 'key') return {...draft, key: shifted(allowedKeys(draft), draft.key, step)};
	if (stop === 'encryption') return {...draft, encryption: shifted(pfxEncryptions, draft.encryption, step)};
	if (stop !== 'outputs') return draft;
	const choices = outputChoices(draft);
	const index = choices.findIndex(each => sameOutputs(each, draft.outputs));
	return {...draft, outputs: choices[index + step] ?? draft.outputs};
}

function shifted<T>(all: readonly T[], current: T, step: number): T {
	return all[all.indexOf(current) + step] ?? current;
}
