// Writing from the interactive program: stopped before anything is made, it leaves nothing behind.
import {mkdtemp, readdir, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'ava';
import {keyMaker} from '../../source/ui/effects/keys-ahead.js';
import {writeOrders} from '../../source/ui/effects/write.js';
import {servicesIn} from './services.js';
import {now, openProfile} from './session.js';

const group = `kind: ssl
friendlyName: SafeQ {commonName}
key: ecdsa-p256
certificates:
  - {subject: a.company.com, subjectAlternativeNames: [a.company.com]}
  - {subject: b.company.com, subjectAlternativeNames: [b.company.com]}
`;

async function write(cwd: string, signal: AbortSignal) {
	const session = await openProfile(group);
	session.press('ctrl+r');
	session.send({type: 'targets-found', targets: [], problems: [], now});
	session.press('enter');
	const effect = session.effects().findLast(each => each.effect === 'write');
	if (effect === undefined) throw new Error(session.screen());
	const services = servicesIn(cwd);
	const keys = keyMaker(services, new AbortController().signal);
	return writeOrders(services, {...effect, folder: cwd}, {dispatch: () => {}, signal, keys});
}

test('what was stopped before a certificate was made leaves no list of passwords', async t => {
	const cwd = await mkdtemp(path.join(os.tmpdir(), 'ui-write-'));
	t.teardown(() => rm(cwd, {recursive: true}));
	const finished = await write(cwd, AbortSignal.abort());
	t.deepEqual(
		finished.outcomes.map(each => each.status),
		['cancelled', 'cancelled'],
	);
	t.is(finished.passwordsFile, null);
	t.deepEqual(await readdir(cwd), []);
});

test('the outcomes stand in the order of the list, and the passwords beside the files', async t => {
	const cwd = await mkdtemp(path.join(os.tmpdir(), 'ui-write-'));
	t.teardown(() => rm(cwd, {recursive: true}));
	const finished = await write(cwd, new AbortController().signal);
	t.deepEqual(
		finished.outcomes.map(each => each.prepared.plan.friendlyName),
		['SafeQ a.company.com', 'SafeQ b.company.com'],
	);
	t.is((await readdir(cwd)).length, 5);
	t.is(path.dirname(finished.passwordsFile ?? ''), cwd);
});
