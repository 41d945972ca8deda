// The most memory that a large batch ever held, as the system counts it.
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {timedRun} from './child.mjs';
import {writeProfile} from './profile.mjs';

export async function memoryRows(folder) {
	const profile = await writeProfile(folder, {count: 1000, key: 'ecdsa-p256', encryption: 'compatible'});
	const file = path.join(folder, 'peak');
	// maxRSS is in KiB.
	const preload = `
		import {writeFileSync} from 'node:fs';
		process.on('exit', () => writeFileSync(${JSON.stringify(file)}, String(process.resourceUsage().maxRSS)));`;
	const flags = ['--import', `data:text/javascript,${encodeURIComponent(preload)}`];
	const run = async () => {
		await timedRun(profile, folder, flags);
		return Number(await readFile(file, 'utf8')) / 1024;
	};
	return [
		{
			name: 'peak memory, 1,000 certificates, ecdsa-p256',
			unit: 'MiB',
			goal: 'at most 150',
			rounds: 3,
			ours: {run},
			theirs: null,
		},
	];
}
