import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../../../nodes/SmsPartner/values/narrow';

const FOLDER = join(__dirname, '../../../nodes/SmsPartner/__schema__/v1.0.0');

/** Expects items to be what the editor shows of the operation before its first run: the same fields, in the same types. */
export function expectSchema(resource: string, operation: string, items: readonly IDataObject[]): void {
	const schema: unknown = JSON.parse(readFileSync(join(FOLDER, resource, `${operation}.json`), 'utf8'));
	expect(items.length).toBeGreaterThan(0);
	for (const item of items) expect(mismatches(item, schema, 'item')).toEqual([]);
}

function mismatches(value: unknown, schema: unknown, path: string): string[] {
	if (!isRecord(schema)) return [`${path} is not in the schema`];
	const allowed = [schema.type].flat();
	if (!allowed.includes(typeName(value))) return [`${path} is ${typeName(value)}, not ${allowed.join(' or ')}`];
	if (Array.isArray(value)) return value.flatMap((entry, index) => mismatches(entry, schema.items, `${path}[${index}]`));
	if (!isRecord(value)) return [];
	const properties = isRecord(schema.properties) ? schema.properties : {};
	const names = new Set([...Object.keys(value), ...Object.keys(properties)]);
	return [...names].flatMap((name) => (name in value ? mismatches(value[name], properties[name], `${path}.${name}`) : [`${path}.${name} is missing`]));
}

function typeName(value: unknown): string {
	if (value === null) return 'null';
	return Array.isArray(value) ? 'array' : typeof value;
}
