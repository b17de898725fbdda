import { CALLER, call, codeOf, expectKeysRefused, fixture, numbers, shape } from './helpers';
import { startSimulator, type Simulator } from '../index';

let simulator: Simulator;
let groupId: string;

beforeAll(async () => {
	simulator = await startSimulator({ now: () => new Date('2025-03-12T12:49:22Z') });
});
beforeEach(() => {
	simulator.reset();
	({ groupId } = simulator.addGroup('Spring'));
});
afterAll(async () => await simulator.stop());

/** A documented request, once its placeholders are real. */
function documentedRequest(name: string, ids: object): object {
	const text = JSON.stringify(fixture(name))
		.replace(/"\+?x{9}"/, `"${CALLER}"`)
		.replaceAll('http:...', 'http://example.com')
		.replace('YYYY-MM-DD', '1980-12-31');
	return { ...JSON.parse(text), apiKey: simulator.apiKey, ...ids };
}

it.each([
	['POST /contact/add', 'sms-contact-add.error-10.json'],
	['POST /contact/multiple/add', 'sms-contact-add.error-10.json'],
	['POST /contact/update', 'sms-contact-update.error-10.json'],
	['POST /contact/delete', 'sms-contact-delete.error-10.json'],
	['GET /contact/list', 'sms-contact-list.error-10.json'],
	['GET /contact/detail', 'sms-contact-detail.error-10.json'],
])('%s refuses a missing and a wrong key', async (route, documented) => {
	await expectKeysRefused(simulator, route, 10, documented);
});

describe('POST /contact/add', () => {
	it('takes the documented request and answers like the fixture', async () => {
		const request = documentedRequest('sms-contact-add.request.json', { groupId });
		const { data } = await call(simulator, 'POST /contact/add', request);
		expect(shape(data)).toEqual(shape(fixture('sms-contact-add.success.json')));
		const [contact] = simulator.contacts;
		expect(data.contact).toMatchObject({ contactId: contact?.contactId, phoneNumber: CALLER, custom4: 'custom 4' });
		expect(contact).toMatchObject({ groupId, phoneNumber: CALLER, firstname: 'prénom', date: '1980-12-31' });
	});

	it('repeats what was sent and nothing else', async () => {
		const contact = { phoneNumber: '0612345678', custom1: '', other: 'x' };
		const { data } = await call(simulator, 'POST /contact/add', { groupId, contact });
		expect(data.contact).toEqual({ phoneNumber: '0612345678', custom1: '', contactId: expect.any(String) });
	});

	it('knows a number once in each group', async () => {
		const other = simulator.addGroup('Summer').groupId;
		const add = async (group: string, phoneNumber: string) =>
			await codeOf(simulator, 'POST /contact/add', { groupId: group, contact: { phoneNumber } });
		expect(await add(groupId, '0612345678')).toBe(200);
		expect(await add(groupId, CALLER)).toBe(15);
		expect(await add(other, CALLER)).toBe(200);
		expect(simulator.contacts.map((contact) => contact.groupId)).toEqual([groupId, other]);
	});

	const valid = { phoneNumber: CALLER };
	it.each([
		[1, 'no group', { groupId: '', contact: valid }],
		[2, 'no contact', {}],
		[2, 'a contact that is not nested', valid],
		[2, 'a contact without number', { contact: { firstname: 'Ann' } }],
		[404, 'an unknown group', { groupId: 'x', contact: valid }],
	])('answers %i to %s', async (code, _what, fields) => {
		const { status, data } = await call(simulator, 'POST /contact/add', { groupId, ...fields });
		expect([status, data]).toEqual([400, { success: false, code, message: expect.not.stringContaining('Erreur') }]);
		expect(simulator.contacts).toEqual([]);
	});

	it.each([
		['phoneNumber', '12'],
		['firstname', 'a'.repeat(33)],
		['lastname', 'a'.repeat(33)],
		['date', '31-12-1980'],
		['date', '1980-13-01'],
		['url', 'example.com'],
	])('answers 9 to the %s %s', async (field, value) => {
		const contact = { ...valid, [field]: value };
		const { data } = await call(simulator, 'POST /contact/add', { groupId, contact });
		expect(data).toEqual({
			success: false,
			code: 9,
			error: [{ elementId: `children[${field}].data`, message: expect.any(String) }],
		});
		expect(simulator.contacts).toEqual([]);
	});
});

