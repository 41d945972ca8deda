// Keys that are made while the names are still edited, one for each certificate that is open.
import {keyIdentifierOf} from '../../certificate/public-key.js';
import {serialNumberFrom} from '../../certificate/serial-number.js';
import type {KeyType} from '../../profile/profile.js';
import type {MadeAhead} from '../model/job.js';
import type {Services} from './services.js';

export type KeyMaker = {
	/** Makes the key of a draft once; one of another type is called off, and rejects with AbortError then. */
	readonly make: (draft: number, type: KeyType) => Promise<MadeAhead>;
	/** Forgets the key of a draft, or calls it off. */
	readonly drop: (draft: number) => void;
};

type UnderWay = {
	readonly type: KeyType;
	readonly abort: AbortController;
	readonly key: Promise<MadeAhead>;
};

/** Keys end with `signal` at the latest: a program that is left does not wait for them. */
export function keyMaker(services: Services, signal: AbortSignal): KeyMaker {
	const started = new Map<number, UnderWay>();
	return {
		make: (draft, type) => {
			const before = started.get(draft);
			if (before?.type === type) return before.key;
			before?.abort.abort();
			const abort = new AbortController();
			const key = makeAhead(services, type, AbortSignal.any([signal, abort.signal]));
			started.set(draft, {type, abort, key});
			// One that failed is tried again by whoever asks next.
			key.catch(() => {
				if (started.get(draft)?.key === key) started.delete(draft);
			});
			return key;
		},
		drop: draft => {
			started.get(draft)?.abort.abort();
			started.delete(draft);
		},
	};
}

async function makeAhead(
	{machine, generateAside}: Services,
	type: KeyType,
	signal: AbortSignal,
): Promise<MadeAhead> {
	const aside = await generateAside(type, signal);
	const keyPair = aside ?? (await machine.generateKeyPair(type, signal));
	const serialNumber = serialNumberFrom(machine.randomBytes);
	const spki = keyPair.publicKey.export({type: 'spki', format: 'der'});
	return {
		type,
		made: {keyPair, serialNumber},
		subjectKeyIdentifier: hex(keyIdentifierOf(spki)),
		serialNumber: hex(serialNumber),
	};
}

function hex(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString('hex').toUpperCase();
}
