import { setMaxListeners } from 'node:events';
import { Agent } from 'node:http';
import axios, { type AxiosInstance } from 'axios';
import type { Listeners } from '../listeners';
import { encodeCallback, type Encoding } from './encode';
import type { Payload } from './payloads';

export type CallbackName =
	| 'reply'
	| 'stop'
	| 'virtualNumberReply'
	| 'longReply'
	| 'deliveryReport'
	| 'voiceSms'
	| 'voiceCampaign'
	| 'numberCheck'
	| 'raw';

export interface CallbackAnswer {
	status: number;
	/** Parsed if it is JSON, else the text. */
	body: unknown;
}

/** One callback, and what came back. */
export interface CallbackDelivery {
	name: CallbackName;
	url: string;
	payload: Readonly<Payload>;
	/** `failed`: no answer at all, `body` then holds the reason. */
	status: number | 'failed';
	body: unknown;
}

export interface PostOptions {
	encoding?: Encoding;
	method?: string;
}

/** A callback that the platform is going to make. */
export interface PendingCallback {
	name: CallbackName;
	url: string;
	payload: Payload;
	/** Where the documentation has another one than JSON. */
	encoding?: Encoding;
}

/** Makes callbacks over kept-alive connections, and tells of each. */
export class CallbackPoster {
	private readonly agent = new Agent({ keepAlive: true });
	private readonly http: AxiosInstance = axios.create({
		httpAgent: this.agent,
		proxy: false,
		maxRedirects: 0,
		timeout: 30_000,
		responseType: 'text',
		transformResponse: (text: unknown) => text,
		validateStatus: () => true,
	});
	private running = abortController();

	constructor(private readonly listeners: Listeners<{ callback: CallbackDelivery }>) {}

	/** Fails when nobody answers; every HTTP status is an answer. */
	async post(
		name: CallbackName,
		url: string,
		payload: Payload,
		{ encoding, method }: PostOptions = {},
	): Promise<CallbackAnswer> {
		const { signal } = this.running;
		try {
			const encoded = encodeCallback(url, payload, encoding, method);
			const response = await this.http.request<string>({
				url: encoded.url,
				method: encoded.method,
				data: encoded.data,
				headers: encoded.contentType === undefined ? {} : { 'content-type': encoded.contentType },
				signal,
			});
			const answer = { status: response.status, body: parsed(response.data) };
			this.listeners.emit('callback', { name, url, payload, ...answer });
			return answer;
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			if (!signal.aborted) this.listeners.emit('callback', { name, url, payload, status: 'failed', body: reason });
			throw new Error(`The callback to ${url} failed: ${reason}`);
		}
	}

	/** Breaks off the callbacks under way. */
	abort(): void {
		this.running.abort();
		this.running = abortController();
	}

	stop(): void {
		this.abort();
		this.agent.destroy();
	}
}

/** For any number of callbacks at once. */
function abortController(): AbortController {
	const controller = new AbortController();
	setMaxListeners(0, controller.signal);
	return controller;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
