// The objects that `check --json` and `compare --json` print have published schemas, made from their definitions.
import {readFileSync} from 'node:fs';
import {toJsonSchema} from '@valibot/to-json-schema';
import test from 'ava';
import {checkDefinition} from '../../source/describe/check-definition.js';
import {compareDefinition} from '../../source/describe/compare-definition.js';

for (const [name, definition] of [
	['check', checkDefinition],
	['compare', compareDefinition],
] as const)
	test(`profiles/${name}.schema.json is what the program is checked against`, t => {
		const file = new URL(`../../../profiles/${name}.schema.json`, import.meta.url);
		const published: unknown = JSON.parse(readFileSync(file, 'utf8'));
		t.deepEqual(published, JSON.parse(JSON.stringify(toJsonSchema(definition))));
	});
