import type { INodeParameters, INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { properties } from '../../nodes/SmsPartner/resources';
import { COLLECTIONS } from '../../nodes/SmsPartner/running/parameters';
import { startSimulator, type Simulator } from '../simulator';
import { run } from './support/campaign';

/** Operations, filled in so that nothing else is wrong; those that need nothing are not listed. */
const OPERATIONS: Record<string, INodeParameters> = {
	'contact create': { groupId: 'G', phoneNumber: '0612345678' },
	'contact getAll': { groupId: 'G' },
	'contact update': { contactId: 'C', updateFields: { phoneNumber: '0612345678' } },
	'contactRental estimate': { interest: '14', areas: { area: [{ area: '60200', volume: 2 }] } },
	'contactRental rent': { interest: '14', areas: { area: [{ area: '60200', volume: 2 }] } },
	'optOut add': { phoneNumber: '0612345678' },
	'optOut check': { phoneNumber: '0612345678' },
	'optOut remove': { phoneNumber: '0612345678' },
	'phoneNumber verifyFormat': { phoneNumber: '0612345678' },
	'phoneNumber verifyNetwork': { phoneNumber: '0612345678' },
	'rcs send': { to: '0612345678', content: 'richCard', card: { title: 'Sale' }, failover: { message: 'Sale' } },
	'sms getManyStatuses': { messageId: '1' },
	'sms getStatistics': { from: '2026-01-01', to: '2026-02-01' },
	'sms getStatus': { messageId: '1', phoneNumber: '0612345678' },
	'sms preview': { message: 'Hello' },
	'sms send': { to: '0612345678', message: 'Hello' },
	'sms sendAndWaitForEvent': { to: '0612345678', message: 'Hello' },
	'sms sendSurvey': { to: '0612345678', surveyId: 'S' },
	'subaccount addCredit': { subaccountId: 'S', amount: 5 },
	'subaccount create': { email: 'a@example.com' },
	'subaccount removeCredit': { subaccountId: 'S', amount: 5 },
	'virtualNumber setCallForwarding': { virtualNumber: '+33644000000', forwardTo: '0612345678', notifyEmail: 'a@example.com' },
	'voice depositVoicemail': { to: '0612345678', audioFile: { __rl: true, mode: 'id', value: 'A' }, emailForNotification: 'a@example.com' },
	'voice renameAudioFile': { audioFile: { __rl: true, mode: 'id', value: 'A' }, name: 'Autumn' },
	'voice sendSms': { to: '0612345678', text: 'Hello' },
};

/** Documented to be left out: "Empty fields are left out." */
const LEFT_OUT = ['contact create additionalFields'];

/** Where the refusal does not name the label. */
const SAID: Record<string, RegExp> = {
	// A number without its country code needs one.
	defaultCountry: /Default Country|country code/,
	area: /ZIP code/,
	phoneNumber: /phone number/i,
	text: /text of a suggested reply/,
	...Object.fromEntries(['limitType', 'resumeAmount', 'resumeUnit'].map((name) => [name, /Limit Wait Time/])),
};

interface Field {
	operation: string;
	/** Where its value stands in the parameters. */
	path: Array<string | number>;
	field: INodeProperties;
}

const collections = properties.filter(({ type }) => type === 'collection' || type === 'fixedCollection');

/** Every field in a collection of an operation, but for those that the parameters above hide. */
function fieldsOf(collection: INodeProperties): Field[] {
	const { resource = [], operation = [] } = collection.displayOptions?.show ?? {};
	const named = `${String(resource[0])} ${String(operation[0])}`;
	const options = (collection.options ?? []).filter((option): option is INodeProperties | INodePropertyCollection => !isChoice(option));
	return options.flatMap((option) => {
		if (!('values' in option)) return [{ operation: named, path: [collection.name, option.name], field: option }];
		const path = collection.typeOptions?.multipleValues === true ? [collection.name, option.name, 0] : [collection.name, option.name];
		return option.values.map((field) => ({ operation: named, path: [...path, field.name], field }));
	});
}

function isChoice(option: INodePropertyOptions | INodeProperties | INodePropertyCollection): option is INodePropertyOptions {
	return !('type' in option) && !('values' in option);
}

/** Fields of their own, which every item needs: those that can have an expression, and Simplify, which is read once for all items. */
const ownFields = properties.flatMap((field): Field[] => {
	const { resource = [], operation = [] } = field.displayOptions?.show ?? {};
	const isOwn = !collections.includes(field) && field.noDataExpression !== true && field.name !== 'simplify';
	return isOwn ? [{ operation: `${String(resource[0])} ${String(operation[0])}`, path: [field.name], field }] : [];
});

/** Of which only a clear no takes anything away. */
const HARMLESS = 'includeInputFields';

const fields = collections.flatMap(fieldsOf).filter(({ operation, path, field }) => field.name !== HARMLESS && !LEFT_OUT.includes(`${operation} ${String(path[0])}`));

it('is looked for in every collection', () => {
	expect(new Set(collections.map(({ name }) => name))).toEqual(COLLECTIONS);
});

describe('an expression that gives nothing for a field that was added', () => {
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator({ automaticReports: false });
	});
	beforeEach(() => simulator.reset());
	afterAll(async () => simulator.stop());

	/** The parameters with the field at its place, without those that would hide it. */
	function parametersWith({ operation, path, field }: Field, value: string): INodeParameters {
		const [resource = '', name = ''] = operation.split(' ');
		const parameters: INodeParameters = { resource, operation: name, ...structuredClone(OPERATIONS[operation] ?? {}) };
		const siblings: Record<string, unknown> = {};
		for (const [switched, [shown]] of Object.entries(field.displayOptions?.show ?? {}) as Array<[string, [string]]>) {
			if (switched === 'resource' || switched === 'operation') continue;
			if (switched.startsWith('/')) parameters[switched.slice(1)] = shown;
			else siblings[switched] = shown;
		}
		let at: Record<string | number, unknown> = parameters;
		path.forEach((key, depth) => {
			if (depth === path.length - 1) Object.assign(at, siblings, { [key]: value });
			else at[key] ??= typeof path[depth + 1] === 'number' ? [{ text: 'Yes' }] : {};
			at = at[key] as Record<string | number, unknown>;
		});
		return parameters;
	}

	it.each(fields.map((field): [string, Field] => [`${field.operation}: ${field.path.join('.')}`, field]))('is refused: %s', async (_what, field) => {
		const said = SAID[field.field.name] ?? new RegExp(`"${field.field.displayName}(?: of the area 60200)?"`);
		for (const value of [undefined, null, '']) {
			// An empty text is a value there: it empties the field.
			if (value === '' && field.path[0] === 'updateFields' && field.field.name !== 'phoneNumber') continue;
			const { error, items } = await run(simulator, parametersWith(field, '={{ $json.value }}'), [{ value }]);
			expect([field.path.join('.'), value, error?.message, items]).toEqual([field.path.join('.'), value, expect.stringMatching(said), []]);
		}
		expect(simulator.requests).toHaveLength(0);
	});

	it.each(ownFields.map((field): [string, Field] => [`${field.operation}: ${field.path.join('.')}`, field]))('is refused too where it stands by itself: %s', async (_what, field) => {
		const parameters = parametersWith(field, '={{ $json.value }}');
		if (field.field.type === 'resourceLocator') Object.assign(parameters, { [field.field.name]: { __rl: true, mode: 'id', value: '={{ $json.value }}' } });
		for (const value of [undefined, null, '']) {
			const { error, items } = await run(simulator, parameters, [{ value }]);
			expect([value, error?.message, items]).toEqual([value, expect.any(String), []]);
		}
		expect(simulator.requests).toHaveLength(0);
	});

	it.each([
		['contactRental estimate', { options: { subInterest: '', socialCategory: '' } }],
		['contactRental estimate', { areas: { area: [{ area: '60200', volume: '' }] } }],
		['sms preview', { options: { scheduledAt: '' } }],
		['voice getBalance', { options: { waitOnRateLimit: '' } }],
	])('is not the same as a field that was added and left empty: %s %j', async (operation, changes) => {
		const [resource = '', name = ''] = operation.split(' ');
		const { error, items } = await run(simulator, { resource, operation: name, ...OPERATIONS[operation], ...changes });
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
	});
});
