// The profiles that the benchmark runs: SSL certificates with ten names each.
import {writeFile} from 'node:fs/promises';
import path from 'node:path';

/** The ten names of a server: seven DNS names and three addresses. */
export const names = [
	...Array.from({length: 7}, (_, index) => `srv0${index + 1}.company.com`),
	'192.0.2.10',
	'192.0.2.11',
	'2001:db8::10',
];

/** Writes a profile for `count` certificates into `folder`; returns its path. */
export async function writeProfile(folder, {count, key, encryption}) {
	const entries = Array.from({length: count}, (_, index) => `  - friendlyName: Bench ${index + 1}`);
	const text = [
		'kind: ssl',
		'subject: CN=srv01.company.com, O=Company, C=CZ',
		`subjectAlternativeNames: [${names.map(each => `"${each}"`).join(', ')}]`,
		`key: ${key}`,
		'validity: 730 days',
		'pfx:',
		`  encryption: ${encryption}`,
		...(count === 1 ? ['friendlyName: Bench'] : ['certificates:', ...entries]),
	];
	const file = path.join(folder, `${count}-${key}-${encryption}.yaml`);
	await writeFile(file, `${text.join('\n')}\n`);
	return file;
}
