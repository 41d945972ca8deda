// The real machine: what a run gets unless a test gives it something fixed.
import {randomBytes} from 'node:crypto';
import {availableParallelism, hostname, networkInterfaces} from 'node:os';
import {reachableAddresses} from './addresses.js';
import {computerName} from './computer-name.js';
import {makeQueue} from './concurrency.js';
import {generateKeyPair} from './generate-key-pair.js';
import {generateKeyPairAside} from './generate-key-pair-aside.js';
import {type LookUpOptions, lookUp} from './look-up.js';
import type {Machine} from './machine.js';
import {runProgram} from './run-program.js';
import {describeComputer} from './this-computer.js';

export type MachineOptions = {
	/** Whom to ask, and for how long. */
	readonly lookUp?: LookUpOptions;
};

/** The computer that the program runs on: its clock, randomness, cores, names, adapters and DNS. */
export function thisMachine(options: MachineOptions = {}): Machine {
	const keys = makeQueue(availableParallelism());
	return {
		now: () => new Date(),
		randomBytes: length => randomBytes(length),
		generateKeyPair: (type, signal) =>
			keys(async () => {
				const aside = signal === undefined ? null : await generateKeyPairAside(type, signal);
				return aside ?? generateKeyPair(type);
			}, signal),
		thisComputer: async () => {
			const name = await computerName({
				platform: process.platform,
				hostname: hostname(),
				windows: process.env.SystemRoot ?? 'C:\\Windows',
				run: runProgram,
			});
			return describeComputer(name, reachableAddresses(networkInterfaces()));
		},
		lookUp: (name, signal) => lookUp(name, options.lookUp, signal),
	};
}
