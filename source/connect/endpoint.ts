// Where a server listens.
import {isIP} from 'node:net';

export type Endpoint = {
	/** A name as A-labels without a trailing dot, or an IP address without brackets. */
	readonly host: string;
	readonly port: number;
};

/** `js1.company.com:5000`, `[2001:db8::1]:5000`. */
export function formatEndpoint({host, port}: Endpoint): string {
	return `${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
}

/** What goes into server_name: nothing for an address (RFC 6066, section 3). */
export function serverName({host}: Endpoint): string {
	return isIP(host) === 0 ? host : '';
}