describe.each(['POST /contact/multiple/add', 'POST /contact/add'])('%s with a list', (route) => {
	it('takes the documented request, and refuses it the second time like the fixture', async () => {
		const request = documentedRequest('sms-contact-add-batch.request.json', { groupId });
		const { data: first } = await call(simulator, route, request);
		const documented = fixture('sms-contact-add-batch.success.json') as { rapport: { errors: object } };
		expect(shape(first)).toEqual(shape(documented));
		expect(first.results).toEqual(
			['+33600000000', '+33600000001'].map((phoneNumber) => ({
				success: true,
				code: 200,
				phoneNumber,
				message: expect.any(String),
			})),
		);
		expect(first.rapport).toMatchObject({ nbline: 2, nbline_imported: 2, errors: { allreadyInGroupe: 0 } });
		const { data: second } = await call(simulator, route, request);
		expect(second).toEqual({ ...documented, groupe: { name: 'Spring', token: groupId } });
		expect(simulator.contacts).toHaveLength(2);
	});

	it('counts every way of being wrong, and takes the others', async () => {
		simulator.optOut('0612345670');
		simulator.addContact(groupId, '0612345671');
		const contactsList = [
			{ phoneNumber: '0612345678' },
			{ phoneNumber: CALLER },
			{ phoneNumber: '0612345670' },
			{ phoneNumber: '0612345671' },
			{ phoneNumber: '12' },
			{ phoneNumber: '0612345672', url: 'x' },
			{ phoneNumber: '0612345673', date: 'x' },
			{ phoneNumber: '0612345674', firstname: 'a'.repeat(33) },
			{ firstname: 'Ann' },
			'nothing',
		];
		const { data } = await call(simulator, route, { groupId, contactsList });
		expect(data.results.map(({ code }: { code: number }) => code)).toEqual([200, 15, 14, 15, 9, 9, 9, 9, 2, 2]);
		expect(data.rapport).toEqual({
			nbline: 10,
			nbline_imported: 1,
			nbline_updated: 0,
			errors: {
				stopSms: 1,
				invalidePhone: 1,
				duplicatePhone: 1,
				allreadyInGroupe: 1,
				urlInvalide: 1,
				dateInvalide: 1,
				empty: 2,
				unactivated: 0,
				dateInvalid: 0,
			},
		});
		expect(simulator.contacts.map((contact) => contact.phoneNumber)).toEqual(['+33612345671', CALLER]);
	});

	it('takes 500 and no more', async () => {
		const list = (count: number) => numbers(count).map((phoneNumber) => ({ phoneNumber }));
		expect(await codeOf(simulator, route, { groupId, contactsList: list(501) })).toBe(50);
		const { data } = await call(simulator, route, { groupId, contactsList: list(500) });
		expect(data.rapport.nbline_imported).toBe(500);
	});

	it.each([
		[1, 'no group', { groupId: '' }],
		[2, 'an empty list', { contactsList: [] }],
		[2, 'something else', { contactsList: 'x' }],
		[404, 'an unknown group', { groupId: 'x' }],
	])('answers %i to %s', async (code, _what, fields) => {
		const contactsList = [{ phoneNumber: CALLER }];
		expect(await codeOf(simulator, route, { groupId, contactsList, ...fields })).toBe(code);
		expect(simulator.contacts).toEqual([]);
	});

	it('may not be there', async () => {
		simulator.behaviour.unknownRoutes = [route];
		const { status, headers } = await call(simulator, route, { groupId, contactsList: [{ phoneNumber: CALLER }] });
		expect([status, headers['content-type']]).toEqual([404, expect.stringContaining('text/html')]);
		expect(simulator.contacts).toEqual([]);
	});
});

describe('POST /contact/update', () => {
	it('takes the documented request, answers like the fixture and keeps the rest', async () => {
		const { contactId } = simulator.addContact(groupId, '0698765432', { custom1: 'kept', url: 'http://a' });
		const request = documentedRequest('sms-contact-update.request.json', { contactId });
		const { data } = await call(simulator, 'POST /contact/update', request);
		const documented = fixture('sms-contact-update.success.json') as { contact: object };
		expect(data).toEqual({ ...documented, contact: { ...documented.contact, contactId, phoneNumber: CALLER } });
		expect(simulator.contacts).toEqual([
			expect.objectContaining({ contactId, phoneNumber: CALLER, custom1: 'kept', custom2: 'custom2', url: '' }),
		]);
	});

	it('frees the old number and refuses one that is taken', async () => {
		const { contactId } = simulator.addContact(groupId, '0612345670');
		simulator.addContact(groupId, '0612345671');
		const change = async (phoneNumber: string) =>
			await codeOf(simulator, 'POST /contact/update', { contactId, contact: { phoneNumber } });
		expect(await change('0612345671')).toBe(15);
		expect(await change('0612345670')).toBe(200);
		expect(await change('0612345672')).toBe(200);
		simulator.addContact(groupId, '0612345670');
		expect(simulator.contacts).toHaveLength(3);
	});

	it.each([
		[1, 'no contact id', { contactId: '' }],
		[2, 'nothing to change', { contact: undefined }],
		[2, 'nothing it knows', { contact: { other: 'x' } }],
		[9, 'a bad date', { contact: { date: '12/06/2020' } }],
		[404, 'an unknown contact', { contactId: 'x' }],
	])('answers %i to %s', async (code, _what, fields) => {
		const { contactId } = simulator.addContact(groupId, CALLER);
		const request = { contactId, contact: { firstname: 'Ann' }, ...fields };
		expect(await codeOf(simulator, 'POST /contact/update', request)).toBe(code);
		expect(simulator.contacts[0]).not.toHaveProperty('firstname');
	});
});

