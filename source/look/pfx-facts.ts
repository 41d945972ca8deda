// What of a file a new certificate like the one in it should have as well.
import type {PfxFacts} from '../certificate/entry.js';
import type {Container} from '../container/container.js';

/** Its encryption, and the friendly name of a certificate: of the one in question, which is the first. */
export function pfxFacts({certificates, encryption}: Container, index = 0): PfxFacts {
	const isModern = encryption.length > 0 && encryption.every(({algorithm}) => algorithm.startsWith('PBES2'));
	return {
		friendlyName: certificates[index]?.friendlyName ?? null,
		encryption: isModern ? 'modern' : 'compatible',
	};
}
