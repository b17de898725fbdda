import { CALLER, http } from './helpers';
import { startSimulator, type Simulator } from '../index';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ automaticReports: false });
});
beforeEach(() => simulator.reset());
afterAll(async () => await simulator.stop());

/** Posts a text that JSON.stringify cannot make, to /bulk-send. */
async function send(messages: string[], more = ''): Promise<unknown[]> {
	const list = messages.map((message, index) => `{"phoneNumber":"+3361234567${index}","message":"${message}"}`);
	const text = `{"apiKey":"${simulator.apiKey}",${more}"SMSList":[${list.join()}]}`;
	const headers = { 'content-type': 'application/json' };
	const { status, data } = await http.post(`${simulator.smsBaseUrl}/bulk-send`, text, { headers });
	return [status, data.code];
}

it.each([
	['a first half', 'Bonjour \\ud83d'],
	['a first half in capitals', '\\uD83D!'],
	['a second half', '\\ude00'],
	['two first halves', '\\ud83d\\ud83d'],
	['halves the wrong way round', '\\ude00\\ud83d'],
	['a half apart from the other', '\\ud83d \\ude00'],
])('one text with %s makes the whole request unreadable', async (_what, message) => {
	expect(await send(['good', message, 'good'])).toEqual([400, 90]);
	expect(simulator.accepted).toEqual([]);
	expect(simulator.requests[0]?.body).toEqual(expect.stringContaining('good'));
	expect(JSON.stringify(simulator.requests)).not.toContain(simulator.apiKey);
});

it.each([
	['of another field', '"tag":"\\ud83d",'],
	['of a name', '"\\ude00":1,'],
	['that is deep', '"a":[{"b":["\\ud83d"]}],'],
])('so does a half %s', async (_what, more) => {
	expect(await send(['good'], more)).toEqual([400, 90]);
});

it.each([
	['a pair in escapes', '\\ud83d\\ude00', '😀'],
	['a pair as it is', '😀', '😀'],
	['an escape of something else', '\\u00e9\\ud7ff\\ue000', 'é\ud7ff\ue000'],
	['a backslash and words', '\\\\ud83d', '\\ud83d'],
])('%s can be read', async (_what, written, message) => {
	expect(await send([written])).toEqual([200, 200]);
	expect(simulator.acceptedFor('+33612345670')[0]?.message).toBe(message);
});

it('takes what JSON.stringify makes of half a pair for unreadable too', async () => {
	const sms = { apiKey: simulator.apiKey, phoneNumbers: CALLER, message: 'a\ud83d' };
	const { status, data } = await http.post(`${simulator.smsBaseUrl}/send`, sms);
	expect([status, data.code]).toEqual([400, 90]);
});
