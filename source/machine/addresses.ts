// Which IP addresses other computers can use, and their order.
import type {NetworkInterfaceInfo} from 'node:os';
import type {ServerAddress} from '../plan/plan.js';

/** The bytes of a valid IPv4 or IPv6 address without zone: 4 or 16. */
export function addressBytes(address: string): readonly number[] {
	const [head = '', tail] = address.split('::');
	if (!address.includes(':')) return address.split('.').map(Number);
	const left = groupBytes(head);
	const right = tail === undefined ? [] : groupBytes(tail);
	return [...left, ...Array.from({length: 16 - left.length - right.length}, () => 0), ...right];
}

/** `2001:db8`, `ffff:192.0.2.1` → bytes. */
function groupBytes(groups: string): readonly number[] {
	if (groups === '') return [];
	return groups.split(':').flatMap(group => {
		if (group.includes('.')) return group.split('.').map(Number);
		const value = Number.parseInt(group, 16);
		return [value >> 8, value & 0xff];
	});
}

/** IPv4 before IPv6, each by number. */
export function compareAddresses(a: string, b: string): number {
	const [left, right] = [addressBytes(a), addressBytes(b)];
	if (left.length !== right.length) return left.length - right.length;
	const different = left.findIndex((byte, index) => byte !== right[index]);
	return different < 0 ? 0 : (left[different] ?? 0) - (right[different] ?? 0);
}

/**
 * Whether another computer can reach an address: not when it is unspecified, loopback, or link-local
 * (169.254.0.0/16, RFC 3927; fe80::/10, RFC 4291), nor one of these as IPv4-mapped IPv6.
 */
export function isReachable(address: string): boolean {
	const bytes = addressBytes(address);
	if (bytes.length === 4) return isReachableIpv4(bytes);
	const mapped = bytes.slice(0, 10).every(byte => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;
	if (mapped) return isReachableIpv4(bytes.slice(12));
	if (bytes.slice(0, 15).every(byte => byte === 0)) return (bytes[15] ?? 0) > 1;
	return !(bytes[0] === 0xfe && ((bytes[1] ?? 0) & 0xc0) === 0x80);
}

function isReachableIpv4([first, second]: readonly number[]): boolean {
	return first !== 0 && first !== 127 && !(first === 169 && second === 254);
}

/** The addresses of the adapters that other computers can reach, sorted, each once. */
export function reachableAddresses(
	interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>,
): readonly ServerAddress[] {
	const found = new Map<string, ServerAddress>();
	for (const [adapter, entries = []] of Object.entries(interfaces)) {
		for (const {address, internal} of entries) {
			// A zone (`fe80::1%eth0`) has a meaning on this computer only.
			if (internal || address.includes('%') || !isReachable(address) || found.has(address)) continue;
			found.set(address, {address, adapter});
		}
	}
	return [...found.values()].sort((a, b) => compareAddresses(a.address, b.address));
}
