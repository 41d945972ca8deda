// Golden pairs: what is wrong with a profile, exactly as people read it. UPDATE_GOLDENS=1 writes them anew.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {problemCodes} from '../../source/problem/codes.js';
import {formatProblem} from '../../source/problem/format.js';
import {maxProfileBytes, type ProfileDisk, type ProfileFolders} from '../../source/profile/disk.js';
import {loadProfile} from '../../source/profile/load.js';
import {folderDisk} from './disks.js';

const folder = fileURLToPath(new URL('../../../test/fixtures/profiles/invalid/', import.meta.url));
const folders: ProfileFolders = {current: 'none', user: null, shipped: '../../../../profiles'};

/** Files that are too large for a repository are made here. */
const made: ReadonlyMap<string, Uint8Array> = new Map([
	['file-too-large.yaml', new TextEncoder().encode('#'.repeat(maxProfileBytes + 1))],
	['file-too-large-lines.yaml', new TextEncoder().encode('kind: ssl\n'.repeat(maxProfileBytes / 10))],
]);
const real = folderDisk(folder);
const disk: ProfileDisk = {
	...real,
	read: async (file, mostBytes) => made.get(file) ?? real.read(file, mostBytes),
};

const isYaml = (file: string) => file.endsWith('.yaml');
const files = [...readdirSync(folder).filter(isYaml), ...made.keys()].sort();

for (const file of files) {
	test(`${file} is answered with exactly the problems of its golden file`, async t => {
		const {problems} = await loadProfile(file, folders, disk);
		const answer = problems.map(each => `${formatProblem(each)}\n`).join('');
		const golden = path.join(folder, file.replace(/yaml$/, 'txt'));
		if (process.env.UPDATE_GOLDENS === '1') writeFileSync(golden, answer);
		t.is(answer, readFileSync(golden, 'utf8'));
		t.false(answer.includes('canary'), 'a secret is never repeated');
		t.regex(answer, new RegExp(`\\[(?:${codesLike(file).join('|')})\\]`));
	});
}

function codesLike(file: string): string[] {
	return Object.keys(problemCodes).filter(code => file === `${code}.yaml` || file.startsWith(`${code}-`));
}

test('every problem code of the profile stage has a golden pair', t => {
	const codes = Object.entries(problemCodes).flatMap(([code, stage]) => (stage === 'profile' ? code : []));
	t.deepEqual(
		codes.filter(code => !files.includes(`${code}.yaml`)),
		[],
	);
});
