// Several files that belong together, as one: a certificate here, its key there, the chain in a third one.
import {arrange} from './arrange.js';
import type {Container, Content} from './container.js';

/** Everything that the containers hold, in order, and what belongs to what among all of it. */
export function mergeContainers(containers: readonly Container[]): Container {
	const content: Content = {
		format: containers.length === 1 ? (containers[0]?.format ?? 'pem') : 'pem',
		wrapping: containers[0]?.wrapping ?? 'der',
		certificates: containers.flatMap(({certificates}) =>
			certificates.map(({certificate, friendlyName}) => ({der: certificate.der, friendlyName})),
		),
		keys: containers.flatMap(({keys}) => keys),
		requests: [],
		publicKeys: containers.flatMap(({publicKeys}) => publicKeys),
		encryption: containers.flatMap(({encryption}) => encryption),
		mac: containers.find(({mac}) => mac !== null)?.mac ?? null,
		locked: containers.some(({locked}) => locked),
		skipped: containers.flatMap(({skipped}) => skipped),
		problems: [],
	};
	// What is a request belongs to nothing else, and is read already.
	return {...arrange(content), requests: containers.flatMap(({requests}) => requests)};
}
