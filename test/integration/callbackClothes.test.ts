import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';

import { serveTrigger, type TriggerServer } from './support/webhookServer';

const http = axios.create({ validateStatus: null, proxy: false });
const json = { 'Content-Type': 'application/json' };
const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
const event = { type: 'response', phone_number: '+33612345678', text: 'Déjà reçu, c’est l’été à 5 €', message_id: 1111111 };
const written = JSON.stringify(event);
/** The same in windows-1252. */
const bytes = Buffer.from(written.replace(/’/g, '\x92').replace(/€/g, '\x80'), 'latin1');
const escaped = 'type=response&phone_number=%2B33612345678&text=D%E9j%E0+re%E7u%2C+c%92est+l%92%E9t%E9+%E0+5+%80&message_id=1111111';
let trigger: TriggerServer;

beforeEach(async () => {
	trigger = await serveTrigger({});
});

afterEach(async () => {
	await trigger.close();
});

const items = (): IDataObject[] => trigger.executions.flatMap((outputs) => outputs.flat().map(({ json: item }) => item));

describe('text that is not UTF-8', () => {
	test.each<[string, Buffer | string, object]>([
		['JSON in windows-1252', bytes, json],
		['JSON in windows-1252 without a content type', bytes, { 'Content-Type': '' }],
		['JSON in windows-1252 that says so', bytes, { 'Content-Type': 'text/html; charset=windows-1252' }],
		['JSON in UTF-16', Buffer.from(`\ufeff${written}`, 'utf16le'), { 'Content-Type': 'application/octet-stream' }],
		['a form with escapes', escaped, form],
		['a form with bytes', Buffer.from(decodeURIComponent(escaped.replace(/%(?=[89a-f])/gi, '%25')).replace(/%(..)/g, (_all, byte: string) => String.fromCharCode(parseInt(byte, 16))).replace('+33', '%2B33'), 'latin1'), form],
	])('is read: %s', async (_name, body, headers) => {
		expect((await http.post(`${trigger.url}/reply`, body, { headers: { ...headers } })).status).toBe(200);
		expect(items()).toEqual([expect.objectContaining({ event: 'reply', phoneNumber: '+33612345678', text: event.text })]);
	});

	test('is read in a query', async () => {
		expect((await http.get(`${trigger.url}/reply?${escaped}`)).status).toBe(200);
		expect(items()).toEqual([expect.objectContaining({ event: 'reply', phoneNumber: '+33612345678', text: event.text })]);
	});
});

test('a query that is appended with a second question mark is read', async () => {
	const answer = await http.get(`${trigger.url}/voice-status?customer=42?campaign_token=tok&campaign_id=NDA_1&delivered_quantity=1&total_quantity=2`);
	expect(answer.status).toBe(200);
	expect(items()).toEqual([expect.objectContaining({ campaignToken: 'tok', deliveredQuantity: 1, raw: expect.objectContaining({ customer: '42' }) })]);
});

test('a text with raw line breaks is read', async () => {
	const answer = await http.post(`${trigger.url}/reply`, written.replace('reçu, ', 'reçu,\r\n'), { headers: { 'Content-Type': 'text/plain' } });
	expect(answer.status).toBe(200);
	expect(items()).toEqual([expect.objectContaining({ text: event.text.replace('reçu, ', 'reçu,\r\n') })]);
});

test.each([{ type: 'response', Type: 'stop', phone_number: '0612345678' }, { type: ['response', 'stop'], phone_number: '+33612345678' }, { type: 'stop', phone: '+33612345678' }, { type: 'stop', phoneNumber: '0033612345678' }, { type: 'stop', number: 33612345678 }])('a STOP as %j leaves by STOP, with its number', async (payload) => {
	await http.post(`${trigger.url}/reply`, { ...payload, text: 'Bonjour' });
	expect(trigger.executions[0]?.[1]).toEqual([{ json: expect.objectContaining({ event: 'stop', phoneNumber: '+33612345678', source: 'platform' }) }]);
});

test('what an operator signs with is in no item', async () => {
	const secrets = { 'api-key': 'SECRET1', nonce: 'SECRET2', sig: 'SECRET3', timestamp: 'SECRET4' };
	const sms = { msisdn: '33612345678', to: '33755112233', messageId: 'a', type: 'text', text: 'Oui' };
	await http.post(`${trigger.url}/reply`, { ...sms, ...secrets });
	await http.get(`${trigger.url}/reply`, { params: { ...sms, ...secrets } });
	const parts = [1, 2].map((part) => ({ ...sms, ...secrets, concat: 'true', 'concat-ref': '1', 'concat-total': '2', 'concat-part': String(part) }));
	await http.post(`${trigger.url}/reply`, parts);
	expect(items()).toHaveLength(3);
	expect(JSON.stringify(items())).not.toContain('SECRET');
});
