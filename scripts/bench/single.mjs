// One certificate: a whole run of the program against the two calls of openssl.
import {timedRun} from './child.mjs';
import {timedOpenssl} from './openssl.mjs';
import {writeProfile} from './profile.mjs';

export async function singleRows(folder) {
	const rows = [
		{key: 'rsa-2048', encryption: 'compatible', goal: 'at most 0.8'},
		{key: 'rsa-2048', encryption: 'modern', goal: 'shown'},
		{key: 'ecdsa-p256', encryption: 'compatible', goal: 'shown'},
		{key: 'ecdsa-p256', encryption: 'modern', goal: 'shown'},
	];
	return Promise.all(
		rows.map(async ({goal, ...settings}) => {
			const profile = await writeProfile(folder, {count: 1, ...settings});
			return {
				name: `one certificate, ${settings.key}, ${settings.encryption}`,
				unit: 'ms',
				goal,
				// The time to find two primes varies by a factor of five.
				rounds: settings.key === 'rsa-2048' ? 41 : 11,
				ours: {run: () => timedRun(profile, folder)},
				theirs: {name: 'openssl pair', run: () => timedOpenssl(folder, settings)},
			};
		}),
	);
}
