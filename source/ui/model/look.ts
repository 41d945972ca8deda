// What was looked at, a file or a server: its description, and the certificates that questions can be about.
import type {Certificate} from '../../certificate/certificate.js';
import type {PfxFacts} from '../../certificate/entry.js';
import type {TokenKeys} from '../../connect/token-keys.js';
import type {CheckAnswer} from '../../describe/check-definition.js';
import type {InspectedPart} from '../../look/inspected-parts.js';
import type {Target} from '../../look/target.js';
import type {Problem} from '../../problem/problem.js';
import type {TextBuffer} from '../parts/text-buffer.js';
import type {Secret} from './secret.js';

/** Holds no key and no password: those stay with the effect that needs them. */
export type Look = {
	/** The number of its question, so that a late answer finds it. */
	readonly id: number;
	readonly target: Target;
	/** As people call it: a file's name, or a server with its port. */
	readonly name: string;
	/** Of a server: what a client meets, step by step; empty for a file. */
	readonly answers: readonly CheckAnswer[];
	readonly parts: readonly InspectedPart[];
	/** Of a file all certificates, the one with a key first; of a server its own. Empty when none can be seen. */
	readonly choices: readonly Choice[];
	/** The one that questions are about. */
	readonly chosen: number;
	/** Of a server: the address that answered, and what it publishes for its tokens. */
	readonly address: string | null;
	/** Null: nobody asked. */
	readonly keys: TokenKeys | 'asked' | null;
	/** Where a certificate like this one would go. */
	readonly folder: string;
	readonly now: Date;
};

/** A certificate that can be asked about. */
export type Choice = {
	/** What people call it. */
	readonly name: string;
	readonly certificate: Certificate;
	readonly hasKey: boolean;
	/** It has signed another one that is there: a part of that one's chain. */
	readonly isIssuer: boolean;
	/** What stands around it in a PFX; null for all else. */
	readonly pfx: PfxFacts | null;
};

export type LookState = {
	readonly screen: 'look';
	readonly look: Look;
	/** What it is compared with, in the order in which it was named. */
	readonly others: readonly Look[];
	readonly top: number;
};

/** What differs between what is looked at and the others; the screen of the look lies below. */
export type ComparisonState = {
	readonly screen: 'comparison';
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

/** Asks which certificate of a file is to be compared. */
export type WhichSheet = {
	readonly sheet: 'which-certificate';
	readonly look: Look;
};

/** The certificate that questions are about; null when none can be seen. */
export function chosenOf({choices, chosen}: Look): Choice | null {
	return choices[chosen] ?? null;
}

/** The next certificate, or with -1 the one before; after the last one comes the first. */
export function chooseNext(look: Look, step: 1 | -1): Look {
	const count = look.choices.length;
	return count === 0 ? look : {...look, chosen: (look.chosen + step + count) % count};
}

/** True when it is not clear which certificate of a file is meant: several, and none of the chain of another. */
export function isAmbiguous({choices}: Look): boolean {
	return choices.filter(({isIssuer}) => !isIssuer).length > 1;
}
