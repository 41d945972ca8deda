// A path that is typed where no shell takes it first.
import path from 'node:path';
import test from 'ava';
import {typedPath} from '../../source/files/typed-path.js';

const cwd = path.resolve('/work here');
const home = path.resolve('/home/admin');
const typed = (text: string) => typedPath(text, cwd, home);

test('a leading ~ is the home folder, and no folder of that name', t => {
	t.is(typed('~'), home);
	t.is(typed('~/certs'), path.join(home, 'certs'));
	t.is(typed('~certs'), path.join(cwd, '~certs'));
	t.is(typed('certs/~'), path.join(cwd, 'certs', '~'));
});

test('a home folder with a dollar sign in its name stays as it is', t => {
	t.is(typedPath('~/a', cwd, path.resolve('/home/$&x')), path.resolve('/home/$&x/a'));
});

test('the quotes of "Copy as path" are no part of it', t => {
	t.is(typed('"a b.cer"'), path.join(cwd, 'a b.cer'));
	t.is(typed(' certs '), path.join(cwd, 'certs'));
	t.is(typed(''), cwd);
});
