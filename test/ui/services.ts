// What the effects need of the world, on a real disk in one folder.
import path from 'node:path';
import process from 'node:process';
import {emptyStore} from '../../source/connect/trust.js';
import {profileDisk} from '../../source/files/profile-disk.js';
import {thisMachine} from '../../source/machine/this-machine.js';
import type {Services} from '../../source/ui/effects/services.js';

/** Services with `cwd` as the current folder; nothing is copied, and nobody trusted. */
export function servicesIn(cwd: string): Services {
	return {
		machine: thisMachine(),
		profiles: {
			folders: {
				current: path.join(cwd, 'profiles'),
				user: path.join(cwd, 'own'),
				shipped: path.join(cwd, 'shipped'),
			},
			disk: profileDisk,
		},
		generateAside: async () => null,
		systemStore: async () => ({context: emptyStore()}),
		cwd,
		platform: process.platform,
		width: 1,
		copy: async () => false,
		copyByTerminal: () => true,
		suspend: () => {},
	};
}
