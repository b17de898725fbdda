import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { fixture } from '../fixtures';
import { startSimulator, type Simulator } from '../simulator';
import { run } from './support/campaign';
import { itFailsWell } from './support/commonFailures';
import { goOn, people, phoneNumber } from './support/parameters';
import { expectSchema } from './support/schema';

const ISO_DATE = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00$/);
const NO_DETAILS = { firstName: null, lastName: null, birthDate: null, url: null, custom1: null, custom2: null, custom3: null, custom4: null };
const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
const group = (value: string) => ({ __rl: true, mode: 'id', value });

describe('contact', () => {
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator({ automaticReports: false });
	});
	beforeEach(() => simulator.reset());
	afterAll(async () => simulator.stop());

	const answer = (body: unknown, path?: string) => simulator.faults.add({ kind: 'body', status: 200, body, accept: false }, path === undefined ? {} : { path });
	const asked = () => simulator.requests.map(({ method, path, status }) => `${method} ${path} ${status}`);
	const bodyOf = (index: number) => simulator.requests[index]?.body as IDataObject;
	const outputs = (items: INodeExecutionData[]) => items.map(({ json }) => json);
	const numbersIn = (groupId: string) => simulator.contacts.filter((contact) => contact.groupId === groupId).map((contact) => contact.phoneNumber);

	describe('create', () => {
		const parameters: INodeParameters = {
			resource: 'contact',
			operation: 'create',
			groupId: group('={{ $json.groupId }}'),
			phoneNumber: '={{ $json.phoneNumber }}',
			additionalFields: { firstName: '={{ $json.name }}' },
			options: {},
		};
		const inGroup = (groupId: string, items: IDataObject[]) => items.map((item) => ({ ...item, groupId }));

		it('adds one contact by itself, with everything known about it', async () => {
			const { groupId } = simulator.addGroup('Nice');
			const additionalFields = { firstName: 'prénom', lastName: 'nom', birthDate: '1990-05-31T00:00:00', url: 'http://example.com', custom1: 'custom 1', custom2: 'custom 2', custom3: 'custom 3', custom4: 'custom 4' };
			const { items } = await run(simulator, { ...parameters, groupId: group(groupId), phoneNumber: '06 12 34 56 78', additionalFields });
			const { contact: documented } = fixture('sms-contact-add.request') as { contact: IDataObject };
			const { shortUrlPartnr: _unexplained, ...fields } = documented;
			expect(Object.keys(bodyOf(0)).sort()).toEqual(Object.keys(fixture('sms-contact-add.request')).filter((name) => name !== 'apiKey').sort());
			expect(bodyOf(0)).toEqual({ groupId, contact: { ...fields, phoneNumber: '+33612345678', date: '1990-05-31', url: 'http://example.com' } });
			expect(items).toEqual([
				{
					json: { phoneNumber: '+33612345678', contactId: simulator.contacts[0]?.contactId, groupId, ...additionalFields, birthDate: '1990-05-31' },
					pairedItem: { item: 0 },
				},
			]);
		});

		it('adds 1,200 contacts of two groups in four requests, one output item each', async () => {
			const [nice, paris] = [simulator.addGroup('Nice').groupId, simulator.addGroup('Paris').groupId];
			const input = people(1200).map((person, index) => ({ ...person, groupId: index % 2 === 0 ? nice : paris }));
			const { items } = await run(simulator, parameters, input);
			expect(simulator.requests.map(({ body }) => (body as { contactsList: unknown[] }).contactsList.length).sort()).toEqual([100, 100, 500, 500]);
			expect(asked()).toEqual(Array.from({ length: 4 }, () => 'POST /contact/multiple/add 200'));
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual(input.map((_, item) => ({ item })));
			expectSchema('contact', 'create', outputs(items));
			expect(items[7]?.json).toEqual({ ...NO_DETAILS, phoneNumber: phoneNumber(7), contactId: null, groupId: paris, firstName: 'Person 7' });
			expect(numbersIn(nice)).toHaveLength(600);
			expect(numbersIn(paris)).toHaveLength(600);
		});

		it('asks with the fields of sms-contact-add-batch.request', async () => {
			const { groupId } = simulator.addGroup('Nice');
			const { contactsList } = fixture('sms-contact-add-batch.request') as { contactsList: IDataObject[] };
			const additionalFields = { firstName: '={{ $json.firstname }}', lastName: '={{ $json.lastname }}', birthDate: '={{ $json.date }}', url: 'http://example.com', custom1: '={{ $json.custom1 }}' };
			await run(simulator, { ...parameters, groupId: group(groupId), additionalFields }, contactsList);
			expect(bodyOf(0)).toEqual({
				groupId,
				contactsList: contactsList.map((contact, index) => ({ ...contact, url: 'http://example.com', phoneNumber: `+3360000000${index}` })),
			});
		});

		it('gives every item its own result: sms-contact-add-batch.success', async () => {
			answer(fixture('sms-contact-add-batch.success'));
			const { items } = await run(simulator, { ...parameters, groupId: group('GROUP_ID') }, [{ phoneNumber: '0600000000' }, { phoneNumber: '0600000001' }], goOn);
			expect(outputs(items)).toEqual(
				[0, 1].map((index) => ({
					error: `Le numéro est déjà dans le groupe (+3360000000${index})`,
					code: '15',
					description: expect.stringContaining('in the group already'),
					phoneNumber: `+3360000000${index}`,
				})),
			);
		});

		it('adds the others although some are refused', async () => {
			const { groupId } = simulator.addGroup('Nice');
			simulator.addContact(groupId, phoneNumber(1));
			simulator.optOut(phoneNumber(2));
			simulator.makeInvalid(phoneNumber(3));
			const { items } = await run(simulator, parameters, [...inGroup(groupId, people(5)), { groupId, phoneNumber: '12' }], goOn);
			expect(items.map(({ json }) => json.code ?? json.firstName)).toEqual(['Person 0', '15', '14', '9', 'Person 4', 'INVALID_INPUT']);
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2, 3, 4, 5].map((item) => ({ item })));
			expect(numbersIn(groupId).sort()).toEqual([phoneNumber(0), phoneNumber(1), phoneNumber(4)]);
		});

		it('puts the same number into a group once, and says so of the other item', async () => {
			const { groupId } = simulator.addGroup('Nice');
			const { items } = await run(simulator, parameters, inGroup(groupId, [...people(2), ...people(1)]), goOn);
			expect(items.filter(({ json }) => json.code === '15')).toHaveLength(1);
			expect(numbersIn(groupId).sort()).toEqual([phoneNumber(0), phoneNumber(1)]);
		});

		it('tells every contactId when each contact goes by itself', async () => {
			const { groupId } = simulator.addGroup('Nice');
			const { items } = await run(simulator, { ...parameters, options: { batchSize: 1 } }, inGroup(groupId, people(3)));
			expect(asked()).toEqual(Array.from({ length: 3 }, () => 'POST /contact/add 200'));
			expect(items.map(({ json }) => json.contactId)).toEqual(people(3).map(({ phoneNumber: number }) => simulator.contacts.find((contact) => contact.phoneNumber === number)?.contactId));
		});

		it('adds a batch by the other documented route when the platform does not know the first', async () => {
			simulator.behaviour.unknownRoutes = ['POST /contact/multiple/add'];
			const { groupId } = simulator.addGroup('Nice');
			const { items } = await run(simulator, parameters, inGroup(groupId, people(3)));
			expect(asked()).toEqual(['POST /contact/multiple/add 404', 'POST /contact/add 200']);
			expect(bodyOf(1)).toEqual(bodyOf(0));
			expect(items).toHaveLength(3);
			expect(numbersIn(groupId)).toHaveLength(3);
		});

		it('adds each by itself where the platform takes no batch at all', async () => {
			const noBatches = { kind: 'body', status: 400, body: { success: false, code: 2, message: 'Les informations du contact sont requises' }, accept: false } as const;
			const { groupId } = simulator.addGroup('Nice');
			simulator.faults.add(noBatches, { path: '/contact/multiple/add', times: 10 });
			const { items } = await run(simulator, parameters, inGroup(groupId, people(4)));
			expect(items.map(({ json }) => json.firstName)).toEqual(people(4).map(({ name }) => name));
			expect(numbersIn(groupId)).toHaveLength(4);
		});

		it.each<[string, Parameters<Simulator['faults']['add']>[0]]>([
			['a time-out', { kind: 'reset', accept: true }],
			['a web page', { kind: 'body', status: 200, body: '<html></html>', contentType: 'text/html', accept: true }],
			['an answer about nobody', { kind: 'body', status: 200, body: { success: true, code: 200 }, accept: true }],
		])('neither repeats a batch after %s nor claims anything about it', async (_what, fault) => {
			const { groupId } = simulator.addGroup('Nice');
			simulator.faults.add(fault);
			const { items } = await run(simulator, parameters, inGroup(groupId, people(3)), { ...retry, ...goOn });
			expect(simulator.requests).toHaveLength(1);
			expect(items.map(({ json }) => json.error)).toEqual(people(3).map(() => expect.stringMatching(/^Outcome unknown: /)));
		});

		it('asks once about an unknown group, however many contacts it was to get', async () => {
			const { items } = await run(simulator, parameters, inGroup('gone', people(20)), goOn);
			expect(simulator.requests).toHaveLength(1);
			expect(items.map(({ json }) => json.description)).toEqual(people(20).map(() => expect.stringContaining('does not know this group')));
		});

		it('adds nothing again that was added when n8n calls the node again', async () => {
			const { groupId } = simulator.addGroup('Nice');
			simulator.addContact(groupId, phoneNumber(0));
			const { items } = await run(simulator, parameters, inGroup(groupId, people(3)), { ...retry, ...goOn });
			expect(items.map(({ json }) => json.code ?? json.firstName)).toEqual(['15', 'Person 1', 'Person 2']);
			expect(asked()).toEqual(['POST /contact/multiple/add 200', 'POST /contact/add 400', 'POST /contact/add 400']);
		});

		it.each([
			[{ phoneNumber: '12' }, /"12" is not a possible phone number/],
			[{ additionalFields: { birthDate: '31/05/1990' } }, /"Birth Date" is not a date/],
			[{ additionalFields: { url: 'example' } }, /"URL" is not a web address/],
			[{ options: { batchSize: 501 } }, /^Nothing was added: Batch Size/],
		])('refuses %j before anything is sent', async (wrong, said) => {
			const { error } = await run(simulator, { ...parameters, groupId: group('1'), phoneNumber: phoneNumber(1), ...wrong });
			expect(error?.message).toMatch(said);
			expect(simulator.requests).toHaveLength(0);
		});

		itFailsWell(() => simulator, {
			parameters: { ...parameters, groupId: group('GROUP_ID'), phoneNumber: '+33612345678', additionalFields: {} },
			effect: 'write',
			success: fixture('sms-contact-add.success'),
			wrongKey: 'sms-contact-add.error-10',
			sends: 'added',
			required: { groupId: /^Group is empty/, phoneNumber: /phone number is empty/ },
			refusals: { 1: /Choose one in Group/, 2: /Fill in Phone Number/, 9: /text above names them/, 10: /API key is not accepted/, 14: /opt-out/, 15: /Contact > Update/, 50: /Batch Size/, 404: /does not know this group/ },
		});
	});

	describe('update', () => {
		const parameters: INodeParameters = { resource: 'contact', operation: 'update', contactId: '={{ $json.contactId }}', updateFields: { firstName: '={{ $json.name }}' }, options: {} };

		function known(count: number) {
			const { groupId } = simulator.addGroup('Nice');
			return people(count).map(({ phoneNumber: number, name }) => ({ contactId: simulator.addContact(groupId, String(number), { lastname: 'Dupont', url: 'http://a' }).contactId, name }));
		}

		it('changes what is given, empties what is given empty, and leaves the rest', async () => {
			const [first] = known(1);
			const updateFields = { firstName: 'Marie', url: '', birthDate: '2020-06-12', phoneNumber: '06 12 34 56 78' };
			const { items } = await run(simulator, { ...parameters, updateFields }, [first ?? {}]);
			expect(items[0]?.json).toEqual({ contactId: first?.contactId, updated: true, changedFields: ['phoneNumber', 'firstName', 'birthDate', 'url'] });
			expect(simulator.contacts[0]).toMatchObject({ phoneNumber: '+33612345678', firstname: 'Marie', lastname: 'Dupont', date: '2020-06-12', url: '' });
		});

		it('empties what an expression gives as an empty text', async () => {
			const [first] = known(1);
			await run(simulator, { ...parameters, updateFields: { url: '={{ "" }}' } }, [first ?? {}]);
			expect(simulator.contacts[0]).toMatchObject({ lastname: 'Dupont', url: '' });
		});

		it('asks with the fields of sms-contact-update.request', async () => {
			const { contact } = fixture('sms-contact-update.request') as { contact: IDataObject };
			const updateFields = { phoneNumber: '+33612345678', firstName: 'prénom', lastName: 'nom', url: '', birthDate: '2020-06-12', custom2: 'custom2' };
			answer(fixture('sms-contact-update.success'));
			const { items } = await run(simulator, { ...parameters, contactId: 'ID CONTACT', updateFields });
			expect(bodyOf(0)).toEqual({ contactId: 'ID CONTACT', contact: { ...contact, phoneNumber: '+33612345678', date: '2020-06-12' } });
			expectSchema('contact', 'update', outputs(items));
			expect(items[0]?.json).toEqual({ contactId: 'ID CONTACT', updated: true, changedFields: ['phoneNumber', 'firstName', 'lastName', 'birthDate', 'url', 'custom2'] });
		});

		it('updates the others although one is unknown', async () => {
			const [first, last] = known(2);
			const { items } = await run(simulator, parameters, [first ?? {}, { contactId: 'gone', name: 'x' }, last ?? {}], goOn);
			expect(items.map(({ json }) => json.changedFields ?? json.description)).toEqual([['firstName'], expect.stringContaining('does not know this contact'), ['firstName']]);
			expect(simulator.contacts.map(({ firstname }) => firstname)).toEqual(['Person 0', 'Person 1']);
		});

		it.each([
			[{ updateFields: {} }, /^There is nothing to change/],
			[{ updateFields: { firstName: '={{ $json.missing }}', lastName: 'Dupont' } }, /^"First Name" is empty/],
			[{ updateFields: { phoneNumber: '' } }, /phone number is empty/],
			[{ updateFields: { lastName: 'x'.repeat(33) } }, /"Last Name" has 33 characters/],
		])('refuses %j before anything is sent', async (wrong, said) => {
			expect((await run(simulator, { ...parameters, contactId: '1', ...wrong })).error?.message).toMatch(said);
			expect(simulator.requests).toHaveLength(0);
		});

		itFailsWell(() => simulator, {
			parameters: { ...parameters, contactId: 'ID CONTACT', updateFields: { firstName: 'Marie' } },
			effect: 'write',
			success: fixture('sms-contact-update.success'),
			wrongKey: 'sms-contact-update.error-10',
			required: { contactId: /^Contact ID is empty/ },
			refusals: { 1: /Fill in Contact ID/, 2: /Update Fields/, 9: /text above names them/, 10: /API key is not accepted/, 15: /Another contact/, 404: /does not know this contact/ },
		});
	});

	describe('delete', () => {
		const parameters: INodeParameters = { resource: 'contact', operation: 'delete', contactId: '={{ $json.contactId }}' };

		it('deletes each contact once, unknown ones aside', async () => {
			const { groupId } = simulator.addGroup('Nice');
			const [first, last] = people(2).map(({ phoneNumber: number }) => simulator.addContact(groupId, String(number)).contactId);
			const { items } = await run(simulator, parameters, [{ contactId: 'gone' }, { contactId: first }, { contactId: last }], { ...retry, ...goOn });
			expect(items.map(({ json }) => json.deleted ?? json.code)).toEqual(['404', true, true]);
			expect(items[1]?.json).toEqual({ deleted: true, contactId: first });
			expectSchema('contact', 'delete', outputs(items.slice(1)));
			expect(simulator.contacts).toEqual([]);
			expect(simulator.requests.map(({ status }) => status).sort()).toEqual([200, 200, 400, 400, 400]);
		});

		itFailsWell(() => simulator, {
			parameters: { ...parameters, contactId: 'ID CONTACT' },
			effect: 'write',
			success: fixture('sms-contact-delete.success'),
			wrongKey: 'sms-contact-delete.error-10',
			required: { contactId: /^Contact ID is empty/ },
			refusals: { 1: /Fill in Contact ID/, 10: /API key is not accepted/, 404: /does not know this contact/ },
		});
	});

	describe('get', () => {
		const parameters: INodeParameters = { resource: 'contact', operation: 'get', contactId: '={{ $json.contactId }}', simplify: true };

		it('gets each contact, opted out or not', async () => {
			const { groupId } = simulator.addGroup('Nice');
			const input = people(2).map(({ phoneNumber: number }) => ({ contactId: simulator.addContact(groupId, String(number), { firstname: 'Marie', date: '12-06-2020' }).contactId }));
			simulator.optOut(phoneNumber(1));
			const { items } = await run(simulator, parameters, input);
			expectSchema('contact', 'get', outputs(items));
			expect(items).toEqual(
				input.map(({ contactId }, item) => ({
					json: { contactId, phoneNumber: phoneNumber(item), ...NO_DETAILS, firstName: 'Marie', birthDate: '2020-06-12', createdAt: ISO_DATE, optedOut: item === 1 },
					pairedItem: { item },
				})),
			);
		});

		it('reads sms-contact-detail.success, with the record under raw when not simplified', async () => {
			answer(fixture('sms-contact-detail.success'));
			const { items } = await run(simulator, { ...parameters, contactId: '1', simplify: false });
			expect(items[0]?.json).toEqual({
				contactId: 'ID CONTACT',
				phoneNumber: '+xxxxxxxxxxx',
				...NO_DETAILS,
				createdAt: '2020-10-02T16:40:05+02:00',
				optedOut: false,
				raw: fixture('sms-contact-detail.success').contact,
			});
		});

		it('does not take a success without a contact for one', async () => {
			answer({ success: true, code: 200, contact: [] });
			expect((await run(simulator, { ...parameters, contactId: '1' })).error?.message).toBe('The platform answered without the expected result');
		});

		itFailsWell(() => simulator, {
			parameters: { ...parameters, contactId: 'ID CONTACT' },
			effect: 'read',
			success: fixture('sms-contact-detail.success'),
			wrongKey: 'sms-contact-detail.error-10',
			required: { contactId: /^Contact ID is empty/ },
			refusals: { 1: /Fill in Contact ID/, 10: /API key is not accepted/, 404: /does not know this contact/ },
		});
	});

	describe('getAll', () => {
		const parameters: INodeParameters = { resource: 'contact', operation: 'getAll', groupId: group('={{ $json.groupId }}'), returnAll: true, simplify: true };

		function groupOf(count: number): string {
			const { groupId } = simulator.addGroup('Nice');
			for (const { phoneNumber: number } of people(count)) simulator.addContact(groupId, String(number));
			return groupId;
		}

		it.each([
			[20, ['1', '2', '3']],
			[500, ['1']],
		])('lists a group on pages of %i', async (contactsPerPage, pages) => {
			simulator.behaviour.contactsPerPage = contactsPerPage;
			const groupId = groupOf(45);
			const { items } = await run(simulator, parameters, [{ groupId }]);
			expect(simulator.requests.map(({ query }) => query)).toEqual(pages.map((page) => ({ groupId, page })));
			expect(items.map(({ json }) => json.phoneNumber)).toEqual(people(45).map(({ phoneNumber: number }) => number));
			expectSchema('contact', 'getAll', outputs(items));
			expect(items[44]?.json).toEqual({ groupId, contactId: simulator.contacts[44]?.contactId, phoneNumber: phoneNumber(44), ...NO_DETAILS, createdAt: ISO_DATE, optedOut: false });
		});

		it('reads no more pages than the limit of each item needs', async () => {
			const [many, few] = [groupOf(45), simulator.addGroup('Paris').groupId];
			const { items } = await run(simulator, { ...parameters, returnAll: false, limit: 25 }, [{ groupId: many }, { groupId: few }]);
			expect(items).toHaveLength(25);
			expect(simulator.requests).toHaveLength(3);
		});

		it('reads sms-contact-list.success', async () => {
			answer(fixture('sms-contact-list.success'));
			const { items } = await run(simulator, { ...parameters, groupId: group('G') });
			expect(outputs(items)).toEqual(
				[['Michel', 'Dupont', '2025-03-12T13:49:22+01:00'], ['Marie', 'Bertrand', '2025-03-12T14:33:55+01:00']].map(([firstName, lastName, createdAt]) => ({
					groupId: 'G', contactId: 'ID_CONTACT', phoneNumber: '+33XXXXXXXXX', ...NO_DETAILS, firstName, lastName, createdAt, optedOut: false,
				})),
			);
			expect(simulator.requests).toHaveLength(1);
		});

		it('adds the platform record under raw when not simplified', async () => {
			const { items } = await run(simulator, { ...parameters, simplify: false }, [{ groupId: groupOf(1) }]);
			expect(items[0]?.json.raw).toMatchObject({ phone: phoneNumber(0), shortUrl: '' });
		});

		it('ends when the platform repeats a page for ever', async () => {
			simulator.faults.add({ kind: 'body', status: 200, body: { ...fixture('sms-contact-list.success'), total: '100000' }, accept: false }, { times: 50 });
			const { items } = await run(simulator, { ...parameters, groupId: group('G') });
			expect(items).toHaveLength(2);
			expect(simulator.requests).toHaveLength(2);
		});

		it('does not take a success without a list for an empty group', async () => {
			answer({ success: true, code: 200, total: '0' });
			expect((await run(simulator, { ...parameters, groupId: group('G') })).error?.message).toBe('The platform answered without the expected result');
		});

		itFailsWell(() => simulator, {
			parameters: { ...parameters, groupId: group('GROUP_ID') },
			effect: 'read',
			success: fixture('sms-contact-list.success'),
			wrongKey: 'sms-contact-list.error-10',
			required: { groupId: /^Group is empty/ },
			refusals: { 1: /Choose one in Group/, 10: /API key is not accepted/, 404: /does not know this group/ },
		});
	});
});
