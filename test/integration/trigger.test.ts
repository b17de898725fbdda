import axios, { type AxiosResponse } from 'axios';
import { DateTime } from 'luxon';
import type { INodeParameters } from 'n8n-workflow';

import { callbackEvents, type CallbackEvent } from '../../nodes/SmsPartner/callbacks/events';
import { samplePart } from '../callbacks/longReplies/sample';
import { fixtures, readFixture } from '../callbacks/support/fixtures';
import { emptyStore } from './support/webhookContext';
import { serveTrigger, type TriggerServer } from './support/webhookServer';

const http = axios.create({ validateStatus: null, proxy: false });
const everyEvent = callbackEvents.map(({ value }) => value);
const paths = callbackEvents.flatMap(({ path }) => path ?? []);

let server: TriggerServer | undefined;

afterEach(async () => {
	await server?.close();
	server = undefined;
});

async function serve(parameters: INodeParameters): Promise<TriggerServer> {
	server = await serveTrigger(parameters);
	return server;
}

/** The outputs of an execution, each as the events of its items. */
function branches({ executions }: TriggerServer): unknown[][][] {
	return executions.map((outputs) => outputs.map((items) => items.map(({ json }) => json.event)));
}

function onlyBranch(event: CallbackEvent): unknown[][] {
	return callbackEvents.map(({ value }) => (value === event ? [event] : []));
}

function postForm(url: string, payload: object): Promise<AxiosResponse> {
	const form = new URLSearchParams();
	for (const [key, value] of Object.entries(payload)) {
		if (typeof value === 'object') for (const [name, inner] of Object.entries(value)) form.append(`${key}[${name}]`, String(inner));
		else form.append(key, String(value));
	}
	return http.post(url, form);
}

describe.each(fixtures)('$name', ({ name, event }) => {
	const payload = readFixture(name);

	test('leaves by its branch, from every URL', async () => {
		const trigger = await serve({ events: everyEvent, longReplies: 'parts' });
		for (const path of paths) {
			const answer = await http.post(`${trigger.url}/${path}`, payload);
			expect([answer.status, answer.data]).toEqual([200, { received: true, event }]);
		}
		expect(branches(trigger)).toEqual(paths.map(() => onlyBranch(event)));
	});

	test('is the same item as JSON, form, query and plain text', async () => {
		const { url, executions } = await serve({ events: everyEvent, longReplies: 'parts', options: { includeRaw: false } });
		await http.post(`${url}/reply`, payload);
		await postForm(`${url}/reply`, payload);
		await http.get(`${url}/reply`, { params: payload });
		await http.post(`${url}/reply`, JSON.stringify(payload), { headers: { 'Content-Type': 'text/plain' } });
		await http.post(`${url}/reply`, Buffer.from(JSON.stringify(payload)), { headers: { 'Content-Type': '' } });
		const items = executions.map((outputs) => ({ ...outputs.flat()[0]?.json, receivedAt: undefined }));
		expect(items).toHaveLength(5);
		expect(items).toEqual(items.map(() => items[0]));
	});
});

