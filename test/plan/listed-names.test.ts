// Lists as people keep them: what is a name, and what is a heading, a comment or another word.
import test from 'ava';
import {describeLeftOut, listedNames, namesInText} from '../../source/plan/listed-names.js';

const left = (text: string) => describeLeftOut(listedNames(text).leftOut);

test('a heading over a table is no name', t => {
	const {names} = listedNames('Name\tAddress\nprint1\t10.0.0.1\nprint2\t10.0.0.2\n');
	t.deepEqual(names, ['print1', '10.0.0.1', 'print2', '10.0.0.2']);
	t.is(left('Name\tAddress\nprint1\t10.0.0.1'), 'the heading left out');
	t.deepEqual(listedNames('"IP Address";"Host-Name"\n10.0.0.1;js1').names, ['10.0.0.1', 'js1']);
	t.deepEqual(listedNames('Hostname\njs1\njs2').names, ['js1', 'js2']);
});

test('a word that may as well be a host stays, and so does what stands alone', t => {
	t.deepEqual(listedNames('server\njs1').names, ['server', 'js1']);
	t.deepEqual(listedNames('printer\tjs1\njs2\tjs3').names, ['printer', 'js1', 'js2', 'js3']);
	t.deepEqual(listedNames('name').names, ['name']);
	t.deepEqual(listedNames('js1\nname').names, ['js1', 'name']);
});

test('comments are no names', t => {
	const text = '# printers in Prague\n10.0.0.1 # first floor\n\n  #10.0.0.2\njs1';
	t.deepEqual(listedNames(text).names, ['10.0.0.1', 'js1']);
	t.is(left(text), '2 comments left out');
	t.deepEqual(listedNames('https://js1/#top').names, ['https://js1/#top']);
});

test('what stands there twice is there twice, so that it can be counted', t => {
	t.deepEqual(listedNames('js1 JS1').names, ['js1', 'JS1']);
});

test('a list with one name a line is taken as it is, wrong ones too', t => {
	t.deepEqual(namesInText('js1\njs2.company.com\r\n10.0.0.300\n').names, [
		'js1',
		'js2.company.com',
		'10.0.0.300',
	]);
});

test('of a table what looks like an address is taken, a wrong one too, and the rest is counted', t => {
	const {names, leftOut} = namesInText(
		'Name;Address;Contact\nserver one;10.0.0.1;a@company.com\nserver two;10.0.0.300;b@company.com\n',
	);
	t.deepEqual(names, ['10.0.0.1', '10.0.0.300']);
	t.is(leftOut.words, 9);
});

test("of a script the names are taken, not its path and its options' words", t => {
	const {names, leftOut} = namesInText(
		'.\\generateCertificate.ps1 -Subject "YSoft SafeQ" -SubjectAlternativeNames "*.company.com", "1.2.3.4"',
	);
	t.deepEqual(names, ['*.company.com', '1.2.3.4']);
	t.is(describeLeftOut(leftOut), '5 other words left out');
});

test('a cell of several words is a description, not names; addresses and labels may stand in one', t => {
	const text = 'print1\tPrinter Hall\t10.0.0.1\nprint2\tHall 3, second floor\t10.0.0.2 10.0.0.3\n';
	t.deepEqual(listedNames(text).names, ['print1', '10.0.0.1', 'print2', '10.0.0.2', '10.0.0.3']);
	t.is(left(text), '2 descriptions left out');
	t.deepEqual(listedNames('DNS Name=js1\tjs2, js3').names, ['js1', 'js2', 'js3']);
	t.deepEqual(listedNames('js1 js2').names, ['js1', 'js2']);
});
