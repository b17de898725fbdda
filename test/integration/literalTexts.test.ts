import { DateTime } from 'luxon';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startSimulator, type Simulator } from '../simulator';
import { run } from './support/campaign';
import { campaignParameters, goOn, people, phoneNumber, sendParameters } from './support/parameters';
import { SleepingExecution } from './support/sleepingExecution';

const rcs: INodeParameters = { resource: 'rcs', operation: 'send', to: '={{ $json.phoneNumber }}', content: 'text', text: 'Hello', suggestions: {}, failover: {}, options: {} };
const voice: INodeParameters = { resource: 'voice', operation: 'sendSms', to: '={{ $json.phoneNumber }}', content: 'text', text: 'Hello', language: 'en', options: {} };
const preview: INodeParameters = { resource: 'sms', operation: 'preview', recipientSource: 'parameters', message: 'Hello', options: {} };

/** Every text that people receive, with a text in its place. */
const EVERY_TEXT: Array<[string, (text: string) => INodeParameters]> = [
	['the message of an SMS', (message) => ({ ...sendParameters, message })],
	['a previewed message', (message) => ({ ...preview, message })],
	['the text of an RCS', (text) => ({ ...rcs, text })],
	['the file of an RCS', (fileUrl) => ({ ...rcs, content: 'file', fileUrl })],
	['the title of a card', (title) => ({ ...rcs, content: 'richCard', card: { title } })],
	['the description of a card', (description) => ({ ...rcs, content: 'richCard', card: { title: 'Sale', description } })],
	['the picture of a card', (mediaUrl) => ({ ...rcs, content: 'richCard', card: { title: 'Sale', mediaUrl } })],
	['a suggested reply', (text) => ({ ...rcs, suggestions: { reply: [{ text: 'Yes' }, { text }] } })],
	['the data of a suggested reply', (postbackData) => ({ ...rcs, suggestions: { reply: [{ text: 'Yes', postbackData }] } })],
	['the failover', (message) => ({ ...rcs, failover: { message } })],
	['the text of a call', (text) => ({ ...voice, text })],
];

