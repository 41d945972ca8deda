// Paths without a disk, on both systems.
import nodePath from 'node:path';
import test from 'ava';
import fc from 'fast-check';
import {fileNameOf, folderOf, joinPath, profileNameOf, resolveBeside} from '../../source/profile/path.js';

test('the folder and the name of a file, with separators of either system', t => {
	t.is(folderOf('C:\\profiles\\ssl.yaml'), 'C:\\profiles\\');
	t.is(fileNameOf('C:\\profiles\\ssl.yaml'), 'ssl.yaml');
	t.is(folderOf('profiles/ssl.yaml'), 'profiles/');
	t.is(folderOf('ssl.yaml'), '');
	t.is(profileNameOf('profiles/SSL.Prague.YML'), 'SSL.Prague');
});

test('a name is joined with the separator of its folder', t => {
	t.is(joinPath('profiles', 'ssl.yaml'), 'profiles/ssl.yaml');
	t.is(joinPath('profiles/', 'ssl.yaml'), 'profiles/ssl.yaml');
	t.is(joinPath('C:\\profiles', 'ssl.yaml'), 'C:\\profiles\\ssl.yaml');
	t.is(joinPath('', 'ssl.yaml'), 'ssl.yaml');
});

test('a relative path is seen from the folder of the file', t => {
	t.is(resolveBeside('a/b/own.yaml', '../base.yaml'), 'a/base.yaml');
	t.is(resolveBeside('own.yaml', '../base.yaml'), '../base.yaml');
	t.is(resolveBeside('../own.yaml', '../base.yaml'), '../../base.yaml');
	t.is(resolveBeside('./own.yaml', 'x/./y/../base.yaml'), './x/base.yaml');
	t.is(resolveBeside('./own.yaml', '../base.yaml'), '../base.yaml');
	t.is(resolveBeside('C:\\a\\own.yaml', '..\\b/base.yaml'), 'C:\\b\\base.yaml');
	t.is(resolveBeside('C:\\own.yaml', '..\\base.yaml'), 'C:\\..\\base.yaml');
	t.is(resolveBeside('/own.yaml', '../base.yaml'), '/../base.yaml');
});

test('what comes out names the same file as the system would say', t => {
	const segment = fc.constantFrom('a', 'b', '..', '.', 'c d');
	const path = fc.array(segment, {minLength: 0, maxLength: 5});
	fc.assert(
		fc.property(fc.constantFrom('/', ''), path, path, (root, folder, relative) => {
			const file = `${root}${[...folder, 'own.yaml'].join('/')}`;
			const written = [...relative, 'base.yaml'].join('/');
			const expected = nodePath.posix.join(nodePath.posix.dirname(file), written);
			t.is(nodePath.posix.normalize(resolveBeside(file, written)), expected);
		}),
	);
});
