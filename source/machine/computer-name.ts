// The name of this computer, as its own settings have it; DNS is never asked for it.
import type {RunProgram} from './run-program.js';

/** What the computer's name is read from; a test gives what another system said. */
export type NameSources = {
	readonly platform: NodeJS.Platform;
	/** As `os.hostname()` gives it. */
	readonly hostname: string;
	/** The Windows folder. */
	readonly windows: string;
	readonly run: RunProgram;
};

/** The computer's name, with its DNS suffix where it has one: `srv01.company.com`, `srv01`; empty when it has none. */
export async function computerName(sources: NameSources): Promise<string> {
	switch (sources.platform) {
		case 'win32':
			return windowsName(sources);
		case 'darwin':
			return macName(sources);
		default:
			return unixName(sources);
	}
}

const policyKey = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\System\\DNSClient';
const tcpipKey = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters';

/**
 * Hostname and primary DNS suffix, a group policy's before the computer's own. The values with `NV` in their name
 * are not read, they are in force only after a restart; nor is USERDNSDOMAIN, which is the domain of the user.
 */
async function windowsName({hostname, windows, run}: NameSources): Promise<string> {
	const program = `${windows}\\System32\\reg.exe`;
	const [policy, own] = await Promise.all([
		run(program, ['query', policyKey, '/v', 'PrimaryDnsSuffix']),
		run(program, ['query', tcpipKey, '/v', 'Domain']),
	]);
	const suffix = parseRegistryText(policy, 'PrimaryDnsSuffix') ?? parseRegistryText(own, 'Domain');
	return withSuffix(hostname, suffix);
}

/**
 * HostName when somebody set it, else the Bonjour name without its `.local`. Not what the system calls itself: without
 * a HostName that can come from DHCP or from a reverse look-up.
 */
async function macName({run}: NameSources): Promise<string> {
	const set = (await run('/usr/sbin/scutil', ['--get', 'HostName']))?.trim();
	if (set) return set;
	return (await run('/usr/sbin/scutil', ['--get', 'LocalHostName']))?.trim() ?? '';
}

/**
 * The hostname itself when it has a suffix, else what /etc/hosts calls this computer. The resolver's search list is
 * not used: it completes what people type, and in a container or a guest network it is somebody else's.
 */
async function unixName({hostname, run}: NameSources): Promise<string> {
	if (hostname.includes('.') || hostname === '') return hostname;
	const entries = await run('getent', ['-s', 'hosts:files', 'hosts', hostname]);
	return parseHostsEntry(entries, hostname) ?? hostname;
}

/** The text of a value in what `reg.exe query KEY /v VALUE` prints; null when it is missing or empty. */
export function parseRegistryText(output: string | null, value: string): string | null {
	for (const line of output?.split(/\r?\n/) ?? []) {
		const [, name, text] = /^ {4}(.+?) {4}REG_(?:EXPAND_)?SZ {4}(.*)$/.exec(line) ?? [];
		if (name?.toLowerCase() === value.toLowerCase() && text?.trim()) return text.trim();
	}
	return null;
}

/** The name that begins with `hostname` and a dot in what `getent hosts` prints: address, canonical name, aliases. */
export function parseHostsEntry(output: string | null, hostname: string): string | null {
	const names = output?.split('\n').flatMap(line => line.trim().split(/\s+/).slice(1)) ?? [];
	return names.find(name => name.toLowerCase().startsWith(`${hostname.toLowerCase()}.`)) ?? null;
}

function withSuffix(hostname: string, suffix: string | null): string {
	return suffix === null || hostname.includes('.') ? hostname : `${hostname}.${suffix}`;
}
