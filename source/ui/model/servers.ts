// The servers that the certificates of a list are for: what each is called, one more of them, another name; pure.
import {commonNameOf} from '../../plan/distinguished-name.js';
import {textBuffer} from '../parts/text-buffer.js';
import type {AddressItem, Addresses} from './addresses.js';
import {isChanged, judge} from './draft.js';
import {type Draft, type Job, noServer} from './job.js';
import {isAddress, sameName, serverName, shortOf} from './server-rows.js';

/** The name of the server; null for a certificate that is for none, or for none that can be told. */
export function serverNameOf(draft: Draft): string | null {
	const {server, needsServer, outlook, addresses} = draft;
	if (needsServer) return server.server?.fqdn ?? (server.buffer.text.trim() || null);
	if (!isSsl(draft)) return null;
	const subject = outlook.preview?.subject ?? [];
	const names = [commonNameOf(subject) ?? '', ...addresses.items.map(each => each.written)];
	return names.map(serverName).find(each => each !== null) ?? null;
}

/** What the list calls a certificate: its server, or its friendly name. */
export function listName(draft: Draft): string {
	return serverNameOf(draft) ?? draft.outlook.preview?.friendlyName ?? draft.texts.friendlyName.text;
}

/** True for certificates of the shipped group that are as they shipped: nobody has servers of these names. */
export function isExample({profile}: Job, draft: Draft): boolean {
	return (
		profile.origin === 'shipped' && !draft.isNew && isSsl(draft) && !isChanged(draft) && isWritten(draft)
	);
}

/** True when all servers are the examples that shipped: nobody wants certificates for those. */
export function isAllExample(job: Job | null): boolean {
	const servers = job?.drafts.filter(isSsl) ?? [];
	return job !== null && servers.length > 0 && servers.every(each => isExample(job, each));
}

/** The certificate that a new one is made after: the chosen one, or the first that is for a server. */
export function templateOf({drafts}: Job, selected: number): Draft | null {
	const chosen = drafts[selected];
	const isTemplate = (each: Draft) => isSsl(each) && (each.needsServer || serverNameOf(each) !== null);
	if (chosen !== undefined && isTemplate(chosen)) return chosen;
	return drafts.findLast(isTemplate) ?? null;
}

/** A new certificate like `template`, for another server; names that all of `others` have are kept, too. */
export function draftFor(
	template: Draft,
	name: string,
	others: readonly Draft[],
	id: number,
	now: Date,
): Draft {
	const lists = others.filter(isSsl).map(each => new Set(each.addresses.items.map(item => item.written)));
	const isShared = (written: string) => lists.every(each => each.has(written));
	const fresh: Draft = {
		...template,
		id,
		isNew: true,
		wantsIp: true,
		isAskingDns: false,
		written: null,
		madeAhead: null,
		opened: '',
		addresses: {
			...template.addresses,
			draft: textBuffer(''),
			past: [],
			selected: 0,
			filter: null,
			editing: null,
		},
	};
	return renamed(fresh, name, now, isShared);
}

/** The certificate for a server of another name: every text that had the old one has the new one. */
export function renamed(
	draft: Draft,
	name: string,
	now: Date,
	keeps: (written: string) => boolean = () => true,
): Draft {
	if (draft.needsServer) return judge({...draft, server: {...noServer, buffer: textBuffer(name)}}, now);
	const old = serverNameOf(draft) ?? '';
	const inText = (text: string) => replaced(replaced(text, old, name), shortOf(old), shortOf(name));
	const {subject, friendlyName, fileName, validity} = draft.texts;
	return judge(
		{
			...draft,
			wantsIp: draft.wantsIp || wantsAddresses(draft),
			addresses: withNames(draft.addresses, old, name, keeps),
			texts: {
				subject: textBuffer(replaced(subject.text, old, name)),
				friendlyName: textBuffer(inText(friendlyName.text)),
				fileName: textBuffer(inText(fileName.text)),
				validity,
			},
		},
		now,
	);
}

/** True when addresses of the old server were among the names, so that those of the new one have to be found. */
export function wantsAddresses(before: Draft): boolean {
	return !before.needsServer && before.addresses.items.some(({written}) => isAddress(written));
}

/** True for a server that was added or renamed, and that DNS does not know: it has names, and no address. */
export function lacksIp(draft: Draft): boolean {
	return draft.wantsIp && isSsl(draft) && draft.outlook.rows.every(each => each.kind !== 'IP');
}

/** True while DNS is asked for the server's addresses. */
export function isLookedUp({server, isAskingDns}: Draft): boolean {
	return server.status === 'looking' || isAskingDns;
}

/** Names of the server become the new ones, its addresses go, everything else stays where `keeps` says so. */
function withNames(
	list: Addresses,
	old: string,
	name: string,
	keeps: (written: string) => boolean,
): Addresses {
	const seen = new Set<string>();
	const items = list.items.flatMap((item): AddressItem[] => {
		const {written} = item;
		const isOwn = sameName(written, old) || sameName(written, shortOf(old));
		if (isAddress(written) || (!isOwn && !keeps(written))) return [];
		const text = sameName(written, old) ? name : sameName(written, shortOf(old)) ? shortOf(name) : written;
		if (seen.has(text)) return [];
		seen.add(text);
		return [text === written ? item : {...item, written: text, place: null}];
	});
	return {...list, items, past: [...list.past, list.items], selected: 0};
}

function replaced(text: string, old: string, name: string): string {
	if (old === '') return text;
	const escaped = old.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	return text.replace(new RegExp(`(?<![\\w.-])${escaped}(?![\\w.-])`, 'gi'), () => name);
}

function isSsl({entry}: Draft): boolean {
	return entry.kind?.value !== 'signing';
}

/** The names of the server stand in it, written out. */
function isWritten(draft: Draft): boolean {
	return !draft.needsServer && serverNameOf(draft) !== null;
}
