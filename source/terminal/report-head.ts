// Which profiles and servers it was: a report says what was found, not only what was asked for.
import type {Prepared} from '../prepare.js';
import {visible} from '../problem/visible.js';

/** A line for each profile and server, and an empty one; nothing when there is neither. */
export function formatHead({certificates, servers}: Prepared): string {
	const profiles = new Set(certificates.flatMap(({request}) => request.profile ?? []));
	const lines = [...profiles].map(
		({name, file, origin}) => `Profile ${visible(name)} (${origin}): ${visible(file)}\n`,
	);
	for (const {fqdn, hostname, addresses, isThisComputer} of servers) {
		const which = isThisComputer ? 'This computer' : 'Server';
		lines.push(`${which}: ${visible(fqdn)}${hostname === fqdn ? '' : ` (${visible(hostname)})`}\n`);
		for (const {address, adapter} of addresses ?? [])
			lines.push(`  ${address}  ${adapter === null ? 'from DNS' : visible(adapter)}\n`);
	}
	return lines.length === 0 ? '' : `${lines.join('')}\n`;
}
