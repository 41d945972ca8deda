// Passwords from files, pipes and streams: as they were written, less one line end.
import {execFile} from 'node:child_process';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import test from 'ava';
import fc from 'fast-check';
import {decodeText} from '../../source/files/decode-text.js';
import {decodeSecret, readSecretFile} from '../../source/files/read-secret.js';
import {readStdin} from '../../source/files/read-stdin.js';
import {temporaryFolder} from './folder.js';

const onPosix = process.platform === 'win32' ? test.skip : test;
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const odd = ' pä€日本😀"\' \t';

test('one line end is taken off, and nothing else', t => {
	const results = [
		['secret\n', 'secret'],
		['secret\r\n', 'secret'],
		['secret\n\n', 'secret\n'],
		['secret\r\n\r\n', 'secret\r\n'],
		['secret\r', 'secret\r'],
		['two\nlines', 'two\nlines'],
		['  spaces  \n', '  spaces  '],
		['\n', ''],
		['', ''],
		[odd, odd],
	];
	for (const [written = '', expected = ''] of results) t.is(decodeSecret(Buffer.from(written)), expected);
});

test('UTF-8 and UTF-16 with a byte order mark are understood, as PowerShell writes them', t => {
	for (const bytes of [
		Buffer.from(`\ufeff${odd}\r\n`),
		Buffer.from(`\ufeff${odd}\r\n`, 'utf16le'),
		utf16be(`\ufeff${odd}\r\n`),
	])
		t.is(decodeSecret(bytes), odd);
});

test('what is not text is an error that quotes nothing', t => {
	for (const bytes of [
		Buffer.from('geheim\xe4', 'latin1'),
		Buffer.from([0xff, 0xfe, 0x41]),
		Buffer.from([0xff, 0xfe, 0x00, 0xd8]),
		Buffer.from('geheim', 'utf16le'),
		Buffer.from('geheim\0'),
	]) {
		const problem = decodeSecret(bytes);
		t.like(problem, {severity: 'error', code: 'password-unreadable'});
		t.notRegex(JSON.stringify(problem), /geheim/);
	}
});

test('any text survives every encoding, and no bytes throw', t => {
	fc.assert(
		fc.property(fc.string({unit: 'grapheme'}), text => {
			const plain = text.replace(/^\ufeff+/, '');
			t.is(decodeText(Buffer.from(plain)), plain);
			t.is(decodeText(Buffer.from(`\ufeff${plain}`, 'utf16le')), plain);
			t.is(decodeText(utf16be(`\ufeff${plain}`)), plain);
		}),
	);
	fc.assert(
		fc.property(fc.uint8Array(), bytes => {
			t.notThrows(() => decodeSecret(bytes));
		}),
	);
});

test('a password file is read, and its problems name the file', async t => {
	const folder = await temporaryFolder(t);
	await writeFile(join(folder, 'password'), `${odd}\n`);
	t.is(await readSecretFile(join(folder, 'password')), odd);
	await writeFile(join(folder, 'password'), Buffer.from([0xe4]));
	t.like(await readSecretFile(join(folder, 'password')), {place: {file: join(folder, 'password')}});
	t.like(await readSecretFile(join(folder, 'missing')), {code: 'password-unreadable'});
	t.like(await readSecretFile(folder), {code: 'password-unreadable'});
	await writeFile(join(folder, 'password'), Buffer.alloc(65_537, 'a'));
	t.like(await readSecretFile(join(folder, 'password')), {code: 'password-unreadable'});
});

onPosix('a password file may be a pipe, and a slow one is waited for', async t => {
	const module = fileURLToPath(new URL('../../source/files/read-secret.js', import.meta.url));
	const read = 'import(process.argv[1]).then(m => m.readSecretFile("/dev/stdin")).then(console.log)';
	const pipe = '{ sleep 0.3; printf "from "; sleep 0.1; echo "a pipe"; } | "$1" -e "$2" "$3"';
	const {stdout} = await promisify(execFile)('sh', ['-c', pipe, 'sh', process.execPath, read, module]);
	t.is(stdout, 'from a pipe\n');
});

test('a stream is read to its end, in whatever pieces it comes', async t => {
	const pieces = [Buffer.from([0xe2, 0x82]), Buffer.from([0xac, 0x0a])];
	t.deepEqual(Buffer.from((await readStdin(Readable.from(pieces), 100)) as Uint8Array), Buffer.from('€\n'));
	t.deepEqual(Buffer.from((await readStdin(Readable.from(['a€']), 100)) as Uint8Array), Buffer.from('a€'));
	t.is(((await readStdin(Readable.from([]), 100)) as Uint8Array).length, 0);
});

test('a stream that gives too much, or breaks, is a problem', async t => {
	const endless = async function* () {
		for (;;) yield Buffer.alloc(1024);
	};
	t.like(await readStdin(endless(), 65_536, 'password-unreadable'), {
		code: 'password-unreadable',
		message: 'standard input gave more than 64 KiB',
	});
	const broken = async function* () {
		yield Buffer.from('a');
		throw new Error('EIO');
	};
	t.like(await readStdin(broken(), 65_536), {code: 'file-unreadable'});
});
