// Whether a client accepts every name and address of the certificate, and only those.
import {isIP} from 'node:net';
import {checkServerIdentity, type PeerCertificate} from 'node:tls';
import {nextTurn} from '../pfx/work.js';
import type {GeneralName} from '../plan/plan.js';
import {compared, type ProofLine, passed} from './proof-line.js';

/** What a client would have in its address bar for this entry; null for what Node cannot judge. */
function addressFor({type, value}: GeneralName): string | null {
	if (type === 'ip') return value;
	// An address that is kept as dNSName serves old Windows only (RFC 9525, section 6.4: a client looks for iPAddress).
	if (type !== 'dns' || isIP(value) !== 0) return null;
	if (!value.startsWith('*.')) return value;
	// Node takes no wildcard directly below a top-level domain, like `*.local`.
	return value.split('.').length > 2 ? value.replace('*', 'any') : null;
}

/** What a client asks for in SNI: the first name, or nothing where there are only addresses (RFC 6066, section 3). */
export function serverNameFor(names: readonly GeneralName[]): string {
	const first = names.find(each => each.type === 'dns' && addressFor(each) !== null);
	return first === undefined ? '' : (addressFor(first) ?? '');
}

/**
 * A name near to the certificate's own that none of its entries covers: two labels more, so that a wildcard
 * reaches it only if it was taken for more than one label (RFC 9525, section 6.3).
 */
export function uncoveredName(names: readonly GeneralName[]): string {
	const values = new Set(names.map(each => each.value));
	const first = names.find(({type, value}) => type === 'dns' && isIP(value) === 0);
	const base = first?.value.replace(/^\*\./, '') ?? 'invalid';
	let number = 1;
	while (values.has(`not-covered.n${number}.${base}`) || values.has(`*.n${number}.${base}`)) number++;
	return `not-covered.n${number}.${base}`;
}

/** The entries that a client with this certificate in its hands refuses. */
async function refusedAmong(names: readonly GeneralName[], peer: PeerCertificate): Promise<string[]> {
	const refused: string[] = [];
	for (const [index, name] of names.entries()) {
		const address = addressFor(name);
		if (address !== null && checkServerIdentity(address, peer) !== undefined) refused.push(name.value);
		// Each comparison goes through the whole list: others get their turn while a thousand names are compared.
		if (index % 100 === 99) await nextTurn();
	}
	return refused;
}

/** Two lines: every entry is accepted; a name that is not covered is refused. `peer` is what a client received. */
export async function proveIdentities(
	names: readonly GeneralName[],
	peer: PeerCertificate,
): Promise<ProofLine[]> {
	const accepted = 'every name and address is accepted';
	const refused = await refusedAmong(names, peer);
	const unjudged = names.filter(each => addressFor(each) === null).map(each => each.value);
	const stranger = uncoveredName(names);
	return [
		refused.length > 0
			? compared(accepted, `refused: ${refused.join(', ')}`)
			: passed(
					accepted,
					unjudged.length === 0
						? null
						: `a handshake cannot judge ${unjudged.join(', ')}: compared with the extension instead`,
				),
		compared(
			'a name that is not in it is refused',
			checkServerIdentity(stranger, peer) === undefined ? `${stranger} was accepted` : null,
		),
	];
}
