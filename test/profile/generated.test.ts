// The files that are made from the definition are up to date. UPDATE_GOLDENS=1 writes them anew.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {knownKeys} from '../../source/profile/definition.js';
import {keyTables, schemaFile} from './generated.js';

const folder = fileURLToPath(new URL('../../../profiles/', import.meta.url));
const tables = /(?<=<!-- keys: made from the definition -->\n\n)[\s\S]*(?=\n<!-- end of keys -->)/;

/** Tables as they are before the formatter aligns their columns. */
function unpadded(markdown: string): string {
	return markdown.replace(/ *\| */g, '|').replace(/-{2,}/g, '--');
}

test('profile.schema.json is what the definition says', t => {
	const file = `${folder}profile.schema.json`;
	if (process.env.UPDATE_GOLDENS === '1') writeFileSync(file, schemaFile());
	t.is(readFileSync(file, 'utf8'), schemaFile());
});

test('the tables of the README are what the definition says', t => {
	const file = `${folder}README.md`;
	const written = readFileSync(file, 'utf8');
	if (process.env.UPDATE_GOLDENS === '1')
		writeFileSync(
			file,
			written.replace(tables, () => keyTables()),
		);
	t.is(unpadded(tables.exec(readFileSync(file, 'utf8'))?.[0] ?? ''), unpadded(keyTables()));
});

test('the README names every key', t => {
	const readme = readFileSync(`${folder}README.md`, 'utf8');
	for (const key of Object.values(knownKeys).flat()) t.true(readme.includes(`\`${key}\``), key);
});

test('the schema refuses unknown keys in every mapping, and explains every key', t => {
	const mappings: {properties: Record<string, {description?: string}>; additionalProperties?: unknown}[] = [];
	JSON.parse(schemaFile(), (_key, value) => {
		if (value?.type === 'object') mappings.push(value);
		return value;
	});
	t.is(mappings.length, 8, 'profile and certificate, each with subject, validity and pfx');
	for (const {properties, additionalProperties} of mappings) {
		t.false(additionalProperties);
		for (const [key, {description}] of Object.entries(properties)) t.truthy(description, key);
	}
});

test('every shipped profile names the schema for editors', t => {
	for (const file of readdirSync(folder).filter(each => each.endsWith('.yaml')))
		t.true(
			readFileSync(folder + file, 'utf8').startsWith(
				'# yaml-language-server: $schema=./profile.schema.json\n',
			),
			file,
		);
});
