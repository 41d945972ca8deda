// What lies in the folder before anything is written into it.
import {copyFile, mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import test, {type ExecutionContext} from 'ava';
import {generatePassword} from '../../source/machine/generate-password.js';
import {thisMachine} from '../../source/machine/this-machine.js';
import {findTargets} from '../../source/ui/effects/targets.js';
import {writeOrders} from '../../source/ui/effects/write.js';
import {keyMaker} from '../../source/ui/effects/keys-ahead.js';
import {Secret} from '../../source/ui/model/secret.js';
import type {Session} from './session.js';
import {openProfile} from './session.js';
import {textBuffer} from '../../source/ui/parts/text-buffer.js';
import {writeFiles} from '../program.js';
import {servicesIn} from './services.js';

const profile = `kind: ssl
subject: js1.company.com
friendlyName: SafeQ
subjectAlternativeNames: [js1.company.com]
key: ecdsa-p256
outputs: [pfx, cer, pem]
`;

async function folderOf(t: ExecutionContext): Promise<string> {
	const cwd = await mkdtemp(path.join(os.tmpdir(), 'ui-targets-'));
	t.teardown(() => rm(cwd, {recursive: true}));
	return cwd;
}

function plansOf(session: Session) {
	return session.state().job?.drafts.flatMap(each => each.outlook.plan ?? []) ?? [];
}

async function look(cwd: string, folder: string, password: string | null = null) {
	const session = await openProfile(profile);
	return findTargets(servicesIn(cwd), {
		effect: 'find-targets',
		folder,
		plans: plansOf(session),
		passwordsFile: 'passwords.txt',
		password: password === null ? null : new Secret(textBuffer(password)),
	});
}

/** The two files of the profile, made as the program makes them. */
async function make(cwd: string, password: string): Promise<string> {
	const session = await openProfile(profile);
	const {job} = session.state();
	const [draft] = job?.drafts ?? [];
	const [plan] = plansOf(session);
	if (job === null || draft === undefined || plan === undefined) throw new Error('nothing is prepared');
	const services = servicesIn(cwd);
	const {signal} = new AbortController();
	const {outcomes} = await writeOrders(
		services,
		{
			effect: 'write',
			profile: job.profile,
			orders: [{draft: draft.id, entry: draft.entry, plan, server: null, made: null}],
			folder: cwd,
			overwrite: false,
			password: new Secret(textBuffer(password)),
			passwordsFile: null,
		},
		{dispatch: () => {}, signal, keys: keyMaker(services, signal)},
	);
	return outcomes[0]?.certificate?.thumbprint ?? '';
}

test('a folder that does not exist is told apart from one that is there', async t => {
	const cwd = await folderOf(t);
	t.true((await look(cwd, 'not/yet')).isNewFolder);
	t.false((await look(cwd, '.')).isNewFolder);
});

test('a folder that is a file is an error before anything is written', async t => {
	const cwd = await folderOf(t);
	await writeFiles(cwd, {file: 'x'});
	const {problems} = await look(cwd, 'file');
	t.is(problems[0]?.message, 'this is a file, not a folder');
	t.is(problems[0]?.severity, 'error');
});

test('a folder that belongs to the system is warned about', async t => {
	const cwd = await folderOf(t);
	const {problems} = await look(cwd, process.platform === 'win32' ? 'C:\\Windows\\System32' : '/usr/lib');
	t.true(problems.some(each => each.code === 'output-unwanted-folder' && each.severity === 'warning'));
});

test('the list of passwords gets a number where its name is taken', async t => {
	const cwd = await folderOf(t);
	await writeFiles(cwd, {'passwords.txt': 'x', 'passwords (2).txt': 'y'});
	const {targets, passwordsFile} = await look(cwd, '.');
	t.is(passwordsFile, 'passwords (3).txt');
	t.true(targets.some(each => each.isPasswords === true && each.fate === 'new'));
});

test('what would be lost is known by its own content, opened with the password at hand, or by size and date', async t => {
	const cwd = await folderOf(t);
	const password = generatePassword(thisMachine().randomBytes);
	const thumbprint = await make(cwd, password);
	const opened = (await look(cwd, '.', password)).targets.slice(0, 3);
	t.deepEqual(
		opened.map(each => [path.extname(each.file), each.fate, each.thumbprint]),
		['.pfx', '.cer', '.pem'].map(ending => [ending, 'replaced', thumbprint]),
	);
	for (const wrong of [null, 'wrong']) {
		const [closed] = (await look(cwd, '.', wrong)).targets;
		t.is(closed?.thumbprint, null);
		t.regex(
			closed?.about ?? '',
			/^[\d,]+ bytes, changed \d{4}-\d\d-\d\d .* UTC; only its password shows its certificate$/,
		);
	}
});

test('a .cer of another certificate beside a PFX is not taken for what is in the PFX', async t => {
	const [cwd, elsewhere] = [await folderOf(t), await folderOf(t)];
	const password = generatePassword(thisMachine().randomBytes);
	const thumbprint = await make(cwd, password);
	const stale = await make(elsewhere, password);
	t.not(stale, thumbprint);
	await copyFile(path.join(elsewhere, 'SafeQ.cer'), path.join(cwd, 'SafeQ.cer'));
	const thumbprints = async (typed: string | null) =>
		(await look(cwd, '.', typed)).targets.slice(0, 2).map(each => each.thumbprint);
	t.deepEqual(await thumbprints(password), [thumbprint, stale]);
	t.deepEqual(await thumbprints(null), [null, stale]);
});
