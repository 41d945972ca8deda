// Makes keys and nothing else: COUNT of TYPE, one per core at a time; what a batch cannot be faster than.
import {generateKeyPair} from 'node:crypto';
import os from 'node:os';
import process from 'node:process';
import {promisify} from 'node:util';

process.env.UV_THREADPOOL_SIZE ??= String(os.availableParallelism() + 1);
const [count = '1', type = 'rsa-2048'] = process.argv.slice(2);
const options = type === 'ecdsa-p256' ? ['ec', {namedCurve: 'P-256'}] : ['rsa', {modulusLength: 2048}];
const queue = Array.from({length: Number(count)}).values();
const work = async () => {
	for (const _ of queue) await promisify(generateKeyPair)(...options);
};
await Promise.all(Array.from({length: os.availableParallelism()}, work));
