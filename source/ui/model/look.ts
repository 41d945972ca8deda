// What was looked at, a file or a server: its description, and the certificate that questions are about.
import type {Certificate} from '../../certificate/certificate.js';
import type {PfxFacts} from '../../certificate/entry.js';
import type {CheckAnswer} from '../../describe/check-definition.js';
import type {InspectedPart} from '../../look/inspected-parts.js';
import type {Problem} from '../../problem/problem.js';
import type {TextBuffer} from '../parts/text-buffer.js';
import type {Secret} from './secret.js';

/** Holds no key and no password: those stay with the effect that needs them. */
export type Look = {
	/** As people call it: a file's name, or a server with its port. */
	readonly name: string;
	/** Of a server: what a client meets, step by step; empty for a file. */
	readonly answers: readonly CheckAnswer[];
	readonly parts: readonly InspectedPart[];
	/** Null when there is none, or none can be seen. */
	readonly certificate: Certificate | null;
	/** What stands around it in a PFX; null for all else. */
	readonly pfx: PfxFacts | null;
	/** Where a certificate like this one would go. */
	readonly folder: string;
	readonly now: Date;
};

export type LookState = {
	readonly screen: 'look';
	readonly look: Look;
	readonly top: number;
};

/** Asks for a file or a server, to look at it or to compare it with what is looked at. */
export type LookAtSheet = {
	readonly sheet: 'look-at';
	readonly purpose: LookPurpose;
	readonly buffer: TextBuffer;
	/** Asked for after a file turned out to be locked; null before. */
	readonly password: Secret | null;
	/** The number of the question that is not answered yet; null when nothing is asked. */
	readonly asked: number | null;
	readonly problems: readonly Problem[];
};

export type LookPurpose = 'open' | 'compare';

/** What differs between what is looked at and another one. */
export type ComparisonSheet = {
	readonly sheet: 'comparison';
	readonly other: Look;
	readonly top: number;
};
