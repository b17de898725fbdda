import { CALLER, call, codeOf, expectKeysRefused, fixture, numbers, scheduleFields, shape } from './helpers';
import { startSimulator, type Simulator } from '../index';

let simulator: Simulator;
const ROUTE = 'POST /rcs/send';
const rcs = { phoneNumbers: [CALLER], isUnicode: 1, richContent: { conversation: { text: 'Bonjour' } } };

beforeAll(async () => {
	simulator = await startSimulator({ automaticReports: false, now: () => new Date('2026-06-01T10:00:00Z') });
});
beforeEach(() => simulator.reset());
afterAll(async () => await simulator.stop());

it('refuses a missing and a wrong key', async () => {
	await expectKeysRefused(simulator, ROUTE, 1, 'sms-send.error-10.json');
});

it.each([
	['sms-rcs-send.request.text.json', { text: 'Bonjour' }, 'Bonjour'],
	['sms-rcs-send.request.file.json', { file: { media: { fileUrl: 'https://example.com/a.pdf' } } }, ''],
])('takes %s once its blanks are filled in, and answers like the fixture', async (name, content, message) => {
	const documented = fixture(name) as { richContent: { conversation: object } };
	const richContent = { conversation: { ...documented.richContent.conversation, ...content } };
	const request = { ...documented, apiKey: simulator.apiKey, phoneNumbers: numbers(2), richContent };
	const { data } = await call(simulator, ROUTE, request);
	expect(shape(data)).toEqual(shape(fixture('sms-rcs-send.success.json')));
	expect(data).toMatchObject({ nb_rcs: 2, cost: 0.24 });
	expect(simulator.balance).toBe(10224.879);
	expect(simulator.accepted).toEqual(
		numbers(2).map((phoneNumber) =>
			expect.objectContaining({ phoneNumber, message, endpoint: '/rcs/send', segments: 1, cost: 0.12 }),
		),
	);
});

it('takes 500 numbers as text with commas', async () => {
	const { data } = await call(simulator, ROUTE, { ...rcs, phoneNumbers: numbers(500).join(', ') });
	expect(data.nb_rcs).toBe(500);
});

it('takes a rich card, and a schedule that can be cancelled', async () => {
	const richCard = { orientation: 'HORIZONTAL', thumbnailImageAlignment: 'LEFT', title: 'a'.repeat(200) };
	const schedule = scheduleFields('01/06/2026', 14, 30);
	const { data } = await call(simulator, ROUTE, { ...rcs, richContent: { conversation: { richCard } }, ...schedule });
	expect(simulator.accepted[0]?.scheduledAt).toBe('2026-06-01T12:30:00.000Z');
	expect(await codeOf(simulator, 'GET /message-cancel', { messageId: data.message_id })).toBe(200);
	expect(simulator.balance).toBe(10225.119);
});

describe('refuses with code 9', () => {
	const suggestion = { reply: { text: 'Oui', postbackData: 'yes' } };
	const card = (richCard: object) => ({ richContent: { conversation: { richCard } } });
	it.each([
		['a number that is none', 'phoneNumbers', { phoneNumbers: ['12'] }],
		['an empty number', 'phoneNumbers', { phoneNumbers: [''] }],
		['isUnicode left out', 'isUnicode', { isUnicode: undefined }],
		['no content', 'richContent', { richContent: undefined }],
		['no conversation', 'richContent', { richContent: {} }],
		['an empty conversation', 'richContent', { richContent: { conversation: { text: '' } } }],
		['a file without address', 'richContent', { richContent: { conversation: { file: { media: {} } } } }],
		['a card without orientation', 'richContent', card({ title: 't' })],
		['a long title', 'richContent', card({ orientation: 'VERTICAL', title: 'a'.repeat(201) })],
		['a long description', 'richContent', card({ orientation: 'VERTICAL', description: 'a'.repeat(501) })],
		['an alignment that does not fit', 'richContent', card({ orientation: 'VERTICAL', thumbnailImageAlignment: 'LEFT' })],
		[
			'five suggestions',
			'richContent',
			{ richContent: { conversation: { text: 'm', suggestions: Array(5).fill(suggestion) } } },
		],
	])('%s', async (_what, field, fields) => {
		const { data } = await call(simulator, ROUTE, { ...rcs, ...fields });
		const error = [{ elementId: `children[${field}].data`, message: expect.any(String) }];
		expect(data).toEqual({ success: false, code: 9, error });
		expect(simulator.accepted).toEqual([]);
	});
});

it.each([
	[2, 'no numbers', { phoneNumbers: undefined }],
	[14, 'someone who said STOP', { phoneNumbers: ['+33698765432'] }],
	[15, 'a number twice', { phoneNumbers: [CALLER, '0612345678'] }],
	[50, '501 numbers', { phoneNumbers: numbers(501) }],
	[55, 'an empty list', { phoneNumbers: [] }],
])('answers %i to %s', async (code, _what, fields) => {
	simulator.optOut('+33698765432');
	expect(await codeOf(simulator, ROUTE, { ...rcs, ...fields })).toBe(code);
	expect(simulator.accepted).toEqual([]);
});

it('answers 11 without credit', async () => {
	simulator.setBalance(0.23);
	expect(await codeOf(simulator, ROUTE, { ...rcs, phoneNumbers: numbers(2) })).toBe(11);
	expect(simulator.accepted).toEqual([]);
});
