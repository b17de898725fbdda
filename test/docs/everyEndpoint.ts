import mapValues from 'lodash/mapValues';
import type { IExecuteFunctions } from 'n8n-workflow';

import type { Endpoint } from '../../nodes/SmsPartner/api/endpoint';
import * as request from '../../nodes/SmsPartner/api/request';
import { findOperation, properties } from '../../nodes/SmsPartner/resources';
import type { Operation } from '../../nodes/SmsPartner/running/operation';
import { isRecord } from '../../nodes/SmsPartner/values/narrow';

/** An operation as the editor lists it, with the endpoints that it asks. */
export interface Asked {
	resource: string;
	operation: string;
	endpoints: Endpoint[];
}

/** A value for every parameter without which some operation asks nothing. Recipients and texts differ from item to item. */
const values: Record<string, (itemIndex: number) => unknown> = {
	...mapValues({ to: '', phoneNumber: '', forwardTo: '', virtualNumber: '' }, () => (itemIndex: number) => `+3361234567${itemIndex}`),
	message: (itemIndex) => `Hello ${itemIndex}`,
	...mapValues(
		{
			...{ messageId: '1', tag: 'tag', surveyId: 'survey', text: 'Hello', language: 'fr', interval: 'lastMonth', type: 'simple' },
			...{ groupId: 'group', contactId: 'contact', name: 'Name', updateFields: { firstName: 'Marie' }, optOutId: '1' },
			...{ audioFile: 'audio', emailForNotification: 'name@example.com', campaignId: 'CAMPAIGN_ID', forwarding: 'forward' },
			...{ subaccountId: 'subaccount', amount: 1, rentalId: 'rental', gender: 'everyone', minAge: 18, maxAge: 98, interest: 14 },
			areas: { area: [{ area: '60200', volume: 1 }] },
		},
		(value) => () => value,
	),
};

/** Choices by which an operation asks another endpoint. */
const choices: Array<Record<string, string>> = [{}, { findBy: 'tag' }, { removeBy: 'optOutId' }, { sendFrom: 'virtualNumber' }];

/** Every operation, run with one item and with two by every choice, against a platform that refuses everything. */
export async function everyEndpoint(): Promise<Asked[]> {
	const callApi = jest.spyOn(request, 'callApi').mockResolvedValue({ ok: false, failure: { kind: 'refused', message: '', description: '' } });
	const all: Asked[] = [];
	for (const { resource, resourceName, operation } of operations()) {
		callApi.mockClear();
		for (const choice of choices) {
			for (const count of [1, 2]) await operation.execute(contextOf(resource, choice), Array.from({ length: count }, () => ({ json: {} })));
		}
		const endpoints = new Map(callApi.mock.calls.map(([, endpoint]) => [endpoint.path, endpoint]));
		all.push({ resource: resourceName, operation: operation.option.name, endpoints: [...endpoints.values()] });
	}
	callApi.mockRestore();
	return all;
}

function operations(): Array<{ resource: string; resourceName: string; operation: Operation }> {
	return optionsOf('resource').flatMap(({ name: resourceName, value: resource }) =>
		optionsOf('operation', resource).flatMap(({ value }) => {
			const operation = findOperation(resource, value);
			return operation === undefined ? [] : [{ resource, resourceName, operation }];
		}),
	);
}

function optionsOf(parameter: string, resource?: string): Array<{ name: string; value: string }> {
	const property = properties.find(({ name, displayOptions }) => name === parameter && (resource === undefined || displayOptions?.show?.resource?.includes(resource)));
	return (property?.options ?? []).map((option) => ({ name: option.name, value: isRecord(option) ? String(option.value) : '' }));
}

/** What operations use of n8n before they ask the platform. */
function contextOf(resource: string, choice: Record<string, string>): IExecuteFunctions {
	// Marked as expressions, so that each is read for each item.
	const node = { name: 'SMS Partner', type: 'smsPartner', parameters: mapValues({ ...values, ...choice }, () => '=') };
	const context = {
		getNode: () => node,
		getNodeParameter: (name: string, itemIndex: number, otherwise?: unknown) => (name === 'resource' ? resource : (choice[name] ?? values[name]?.(itemIndex) ?? otherwise)),
		getInputData: () => [],
		getTimezone: () => 'Europe/Paris',
		getExecuteData: () => ({ node, data: {} }),
		getExecutionCancelSignal: () => undefined,
		continueOnFail: () => true,
		addExecutionHints: () => undefined,
		evaluateExpression: () => 'https://n8n.example.com/webhook-waiting/1',
		runExecutionData: { executionData: { nodeExecutionStack: [] } },
	};
	return context as unknown as IExecuteFunctions;
}