describe('events', () => {
	test('that are not selected are acknowledged without an execution', async () => {
		const { url, executions } = await serve({ events: ['stop'] });
		const answer = await http.post(`${url}/reply`, readFixture('webhook.response.json'));
		expect([answer.status, answer.data]).toEqual([200, { received: true, event: 'reply', ignored: true }]);
		expect(executions).toEqual([]);
	});

	test('may be one that an expression gives', async () => {
		const trigger = await serve({ events: '={{ "stop" }}' });
		await http.post(`${trigger.url}/stop`, readFixture('webhook.stop.json'));
		expect(branches(trigger)).toEqual([onlyBranch('stop')]);
	});

	test('that an expression gives wrongly are an error, not a loss', async () => {
		const { url, executions } = await serve({ events: '={{ "stops" }}' });
		expect((await http.post(`${url}/stop`, readFixture('webhook.stop.json'))).status).toBe(500);
		expect(executions).toEqual([]);
	});

	test('by default are replies, STOPs, delivery reports and voice statuses', async () => {
		const trigger = await serve({});
		for (const { name } of fixtures) await http.post(`${trigger.url}/reply`, readFixture(name));
		const started = branches(trigger).map((outputs) => outputs.flat()[0]);
		expect(new Set(started)).toEqual(new Set(['reply', 'stop', 'deliveryReport', 'voiceStatus']));
	});

	test('that are unrecognised are refused with a reason', async () => {
		const { url, executions } = await serve({});
		const answer = await http.post(`${url}/reply`, { survey: 4 });
		expect(answer.status).toBe(400);
		expect(answer.headers['content-type']).toContain('application/json');
		expect(answer.data).toMatchObject({ received: false, error: 'unrecognised', fields: ['survey'] });
		expect(executions).toEqual([]);
	});

	test('that are unrecognised leave by their own branch where selected', async () => {
		const trigger = await serve({ events: ['unrecognised'] });
		const answer = await http.post(`${trigger.url}/reply`, 'hello', { headers: { 'Content-Type': 'text/plain' } });
		expect([answer.status, answer.data]).toEqual([200, { received: true, event: 'unrecognised' }]);
		expect(branches(trigger)).toEqual([onlyBranch('unrecognised')]);
		expect(trigger.executions[0]?.flat()[0]?.json.raw).toEqual({ body: 'hello' });
	});
});

describe('query parameters', () => {
	test.each([
		['delivery-report?msgId=42&status=sent', readFixture('webhook.response.json'), 'reply'],
		['voice-status?campaign_token=x', readFixture('webhook.dlr.json'), 'deliveryReport'],
		['reply?concat-part=2', { ...readFixture('webhook.vn-reply.json'), text: 'STOP' }, 'stop'],
	] as const)('of %s do not change what a body is', async (path, payload, event) => {
		const trigger = await serve({ events: everyEvent });
		await http.post(`${trigger.url}/${path}`, payload);
		expect(branches(trigger)).toEqual([onlyBranch(event)]);
	});

	test.each(['type=stop&type=stop', 'type[]=stop', 'Type=stop'])('with %s are a STOP, as a form is', async (type) => {
		const trigger = await serve({ events: everyEvent });
		const text = `${type}&phone_number=33612345678&text=Arret&text=Arret`;
		await http.get(`${trigger.url}/reply?${text}`);
		await http.post(`${trigger.url}/reply`, text);
		expect(branches(trigger)).toEqual([onlyBranch('stop'), onlyBranch('stop')]);
	});
});

