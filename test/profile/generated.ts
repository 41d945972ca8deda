// What is made from the definition: the JSON Schema for editors, and the tables of keys for the README.
import {toJsonSchema} from '@valibot/to-json-schema';
import {profileSchema} from '../../source/profile/definition.js';
import {defaultMark} from '../../source/profile/definition-parts.js';

type JsonSchema = ReturnType<typeof toJsonSchema>;

/** `profiles/profile.schema.json`. */
export function schemaFile(): string {
	return `${JSON.stringify(simplified(profileSchemaJson()), null, '\t')}\n`;
}

function profileSchemaJson(): JsonSchema {
	return toJsonSchema(profileSchema);
}

/** Without `required: []`, which says nothing, and with alternatives of alternatives on one level. */
function simplified(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(simplified);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([key, each]) => !(key === 'required' && Array.isArray(each) && each.length === 0))
			.map(([key, each]) => [key, key === 'anyOf' ? alternatives(simplified(each)) : simplified(each)]),
	);
}

function alternatives(schemas: unknown): unknown {
	if (!Array.isArray(schemas)) return schemas;
	return schemas.flatMap(each =>
		Array.isArray(each.anyOf) && Object.keys(each).length === 1 ? each.anyOf : [each],
	);
}

/** The tables between the markers of `profiles/README.md`. */
export function keyTables(): string {
	const {properties = {}} = profileSchemaJson();
	const nested = ['subject', 'validity', 'pfx'] as const;
	return [
		table(properties),
		...nested.map(
			key => `### The keys of \`${key}\`\n\n${table(mappingOf(properties[key]).properties ?? {})}`,
		),
	].join('\n');
}

function table(properties: NonNullable<JsonSchema['properties']>): string {
	const rows = Object.entries(properties).map(([key, schema]) => {
		const description = typeof schema === 'object' ? (schema.description ?? '') : '';
		const [text = '', byDefault = '.'] = description.split(defaultMark);
		return `| \`${key}\` | ${text.replace(/\.$/, '')} | ${byDefault.replace(/\.$/, '')} |\n`;
	});
	return `| key | value | default |\n|---|---|---|\n${rows.join('')}`;
}

/** The alternative of a schema that is a mapping. */
function mappingOf(schema: unknown): JsonSchema {
	const {type, anyOf = []} = schema as JsonSchema;
	if (type === 'object') return schema as JsonSchema;
	const found = anyOf.map(mappingOf).find(each => each.type === 'object');
	return found ?? {};
}
