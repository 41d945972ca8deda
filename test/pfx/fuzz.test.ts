// Changed PFX files: none crashes or hangs the reader, and none with a MAC passes with another content.
import fc from 'fast-check';
import test from 'ava';
import {openPfx} from '../../source/pfx/open.js';
import type {OpenedPfx} from '../../source/pfx/pfx.js';
import {PfxError} from '../../source/pfx/pfx-error.js';
import {change, changed} from '../changed-bytes.js';
import {testPlan} from '../certificate/test-plan.js';
import {pfxOf, pfxPlan} from '../interop/our-files.js';
import {assemble, contentInfos, pbmac1} from './test-pfx.js';

const password = 'password';

/** What a person gets out of a file. */
function contentOf({keys, certificates, skipped}: OpenedPfx): string {
	return JSON.stringify([
		keys.map(({privateKey, friendlyName, localKeyId, provider}) => [
			privateKey.export({type: 'pkcs8', format: 'der'}).toString('hex'),
			friendlyName,
			localKeyId,
			provider,
		]),
		certificates.map(({der, friendlyName, localKeyId}) => [
			Buffer.from(der).toString('hex'),
			friendlyName,
			localKeyId,
		]),
		skipped,
	]);
}

async function outcome(pfx: Uint8Array): Promise<OpenedPfx | PfxError> {
	try {
		return await openPfx(pfx, password, {workLimit: 20_000});
	} catch (error) {
		if (error instanceof PfxError) return error;
		throw error;
	}
}

async function made(encryption: 'compatible' | 'modern'): Promise<Uint8Array> {
	const [, pfx] = await pfxOf(testPlan('ssl', 'ecdsa-p256', {pfx: pfxPlan(encryption, 1)}), password);
	return pfx;
}

/** 100,000 changed files in all: 25,000 of each kind, in a few seconds; on a slow machine as many as fit the time. */
const bounds = {numRuns: 25_000, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: false};

const files: Readonly<Record<string, () => Promise<Uint8Array>>> = {
	compatible: () => made('compatible'),
	modern: () => made('modern'),
	PBMAC1: async () =>
		assemble(contentInfos(await made('modern')), pbmac1(password, {hash: 'sha256', keyLength: 32})),
};

for (const [name, make] of Object.entries(files))
	test(`a changed ${name} file is refused with PfxError, or its content is what it was`, async t => {
		const pfx = await make();
		const whole = contentOf(await openPfx(pfx, password));
		const changes = fc.array(change, {minLength: 1, maxLength: 3});
		await fc.assert(
			fc.asyncProperty(changes, async list => {
				const result = await outcome(list.reduce(changed, pfx));
				// Without MacData a file is another one, whose MAC nobody can miss; the report says `mac: null`.
				return result instanceof PfxError || result.mac === null || contentOf(result) === whole;
			}),
			bounds,
		);
		t.pass();
	});

test('a changed file without a MAC is refused with PfxError, or opened', async t => {
	const pfx = await assemble(contentInfos(await made('compatible')));
	await fc.assert(
		fc.asyncProperty(change, async one => {
			await outcome(changed(pfx, one));
		}),
		bounds,
	);
	t.pass();
});

test('bytes of any kind behind the beginning of a PFX are refused with PfxError', async t => {
	const beginning = Buffer.from('3082ffff020103308206092a864886f70d010701a0', 'hex');
	await fc.assert(
		fc.asyncProperty(fc.uint8Array({maxLength: 200}), fc.nat(255), async (rest, length) => {
			const pfx = Buffer.concat([beginning, rest]);
			pfx.writeUInt16BE(pfx.length - 4, 2);
			pfx[8] = length;
			return (await outcome(pfx)) instanceof PfxError;
		}),
		{numRuns: 500},
	);
	t.pass();
});
