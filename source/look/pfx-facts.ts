// What of a file a new certificate like the one in it should have as well.
import type {PfxFacts} from '../certificate/entry.js';
import type {Container} from '../container/container.js';

/** Its encryption, and the friendly name of the first certificate, which is the one in question. */
export function pfxFacts({certificates, encryption}: Container): PfxFacts {
	const isModern = encryption.length > 0 && encryption.every(({algorithm}) => algorithm.startsWith('PBES2'));
	return {
		friendlyName: certificates[0]?.friendlyName ?? null,
		encryption: isModern ? 'modern' : 'compatible',
	};
}