describe('a text that holds what was to be filled in', () => {
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator({ automaticReports: false });
	});
	beforeEach(() => simulator.reset());
	afterAll(async () => simulator.stop());

	/** What is said of each item, without its number. */
	async function said(parameters: INodeParameters, items: IDataObject[]): Promise<unknown[]> {
		const { items: results } = await run(simulator, parameters, items, goOn);
		expect(results.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
		return results.map(({ json }) => json.error);
	}

	const named = (count: number) => people(count).map((person, index) => ({ ...person, code: index, ...(index % 2 === 0 && { firstName: 'Ann', 'Prénom usuel': 'Anne', 'N°': 5 }) }));

	describe.each([
		['Input Fields', campaignParameters],
		['Parameters', { ...sendParameters, to: '={{ $json.phoneNumber }}' }],
		['Input Fields, previewed', { ...preview, recipientSource: 'inputFields' }],
	])('with %s', (_source, parameters) => {
		it.each([
			...['Bonjour {{ $json.firstName }}', 'Bonjour {{ $json.firstName }}, code {code}', "{code} {{ $('Sheet').item.json.name }}", '{{ $now }}', '{{ DateTime.now() }} {code}', '{{ $json.firstName }'],
			...['Bonjour {{firstName}}', '{{firstName}} {code}', '{{ code }}', '{{Prenom Usuel}}', '{{ n° }} {code}', '{{unknown_name}}', '{{ firstName | upper }}', 'Bonjour {{Prénom, ça va ?'],
		])('refuses %j for everybody, once', async (message) => {
			const items = named(4);
			expect(await said({ ...parameters, message }, items)).toEqual(items.map(() => expect.stringMatching(/^Message would be sent with the literal text \{/)));
			const { error, items: none } = await run(simulator, { ...parameters, message }, items);
			expect(error?.message).toMatch(parameters.operation === 'send' ? /^Nothing was sent: Message would be sent with the literal text \{/ : /^Message would be sent/);
			expect(`${error?.message} ${error?.description}`).not.toContain(phoneNumber(0));
			expect(none).toEqual([]);
			expect(simulator.requests).toEqual([]);
		});
	});

	it('leaves double braces around anything else, and four around a name', async () => {
		expect(await said({ ...campaignParameters, message: '{name} {{50 %}} {{{{firstName}}}}', options: { unicode: true } }, named(2))).toEqual([undefined, undefined]);
		expect(simulator.accepted.map(({ message }) => message)).toEqual(['Person 0 {50 %} {{firstName}}', 'Person 1 {50 %} {{firstName}}']);
	});

	it.each(['{Prénom}', '{First Name}', '{N°}', '{NOM DU CLIENT}', '{Prix €}', '{e-mail}', '{имя}', '{{Prénom}}'])('refuses %s in a fixed Message of Parameters, and says how to fill it in', async (placeholder) => {
		const { error } = await run(simulator, { ...sendParameters, message: `Bonjour ${placeholder}` }, named(3));
		expect(error).toMatchObject({ message: `Nothing was sent: Message would be sent with the literal text ${placeholder}`, description: expect.stringMatching(/Input Fields.*Expression.*parentheses/) });
		expect(simulator.requests).toEqual([]);
	});

	it.each(EVERY_TEXT)('is refused as %s, fixed or from a sheet', async (_what, parameters) => {
		for (const literal of ['https://a.example/{{$json.x}}', 'https://a.example/{Prénom}', 'https://a.example/[object Object]']) {
			expect([literal, await said(parameters(literal), people(2))]).toEqual([literal, [expect.stringContaining('would be sent with the literal text'), expect.stringContaining('would be sent with the literal text')]]);
		}
		for (const mixed of ['=https://a.example/{Prénom}{{ $json.name.length }}', '=https://a.example/{{ $json.name.length }}{name']) {
			const { error } = await run(simulator, parameters(mixed), people(2));
			expect([mixed, error?.message]).toEqual([mixed, expect.stringContaining('would be sent with the literal text {')]);
		}
		const items = people(2).map((person) => ({ ...person, text: 'https://a.example/{{$json.x}}', lines: [{ name: 'Coat' }] }));
		for (const evaluated of ['={{ $json.text }}', '=https://a.example/{{ $json.lines }}']) {
			expect([evaluated, await said(parameters(evaluated), items)]).toEqual([evaluated, [expect.stringContaining('would be sent with the literal text'), expect.stringContaining('would be sent with the literal text')]]);
		}
		expect(simulator.requests).toEqual([]);
	});

	it('is refused before anything is waited for', async () => {
		const ask = { resource: 'sms', operation: 'sendAndWaitForEvent', to: phoneNumber(0), waitFor: 'reply', options: {} };
		for (const message of ['Yes or no, {{ $json.firstName }}?', 'Yes or no, {Prénom}?', '=Yes or no? {{ [{ a: 1 }] }}']) {
			const execution = await new SleepingExecution(simulator, { parameters: { ...ask, message } }).start();
			expect([message, execution.error?.message]).toEqual([message, expect.stringContaining('Message would be sent with the literal text')]);
		}
		expect(simulator.requests).toEqual([]);
	});

	it('concerns only the item whose expression gives an object, and says how to write a list', async () => {
		const items = people(3).map((person, index) => ({ ...person, lines: index === 1 ? [{ name: 'Coat' }] : 'Coat' }));
		const { items: results } = await run(simulator, { ...sendParameters, message: '=Articles : {{ $json.lines }}' }, items);
		expect(results.map(({ json }) => json.error ?? json.status)).toEqual(['waiting', `Message would be sent with the literal text [object Object] (${phoneNumber(1)})`, 'waiting']);
		expect(results[1]?.json.description).toContain(".map(line => line.name).join(', ')");
		expect(simulator.accepted.map(({ message }) => message)).toEqual(['Articles : Coat', 'Articles : Coat']);
	});

	it.each([
		[{ title: '={{ $json.title }}' }, /"?Title/],
		[{ title: 'Sale', description: '={{ $json.title }}' }, /"?Description/],
	])('sends no card with %j that is no text', async (card, field) => {
		const items = [{ a: 1 }, ['a'], [], ' ', '\u00a0', null, true].map((title, index) => ({ phoneNumber: phoneNumber(index), title }));
		expect(await said({ ...rcs, content: 'richCard', card }, items)).toEqual(items.map(() => expect.stringMatching(new RegExp(`^${field.source}"? is (not text|empty) `))));
		expect(simulator.requests).toEqual([]);
	});
});

describe('a field of the input', () => {
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator({ automaticReports: false });
	});
	beforeEach(() => simulator.reset());
	afterAll(async () => simulator.stop());

	it.each<[string, unknown, string, string]>([
		['a date', new Date(0), 'is a date, and not a text', 'toFormat'],
		['a DateTime', DateTime.now(), 'is a date, and not a text', "{{ $json.value.toFormat('dd/MM/yyyy') }}"],
		['a list', ['a', 'b'], 'is a list, and not a text', "{{ $json.value.join(', ') }}"],
		['an object', { first: 'Ann' }, 'is an object, and not a text', '{value.first}'],
		['missing', undefined, 'is missing or empty, so its text would have a hole', 'This item has the fields phoneNumber, name, value.'],
		['blank', ' ', 'is missing or empty, so its text would have a hole', 'This item has the fields phoneNumber, name, value.'],
		['an object that became a text', 'x [object Object]', 'Message would be sent with the literal text [object Object]', 'Name the value'],
	])('that is %s is refused, and how to write it is said', async (_what, value, message, advice) => {
		const items = people(2).map((person, index) => ({ ...person, value: index === 0 ? value : 'Ann' }) as IDataObject);
		const { items: results } = await run(simulator, { ...campaignParameters, message: 'Hello {value}' }, items);
		expect(results[0]?.json).toMatchObject({ status: 'notSent', error: expect.stringContaining(message), description: expect.stringContaining(advice) });
		expect(simulator.accepted.map((sms) => sms.message)).toEqual(['Hello Ann']);
	});

	/** How a header of a sheet arrives: with the mark of the file, spaces, or accents apart. */
	const HEADERS: Array<[string, (name: string) => string]> = [
		['as it is', (name) => name],
		['with a BOM', (name) => `\ufeff${name}`],
		['with a BOM read as Latin-1', (name) => `ï»¿${name}`],
		['with a space behind it', (name) => `${name} `],
		['with a space that does not break', (name) => `\u00a0${name.replaceAll(' ', '\u202f')}`],
		['decomposed', (name) => name.normalize('NFD')],
	];

	it.each(HEADERS)('is found %s', async (_how, header) => {
		const items = people(2).map((person) => ({ [header('Téléphone mobile')]: person.phoneNumber, [header('Prénom')]: person.name, [header('commande')]: { [header('N°')]: 7 } }));
		const { items: results } = await run(simulator, { ...campaignParameters, phoneField: 'Téléphone mobile', message: '{Prénom}, {commande.N°}' }, items);
		expect(results.map(({ json }) => json.error)).toEqual([undefined, undefined]);
		expect(simulator.accepted.map(({ message }) => message)).toEqual(['Person 0, 7', 'Person 1, 7']);

		const sent = results.map(({ json }) => ({ [header('Téléphone mobile')]: json.phoneNumber, [header('Référence')]: json.messageId }) as IDataObject);
		const status = { resource: 'sms', operation: 'getStatus', recipientSource: 'inputFields', messageIdField: 'Référence', phoneField: 'Téléphone mobile', simplify: true };
		expect((await run(simulator, status, sent)).items.map(({ json }) => [json.phoneNumber, json.error])).toEqual([[phoneNumber(0), undefined], [phoneNumber(1), undefined]]);
	});

	it('is not guessed where two read alike and differ', async () => {
		const items = [{ '\ufeffphone': '0612345678', 'phone ': '0612345679', name: 'Ann' }, { '\ufeffphone': '', 'phone ': '0612345679', name: 'Ben' }];
		const { items: results } = await run(simulator, { ...campaignParameters, phoneField: 'phone' }, items);
		expect(results.map(({ json }) => json.error)).toEqual([expect.stringContaining('several fields that read as "phone"'), undefined]);
		expect(simulator.accepted.map((sms) => sms.phoneNumber)).toEqual(['+33612345679']);
	});

	it.each([
		[campaignParameters, { name: 'Ann', tel: '0612345678' }],
		[{ resource: 'sms', operation: 'getStatus', recipientSource: 'inputFields', messageIdField: 'messageId', phoneField: 'phoneNumber' }, { name: 'Ann', tel: '0612345678' }],
		[{ resource: 'phoneNumber', operation: 'verifyFormat', recipientSource: 'inputFields', phoneField: 'phoneNumber', options: {} }, { name: 'Ann', tel: '0612345678' }],
		[{ resource: 'phoneNumber', operation: 'verifyNetwork', recipientSource: 'inputFields', phoneField: 'phoneNumber', options: {} }, { name: 'Ann', tel: '0612345678' }],
	])('that %j does not find is missing among those that the item has', async (parameters, item) => {
		const { items: results } = await run(simulator, parameters, [item], goOn);
		expect(results.map(({ json }) => [json.error, json.description])).toEqual([[expect.stringContaining('of this item is missing or empty'), expect.stringContaining('This item has the fields name, tel.')]]);
		expect(simulator.requests).toEqual([]);
	});
});
