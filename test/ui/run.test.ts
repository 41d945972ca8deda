// Effects that are asked for again before they are answered.
import test from 'ava';
import {effectRunner} from '../../source/ui/effects/run.js';
import type {Message} from '../../source/ui/model/messages.js';
import {memoryDisk} from '../profile/disks.js';
import {servicesIn} from './services.js';
import {sslProfile} from './session.js';

test('profiles that are looked for again are not replaced by what was there before', async t => {
	const cwd = '/nowhere';
	const services = servicesIn(cwd);
	const before = memoryDisk({});
	const after = memoryDisk({[`${services.profiles.folders.user}/my-ssl.yaml`]: sslProfile});
	const first = Promise.withResolvers<void>();
	let asked = 0;
	const disk = {
		read: after.read,
		list: async (folder: string) => {
			if (asked++ > 0) return after.list(folder);
			await first.promise;
			return before.list(folder);
		},
	};
	const messages: Message[] = [];
	const run = effectRunner(
		{...services, profiles: {...services.profiles, disk}},
		message => messages.push(message),
		failure => t.fail(String(failure)),
		new AbortController().signal,
	);
	// Both disks are memory: what a search still has to do is done within one turn.
	const turn = () => new Promise(resolve => setImmediate(resolve));
	run({effect: 'find-profiles'});
	run({effect: 'find-profiles'});
	await turn();
	t.is(messages.length, 1, 'the second one is there');
	first.resolve();
	await turn();
	t.deepEqual(
		messages.map(each => (each.type === 'profiles-found' ? each.found.map(found => found.reference) : [])),
		[['my-ssl']],
	);
});
