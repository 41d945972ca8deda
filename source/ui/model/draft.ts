// A profile entry → a draft that can be edited, and back to an entry.
import {defaultEncryption, defaultKey, defaultOutputs} from '../../plan/defaults.js';
import {makePlan} from '../../plan/make.js';
import {overrideEntry} from '../../plan/override.js';
import {needsServer} from '../../plan/placeholder.js';
import type {CertificatePlan} from '../../plan/plan.js';
import type {Problem} from '../../problem/problem.js';
import type {Profile, ProfileEntry} from '../../profile/profile.js';
import {offeredText, textBuffer} from '../parts/text-buffer.js';
import {addressRows, makeAddresses} from './addresses.js';
import {type Draft, type Job, noPassword, noServer, type TextField, textFields} from './job.js';
import {isAbout} from './problems-at.js';
import {addressReader} from './reading.js';
import {inScreenWords} from './screen-words.js';
import {subjectText, validityText, writtenValidity} from './written-text.js';

/**
 * Opens a profile as a job; `firstId` and the numbers after it name the drafts. An entry that asks for its server
 * becomes one draft for each of `servers`.
 */
export function makeJob(
	profile: Profile,
	servers: readonly string[],
	folder: string,
	firstId: number,
	now: Date,
): Job {
	const wanted = profile.entries.flatMap((entry, source) =>
		needsServer(entry) && servers.length > 0
			? servers.map(server => ({entry, source, server}))
			: [{entry, source, server: ''}],
	);
	return {
		profile,
		drafts: wanted.map(({entry, source, server}, index) =>
			makeDraft({id: firstId + index, source, isNew: false}, entry, server, now),
		),
		openedCount: wanted.length,
		// Nobody typed it: what is typed takes its place.
		folder: offeredText(folder),
		password: noPassword,
		typed: textBuffer(''),
		past: [],
		again: null,
	};
}

function makeDraft(
	origin: Pick<Draft, 'id' | 'source' | 'isNew'>,
	entry: ProfileEntry,
	server: string,
	now: Date,
): Draft {
	const {key, encryption, outputs, ...texts} = openedValues(entry);
	const draft: Draft = {
		...origin,
		entry,
		wantsIp: false,
		isAskingDns: false,
		written: null,
		server: {...noServer, buffer: textBuffer(server)},
		needsServer: needsServer(entry),
		addresses: makeAddresses(entry.subjectAlternativeNames?.value ?? []),
		texts: {
			friendlyName: textBuffer(texts.friendlyName),
			subject: textBuffer(texts.subject),
			validity: textBuffer(texts.validity),
			fileName: entry.fileName === undefined ? offeredText(texts.fileName) : textBuffer(texts.fileName),
		},
		key,
		encryption,
		outputs,
		outlook: {plan: null, preview: null, problems: [], rows: []},
		madeAhead: null,
		opened: '',
		changes: 0,
	};
	const judged = judge(draft, now);
	return {...judged, opened: contentOf(judged)};
}

/** The draft with everything that follows from its values decided anew. */
export function judge(draft: Draft, now: Date): Draft {
	const {server} = draft.server;
	const entry = draftEntry(draft);
	const made = makePlan(entry, {server, now});
	const {plan} = made;
	const problems = made.problems.map(inScreenWords);
	const preview = plan ?? planWithout(draft, problems, now);
	const rows = addressRows(draft.addresses.items, addressReader(server, preview));
	const {selected} = draft.addresses;
	const addresses = {...draft.addresses, selected: Math.min(selected, rows.length)};
	return {
		...draft,
		// What was typed may ask for a server where the profile did not.
		needsServer: needsServer(draft.entry) || needsServer(entry),
		addresses,
		outlook: {plan, preview, problems, rows},
	};
}

/**
 * What comes out without what is wrong, so that the preview stays while it is mended: without those addresses, and with
 * a field that is wrong as it was opened.
 */
function planWithout(draft: Draft, problems: readonly Problem[], now: Date): CertificatePlan | null {
	const wrong = problems.flatMap(({severity, field}) =>
		severity === 'error' && field !== null ? [field] : [],
	);
	const items = draft.addresses.items.filter(
		(_, index) => !wrong.includes(`subjectAlternativeNames.${index}`),
	);
	const opened = openedValues(draft.entry);
	const isTyped = (field: TextField) => draft.texts[field].text.trim() !== opened[field];
	const fields = textFields.filter(each => isTyped(each) && wrong.some(field => isAbout(each, field)));
	if (items.length === draft.addresses.items.length && fields.length === 0) return null;
	const texts = {...draft.texts};
	for (const field of fields) texts[field] = textBuffer(opened[field]);
	const entry = draftEntry({...draft, texts, addresses: {...draft.addresses, items}});
	return makePlan(entry, {server: draft.server.server, now}).plan;
}

/** The profile entry that the draft stands for: as it was opened, with what was changed laid over it. */
export function draftEntry(draft: Draft): ProfileEntry {
	const {entry, addresses, texts, key, encryption, outputs} = draft;
	const opened = openedValues(entry);
	const text = (field: TextField) => {
		const typed = field === 'fileName' ? withoutEnding(texts[field].text) : texts[field].text.trim();
		return typed === opened[field] ? undefined : typed;
	};
	const edited = overrideEntry(entry, {
		friendlyName: text('friendlyName'),
		subject: text('subject'),
		fileName: text('fileName'),
		key: key === opened.key ? undefined : key,
		encryption: encryption === opened.encryption ? undefined : encryption,
		outputs: outputs.join() === opened.outputs.join() ? undefined : outputs,
	});
	const validity = text('validity');
	const names = addresses.items.map(({written, place}) => ({value: written, place}));
	return {
		...edited,
		...(validity === undefined ? {} : {validity: writtenDates(validity)}),
		...(names.length === 0 && entry.subjectAlternativeNames === undefined
			? {}
			: {subjectAlternativeNames: {value: names, place: null}}),
	};
}

/** The name of a file without the ending that its kind gives it anyway. */
export function withoutEnding(text: string): string {
	return text.trim().replace(/(?<=.)\.(pfx|p12|cer|crt|pem)$/i, '');
}

function writtenDates(text: string): NonNullable<ProfileEntry['validity']> {
	const value = writtenValidity(text);
	return typeof value === 'string' ? {value, place: null} : {value, place: null};
}

type OpenedValues = Readonly<Record<TextField, string>> & Pick<Draft, 'key' | 'encryption' | 'outputs'>;

/** What the fields show of an entry; what is not written shows its default. */
function openedValues(entry: ProfileEntry): OpenedValues {
	return {
		friendlyName: entry.friendlyName?.value ?? '',
		subject: subjectText(entry.subject?.value),
		validity: validityText(entry),
		fileName: entry.fileName?.value ?? '{friendlyName}',
		key: entry.key?.value ?? defaultKey,
		encryption: entry.pfx?.value.encryption?.value ?? defaultEncryption,
		outputs: entry.outputs?.value.map(each => each.value) ?? defaultOutputs,
	};
}

/** Everything that can be changed, as one text: two drafts with the same one are the same. */
export function contentOf({addresses, texts, key, encryption, outputs}: Draft): string {
	return JSON.stringify([
		addresses.items.map(each => each.written),
		textFields.map(field => texts[field].text.trim()),
		key,
		encryption,
		outputs,
	]);
}

/** True when something was changed since the draft was opened or saved. */
export function isChanged(draft: Draft): boolean {
	return contentOf(draft) !== draft.opened;
}
