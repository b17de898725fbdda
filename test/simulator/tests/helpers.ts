/** What the simulator's own tests share: a plain HTTP client, a receiver of callbacks, shapes of payloads. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import axios, { type AxiosResponse } from 'axios';
import type { Simulator } from '../types';

export const CALLER = '+33612345678';

export function fixture(name: string): unknown {
	return JSON.parse(readFileSync(join(__dirname, '..', '..', 'fixtures', name), 'utf8'));
}

/** The names and types of a payload without its values; of a list, the different items. */
export function shape(value: unknown): unknown {
	if (Array.isArray(value)) {
		return [...new Set(value.map((item) => JSON.stringify(shape(item))))].sort();
	}
	if (typeof value !== 'object' || value === null) return typeof value;
	return Object.fromEntries(Object.entries(value).map(([name, nested]) => [name, shape(nested)]));
}

const http = axios.create({ proxy: false, validateStatus: () => true, timeout: 20_000 });

/** POST to the SMS API with the right key. */
export async function post(simulator: Simulator, path: string, body: object): Promise<AxiosResponse> {
	return await http.post(`${simulator.smsBaseUrl}${path}`, { apiKey: simulator.apiKey, ...body });
}

/** GET on the SMS API with the right key. */
export async function get(simulator: Simulator, path: string, query: object = {}): Promise<AxiosResponse> {
	return await http.get(`${simulator.smsBaseUrl}${path}`, { params: { apiKey: simulator.apiKey, ...query } });
}

/** A call such as `POST /send` to the SMS API, with the right key where the documentation has it. */
export async function call(simulator: Simulator, route: string, fields: object = {}): Promise<AxiosResponse> {
	const [method = '', path = ''] = route.split(' ');
	const all = { apiKey: simulator.apiKey, ...fields };
	const place = method === 'GET' ? { params: all } : { data: all };
	return await http.request({ method, url: `${simulator.smsBaseUrl}${path}`, ...place });
}

/** A POST to the Voice API with the right key. */
export async function postVoice(simulator: Simulator, path: string, fields: object = {}): Promise<AxiosResponse> {
	return await http.post(`${simulator.voiceBaseUrl}${path}`, { apiKey: simulator.voiceApiKey, ...fields });
}

/** Asserts what a missing key and a wrong one are told, the latter by a fixture. */
export async function expectKeysRefused(
	simulator: Simulator,
	route: string,
	missingCode: number,
	wrongKeyFixture: string,
): Promise<void> {
	const missing = await call(simulator, route, { apiKey: undefined });
	const wrong = await call(simulator, route, { apiKey: 'wrong' });
	expect(missing.data).toEqual({ success: false, code: missingCode, message: expect.any(String) });
	expect(wrong.data).toEqual(fixture(wrongKeyFixture));
	expect([missing.status, wrong.status]).toEqual([400, 400]);
}

/** The code of an answer. */
export async function codeOf(simulator: Simulator, route: string, fields: object = {}): Promise<unknown> {
	const { data } = await call(simulator, route, fields);
	return data.code;
}

export { http };

export interface ReceivedCallback {
	method: string;
	path: string;
	query: Record<string, string>;
	contentType: string | undefined;
	text: string;
}

/** A server that takes every callback, answering 200 `{"ok":true}`. */
export async function startReceiver(): Promise<{
	url: string;
	received: ReceivedCallback[];
	stop(): Promise<void>;
}> {
	const received: ReceivedCallback[] = [];
	const server = createServer(async (request, response) => {
		let text = '';
		for await (const chunk of request.setEncoding('utf8')) text += chunk;
		const url = new URL(request.url ?? '/', 'http://receiver');
		received.push({
			method: request.method ?? '',
			path: url.pathname,
			query: Object.fromEntries(url.searchParams),
			contentType: request.headers['content-type'],
			text,
		});
		response.setHeader('content-type', 'application/json').end('{"ok":true}');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	const port = typeof address === 'object' && address !== null ? address.port : 0;
	return {
		url: `http://127.0.0.1:${port}`,
		received,
		async stop() {
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			server.closeAllConnections();
			await closed;
		},
	};
}

/** `count` different French mobile numbers in E.164. */
export function numbers(count: number): string[] {
	return Array.from({ length: count }, (_, index) => `+336${String(10_000_000 + index)}`);
}

/** A send at a wall time in Paris; the date is dd/mm/YYYY. */
export function scheduleFields(date: string, time: number, minute: number): object {
	return { scheduledDeliveryDate: date, time, minute };
}
