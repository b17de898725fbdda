import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { properties, findOperation } from '../../nodes/SmsPartner/resources';
import { OF_A_RESULT } from '../../nodes/SmsPartner/running/inputFields';
import { isPerItem } from '../../nodes/SmsPartner/running/operation';
import { isRecord } from '../../nodes/SmsPartner/values/narrow';

const SCHEMAS = join(__dirname, '..', '..', 'nodes', 'SmsPartner', '__schema__', 'v1.0.0');

/** What describes a person, a thing or a request, and says nothing of what became of it. */
const DESCRIBING = [
	...['phoneNumber', 'groupId', 'firstName', 'lastName', 'birthDate', 'url', 'custom1', 'custom2', 'custom3', 'custom4', 'name', 'email', 'tag', 'language'],
	...['surveyId', 'audioFileId', 'message', 'virtualNumber', 'forwarding', 'forwardTo', 'username', 'raw', 'audioFileName', 'notifyEmail', 'parentEmail'],
	...['confirmationSentTo', 'contacts', 'quantity', 'areas', 'targeting', 'countryCode', 'callingCode', 'type', 'network', 'national', 'international'],
];

describe('the input fields of a failed item', () => {
	const names = new Set(operations().flatMap(([resource, operation]) => Object.keys(schemaOf(resource, operation))));

	it('never look like a result: whatever an operation says of an item is left out', () => {
		expect([...names].filter((name) => !OF_A_RESULT.includes(name) && !DESCRIBING.includes(name))).toEqual([]);
	});

	it('leave out no more than that', () => {
		expect(OF_A_RESULT.filter((name) => !names.has(name))).toEqual([]);
	});
});

/** Every operation whose items stand for input items. */
function operations(): Array<[string, string]> {
	const resources = properties.find(({ name }) => name === 'resource')?.options ?? [];
	return resources.flatMap((resource) => {
		const value = 'value' in resource ? String(resource.value) : '';
		const listed = properties.find(({ name, displayOptions }) => name === 'operation' && displayOptions?.show?.resource?.includes(value))?.options ?? [];
		return listed.flatMap((option): Array<[string, string]> => {
			const operation = 'value' in option ? findOperation(value, String(option.value)) : undefined;
			return operation && isPerItem(operation) && operation.outputs === undefined ? [[value, String(operation.option.value)]] : [];
		});
	});
}

function schemaOf(resource: string, operation: string): Record<string, unknown> {
	const schema: unknown = JSON.parse(readFileSync(join(SCHEMAS, resource, `${operation}.json`), 'utf8'));
	return isRecord(schema) && isRecord(schema.properties) ? schema.properties : {};
}
