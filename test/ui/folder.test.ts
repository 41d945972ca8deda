// The folder as somebody types it on the certificate screen.
import os from 'node:os';
import path from 'node:path';
import test from 'ava';
import {lookAt} from '../../source/ui/effects/look.js';
import {findTargets} from '../../source/ui/effects/targets.js';
import {servicesIn} from './services.js';
import {openForServer} from './session.js';

const services = servicesIn('/');

test('~/certs is a folder in the home folder: no folder gets the name "~"', async t => {
	const plan = (await openForServer()).draft().outlook.plan;
	const {targets, problems} = await findTargets(services, {
		effect: 'find-targets',
		folder: '~/no such folder',
		plans: plan === null ? [] : [plan],
		passwordsFile: null,
		password: null,
	});
	t.is(path.dirname(targets[0]?.file ?? ''), path.join(os.homedir(), 'no such folder'));
	t.deepEqual(problems, []);
});

test('a file to look at may stand in the home folder', async t => {
	const effect = {effect: 'look', asked: 1, text: '~/no such file.cer', password: null} as const;
	const {problems} = await lookAt(services, effect, new AbortController().signal);
	t.is(problems[0]?.place?.file, path.join(os.homedir(), 'no such file.cer'));
});
