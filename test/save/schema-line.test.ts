// The line by which editors find the schema: a way that is the same on the next computer.
import path from 'node:path';
import test from 'ava';
import {schemaLine} from '../../source/save/schema-line.js';

const root = path.resolve('/work');
const at = (...parts: string[]) => path.join(root, ...parts);

test('where the program lies in the current folder, the schema that ships is named relative to the profile', async t => {
	const shipped = at('node_modules', 'safeq-cert-tui', 'profiles');
	t.deepEqual(await schemaLine(at('own', 'a.yaml'), root, shipped), {
		line: '# yaml-language-server: $schema=../node_modules/safeq-cert-tui/profiles/profile.schema.json\n',
		isThere: true,
	});
	t.deepEqual(await schemaLine(at('a.yaml'), root, at('profiles')), {
		line: '# yaml-language-server: $schema=./profiles/profile.schema.json\n',
		isThere: true,
	});
});

test('an installed program is not named by its place on this computer', async t => {
	const beside = {line: '# yaml-language-server: $schema=./profile.schema.json\n', isThere: false};
	t.deepEqual(await schemaLine(at('a.yaml'), root, path.resolve('/usr/lib/safeq-cert-tui/profiles')), beside);
	t.deepEqual(await schemaLine(path.resolve('/other/a.yaml'), root, at('profiles')), beside);
});