describe('POST /contact/delete', () => {
	it('takes a contact away and frees the number', async () => {
		const { contactId } = simulator.addContact(groupId, CALLER);
		const { data } = await call(simulator, 'POST /contact/delete', { contactId });
		expect(data).toEqual(fixture('sms-contact-delete.success.json'));
		expect(simulator.contacts).toEqual([]);
		expect(await codeOf(simulator, 'POST /contact/delete', { contactId })).toBe(404);
		expect(await codeOf(simulator, 'POST /contact/delete', {})).toBe(1);
		simulator.addContact(groupId, CALLER);
	});
});

describe('GET /contact/list', () => {
	it('lists like the fixture, and says who said STOP', async () => {
		const given = { firstname: 'Michel', lastname: 'Dupont', date: '1980-12-31', shortUrlPartnr: 'http://s' };
		const { contactId } = simulator.addContact(groupId, '0612345678', given);
		simulator.addContact(simulator.addGroup('Summer').groupId, '0612345679');
		simulator.optOut(CALLER);
		const { data } = await call(simulator, 'GET /contact/list', { groupId });
		expect(shape(data)).toEqual(shape(fixture('sms-contact-list.success.json')));
		expect(data).toMatchObject({ currentPage: 1, total: '1' });
		expect(data.datas).toEqual([
			{
				contactId,
				phone: CALLER,
				firstname: 'Michel',
				lastname: 'Dupont',
				url: '',
				shortUrl: 'http://s',
				date: '1980-12-31',
				custom1: '',
				custom2: '',
				custom3: '',
				custom4: '',
				createdAt: '2025-03-12T13:49:22+01:00',
				stopSms: true,
			},
		]);
	});

	it.each([20, 500])('has pages of %i', async (contactsPerPage) => {
		simulator.behaviour.contactsPerPage = contactsPerPage;
		const everyone = numbers(contactsPerPage + 1);
		for (const phoneNumber of everyone) simulator.addContact(groupId, phoneNumber);
		const page = async (query: object) => {
			const { data } = await call(simulator, 'GET /contact/list', { groupId, ...query });
			expect(data.total).toBe(String(everyone.length));
			return [data.currentPage, data.datas.map(({ phone }: { phone: string }) => phone)];
		};
		expect(await page({})).toEqual([1, everyone.slice(0, -1)]);
		expect(await page({ page: 1 })).toEqual([1, everyone.slice(0, -1)]);
		expect(await page({ page: 2 })).toEqual([2, everyone.slice(-1)]);
		expect(await page({ page: 3 })).toEqual([3, []]);
	});

	it('answers 1 without a group and 404 to an unknown one; there is no POST', async () => {
		expect(await codeOf(simulator, 'GET /contact/list')).toBe(1);
		expect(await codeOf(simulator, 'GET /contact/list', { groupId: 'x' })).toBe(404);
		expect((await call(simulator, 'POST /contact/list', { groupId })).status).toBe(404);
	});
});

describe('GET /contact/detail', () => {
	it('gives a contact like the fixture, its group as an integer', async () => {
		const { contactId } = simulator.addContact(groupId, CALLER);
		const { data } = await call(simulator, 'GET /contact/detail', { contactId });
		expect(shape(data)).toEqual(shape(fixture('sms-contact-detail.success.json')));
		expect(data.contact).toMatchObject({ contactId, phone: CALLER, groupId: simulator.groups[0]?.number });
	});

	it('answers 1 without an id and 404 to an unknown or deleted one', async () => {
		expect(await codeOf(simulator, 'GET /contact/detail')).toBe(1);
		expect(await codeOf(simulator, 'GET /contact/detail', { contactId: 'x' })).toBe(404);
		const { contactId } = simulator.addContact(groupId, CALLER);
		await call(simulator, 'POST /group/delete', { groupId });
		expect(await codeOf(simulator, 'GET /contact/detail', { contactId })).toBe(404);
	});
});
