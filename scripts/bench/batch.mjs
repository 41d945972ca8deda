// A hundred certificates: one run of the program against their keys alone, and against openssl two at a time.
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {timed, timedRun} from './child.mjs';
import {timedOpensslBatch} from './openssl.mjs';
import {writeProfile} from './profile.mjs';

const count = 100;
const keys = fileURLToPath(new URL('keys.mjs', import.meta.url));

export async function batchRows(folder) {
	const kinds = [
		{key: 'rsa-2048', encryption: 'compatible', goals: ['at most 1.4', 'at most 0.3'], rounds: 5},
		{key: 'rsa-2048', encryption: 'modern', goals: ['shown', 'shown'], rounds: 3},
		{key: 'ecdsa-p256', encryption: 'compatible', goals: ['shown', 'shown'], rounds: 5},
	];
	const rows = [];
	for (const {goals, rounds, ...settings} of kinds) {
		const profile = await writeProfile(folder, {count, ...settings});
		const common = {
			name: `${count} certificates, ${settings.key}, ${settings.encryption}`,
			unit: 'ms',
			rounds,
			ours: {run: () => timedRun(profile, folder)},
		};
		const alone = () => timed(process.execPath, [keys, String(count), settings.key]);
		const pair = () => timedOpensslBatch(folder, settings, count, 2);
		rows.push({...common, goal: goals[0], theirs: {name: 'their keys alone', run: alone}});
		rows.push({...common, goal: goals[1], theirs: {name: 'openssl pair, 2 at a time', run: pair}});
	}
	return rows;
}