describe('options', () => {
	const reply = readFixture('webhook.vn-reply.json');

	/** When the time of the reply is, read in a zone. */
	const receivedAt = ({ executions }: TriggerServer) => executions.map((outputs) => Date.parse(String(outputs.flat()[0]?.json.receivedAt)));

	test('keep the payload by default', async () => {
		const { url, executions } = await serve({ events: everyEvent });
		await http.post(`${url}/reply?customer=42`, reply);
		expect(executions[0]?.flat()[0]?.json).toMatchObject({ raw: { ...reply, customer: '42' } });
	});

	test('read a time in whichever of UTC and Paris time fits by default, and else an old reply on a virtual number in UTC', async () => {
		const trigger = await serve({ events: everyEvent });
		const now = Math.floor(Date.now() / 1_000) * 1_000;
		for (const zone of ['UTC', 'Europe/Paris']) {
			const time = DateTime.fromMillis(now, { zone }).toFormat('yyyy-MM-dd HH:mm:ss');
			await http.post(`${trigger.url}/reply`, { ...reply, 'message-timestamp': time });
		}
		await http.post(`${trigger.url}/reply`, reply);
		expect(receivedAt(trigger)).toEqual([now, now, Date.parse('2016-03-10T09:51:46Z')]);
	});

	test('read the time of a long reply by when its part came', async () => {
		const arrivedAt = Date.parse('2026-03-09T15:05:00Z');
		const store = emptyStore();
		const waiting = [samplePart({ 'message-timestamp': '2026-03-09 15:04:00' }, arrivedAt), samplePart({ messageId: 'b', 'concat-ref': '1', 'message-timestamp': '2026-03-09 16:04:00' }, arrivedAt)];
		store.json = JSON.stringify({ 'node:SMS Partner Trigger': { longReplies: { waiting, left: {} } } });
		server = await serveTrigger({}, { store });
		await http.post(`${server.url}/delivery-report`, readFixture('webhook.dlr.json'));
		const times = server.executions[0]?.[0]?.map(({ json }) => Date.parse(String(json.receivedAt)));
		expect(times).toEqual([Date.parse('2026-03-09T15:04:00Z'), Date.parse('2026-03-09T15:04:00Z')]);
	});

	test('drop the payload and read times elsewhere where asked', async () => {
		const { url, executions } = await serve({ events: everyEvent, options: { includeRaw: false, sourceTimezone: 'Indian/Reunion' } });
		await http.post(`${url}/reply`, reply);
		expect(executions[0]?.flat()[0]?.json).toMatchObject({ receivedAt: '2016-03-10T09:51:46+04:00' });
		expect(executions[0]?.flat()[0]?.json).not.toHaveProperty('raw');
	});

	test.each([
		['Arrêt svp', 'response', 'stop'],
		['ne plus recevoir !', 'response', 'stop'],
		['mon arrêt', 'response', 'reply'],
	] as const)('read %j with further opt-out words', async (text, type, event) => {
		const trigger = await serve({ events: everyEvent, options: { optOutWords: ' Arret;; ne plus recevoir\n' } });
		await http.post(`${trigger.url}/reply`, { ...readFixture('webhook.response.json'), type, text });
		await http.post(`${trigger.url}/reply`, { ...reply, text });
		expect(branches(trigger)).toEqual([onlyBranch(event), onlyBranch(event)]);
		expect(trigger.executions.map((outputs) => outputs.flat()[0]?.json.source)).toEqual([1, 2].map(() => (event === 'stop' ? 'keyword' : null)));
	});

	test('keep ids that a number cannot hold', async () => {
		const { url, executions } = await serve({ events: everyEvent });
		const text = '{"type":"stop","phone_number":"+33612345678","text":"Stop","message_id":90071992547409931}';
		await http.post(`${url}/stop`, text, { headers: { 'Content-Type': 'application/json' } });
		expect(executions[0]?.flat()[0]?.json.messageId).toBe('90071992547409931');
	});
});

describe('secret', () => {
	const secret = 'Zx9_long-secret';
	const stop = readFixture('webhook.stop.json');

	test('is the last part of every URL, and any other URL is not there', async () => {
		const { url, executions } = await serve({ events: everyEvent, secret });
		for (const path of paths) {
			expect((await http.post(`${url}/${path}/${secret}`, stop)).status).toBe(200);
			for (const wrong of [path, `${path}/wrong`, `${path}/${secret}x`, `${path}/${secret}/more`]) {
				expect((await http.post(`${url}/${wrong}`, stop)).status).toBe(404);
			}
		}
		expect(executions).toHaveLength(paths.length);
	});

	test.each(['={{ null }}', '={{ $vars.smsSecret }}'])('that n8n does not know (%s) leaves nobody in: a URL without it does nothing', async (expression) => {
		const { url, executions } = await serve({ events: everyEvent, secret: expression });
		expect((await http.post(`${url}/stop`, stop)).status).toBe(500);
		expect(executions).toEqual([]);
	});

	test('that an expression gives is asked for like any other', async () => {
		const { url, executions } = await serve({ events: everyEvent, secret: '={{ "abc" }}' });
		expect((await http.post(`${url}/stop`, stop)).status).toBe(404);
		expect((await http.post(`${url}/stop/abc`, stop)).status).toBe(200);
		expect(executions).toHaveLength(1);
	});

	test('appears in no item and in no answer', async () => {
		const { url, executions } = await serve({ events: everyEvent, secret });
		const answers = [stop, { odd: 1 }].map(async (payload) => await http.post(`${url}/stop/${secret}`, payload));
		expect(JSON.stringify((await Promise.all(answers)).map(({ data }) => data))).not.toContain(secret);
		expect(executions).toHaveLength(2);
		expect(JSON.stringify(executions)).not.toContain(secret);
	});
});
