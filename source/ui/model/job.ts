// What is prepared: the certificates with everything that can be changed, their folder and their password; pure.
import type {Certificate} from '../../certificate/certificate.js';
import type {Made} from '../../generate.js';
import type {CertificatePlan, Server} from '../../plan/plan.js';
import type {Problem} from '../../problem/problem.js';
import type {KeyType, Output, PfxEncryption, Profile, ProfileEntry} from '../../profile/profile.js';
import {type TextBuffer, textBuffer} from '../parts/text-buffer.js';
import type {Addresses, AddressRow} from './addresses.js';
import {Secret} from './secret.js';

export const textFields = ['friendlyName', 'subject', 'validity', 'fileName'] as const;
export type TextField = (typeof textFields)[number];

/** Which server the certificate is for, and what is known about it. */
export type ServerChoice = {
	readonly buffer: TextBuffer;
	/** The name that `server` or `problems` belong to. */
	readonly asked: string;
	readonly status: 'none' | 'looking' | 'known' | 'unknown';
	readonly isThisComputer: boolean;
	readonly server: Server | null;
	readonly problems: readonly Problem[];
};

/** A key and a serial number that are made while the names are still edited: those that will be written. */
export type MadeAhead = {
	readonly type: KeyType;
	readonly made: Made;
	/** Of the key, upper-case hex. */
	readonly subjectKeyIdentifier: string;
	/** Upper-case hex. */
	readonly serialNumber: string;
};

/** What the present values amount to; made anew after every change. */
export type Outlook = {
	/** Null when there is an error. */
	readonly plan: CertificatePlan | null;
	/** The plan, or what it would be without the addresses that are wrong; null when more is wrong. */
	readonly preview: CertificatePlan | null;
	readonly problems: readonly Problem[];
	readonly rows: readonly AddressRow[];
};

/** One certificate while it is prepared. */
export type Draft = {
	/** Never used twice while the program runs, so that a late answer finds its question. */
	readonly id: number;
	/** As it was opened; what no field shows stays as it was. */
	readonly entry: ProfileEntry;
	readonly server: ServerChoice;
	readonly needsServer: boolean;
	/** The entry of the profile that it stands for, or, when it is new, was made after. */
	readonly source: number;
	/** Added to the list of a batch, and not saved. */
	readonly isNew: boolean;
	/** Added or renamed in the list: it is said when no address of it is known. */
	readonly wantsIp: boolean;
	/** DNS is asked for the addresses that stand in its list, which no `{addresses}` brings there. */
	readonly isAskingDns: boolean;
	/** What was written of it, as `writtenAs` says it; null: nothing. */
	readonly written: string | null;
	readonly addresses: Addresses;
	readonly texts: Readonly<Record<TextField, TextBuffer>>;
	readonly key: KeyType;
	readonly encryption: PfxEncryption;
	readonly outputs: readonly Output[];
	readonly outlook: Outlook;
	/** Null while a key of the wanted type is made. */
	readonly madeAhead: MadeAhead | null;
	/** What would be lost by leaving: `contentOf` when it was opened. */
	readonly opened: string;
	/** Counts changes, so that a delayed judgement knows whether it is still wanted. */
	readonly changes: number;
};

export type PasswordChoice = {
	/** Empty: a strong one is generated. */
	readonly typed: Secret;
	readonly again: Secret;
	readonly isShown: boolean;
	readonly problems: readonly Problem[];
};

/** The certificate that a new one is made after. */
export type Again = {
	/** Of its file or server. */
	readonly name: string;
	readonly certificate: Certificate;
	/** What cannot be as in the old one. */
	readonly problems: readonly Problem[];
};

/** The list of a batch before a change; the draft of the id `changed` was changed by it, the others were not. */
export type PastList = {
	readonly drafts: readonly Draft[];
	readonly changed: number | null;
};

export type Job = {
	/** What undo takes back in the list of a batch; the last one newest. */
	readonly past: readonly PastList[];
	readonly profile: Profile;
	readonly drafts: readonly Draft[];
	/** How many there were when it was opened or saved. */
	readonly openedCount: number;
	readonly folder: TextBuffer;
	readonly password: PasswordChoice;
	/** What was half typed in the list of servers when somebody went back from it. */
	readonly typed: TextBuffer;
	/** Null for a job that starts from a profile. */
	readonly again: Again | null;
};

export const noServer: ServerChoice = {
	buffer: textBuffer(''),
	asked: '',
	status: 'none',
	isThisComputer: false,
	server: null,
	problems: [],
};

export const noPassword: PasswordChoice = {
	typed: new Secret(),
	again: new Secret(),
	isShown: false,
	problems: [],
};
