// Keys from a process of their own: real keys, and nobody waits for one that is called off.
import test from 'ava';
import {generateKeyPairAside} from '../../source/machine/generate-key-pair-aside.js';

test('a slow key comes from another process with both its halves', async t => {
	const made = await generateKeyPairAside('rsa-3072', new AbortController().signal);
	t.is(made?.privateKey.asymmetricKeyDetails?.modulusLength, 3072);
	t.is(made?.publicKey.asymmetricKeyType, 'rsa');
	t.is(made?.publicKey.asymmetricKeyDetails?.publicExponent, 0x10001n);
});

test('a fast key is not made there', async t => {
	t.is(await generateKeyPairAside('rsa-2048', new AbortController().signal), null);
	t.is(await generateKeyPairAside('ecdsa-p256', new AbortController().signal), null);
});

test('a key that is called off rejects with the reason', async t => {
	const abort = new AbortController();
	const made = generateKeyPairAside('rsa-4096', abort.signal);
	setTimeout(() => abort.abort(), 50);
	await t.throwsAsync(made, {name: 'AbortError'});
});
