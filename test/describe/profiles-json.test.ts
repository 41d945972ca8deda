// What `profiles list` and `profiles check` print with `--json`, held against its published schema.
import {readFileSync} from 'node:fs';
import {toJsonSchema} from '@valibot/to-json-schema';
import test from 'ava';
import * as v from 'valibot';
import {profilesDefinition} from '../../source/describe/profiles-definition.js';
import {error} from '../../source/problem/problem.js';
import {listProfiles} from '../../source/profile/list.js';
import {formatProfilesJson} from '../../source/terminal/commands/profiles/json.js';
import {memoryDisk} from '../profile/disks.js';

test('the published schema of profiles is the one that the program is checked against', t => {
	const published: unknown = JSON.parse(
		readFileSync(new URL('../../../profiles/profiles.schema.json', import.meta.url), 'utf8'),
	);
	t.deepEqual(published, JSON.parse(JSON.stringify(toJsonSchema(profilesDefinition))));
});

test('sound, broken, hidden and unreadable profiles fit the schema, and so does a failure', async t => {
	const disk = memoryDisk({
		'profiles/a.yaml': 'kind: ssl\nkye: x\n',
		'profiles/b.yaml': '{',
		'profiles/ssl.yaml': 'name: "\u202eb"\nkind: signing\n',
		'shipped/ssl.yaml': 'kind: ssl\ncertificates: [{subject: a}, {subject: b}]\n',
	});
	const listed = await listProfiles({current: 'profiles', user: null, shipped: 'shipped'}, disk);
	const text = formatProfilesJson(
		listed,
		listed.flatMap(({problems}) => problems),
	);
	const {profiles} = v.parse(profilesDefinition, JSON.parse(text));
	t.deepEqual(
		profiles.map(each => [each.reference, each.certificates, each.errors, each.shadowed]),
		[
			['a', 1, 1, false],
			['b', 0, 1, false],
			['ssl', 1, 0, false],
			['ssl', 2, 0, true],
		],
	);
	t.notRegex(text, /\u202e/);
	t.notThrows(() => v.parse(profilesDefinition, JSON.parse(formatProfilesJson([], [error('usage', 'x')]))));
});
