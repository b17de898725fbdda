import { setTimeout as delay } from 'node:timers/promises';
import express, { type Express, type Request, type Response } from 'express';
import { endpoints } from './endpoints';
import { routeOf, type Endpoint } from './endpoints/endpoint';
import { htmlReply, jsonReply, reachesPlatform, spoil, type Faults, type Reply, type Trouble } from './faults';
import { Refusal, refusalBody } from './refusal';
import { readRequest, type ReadRequest } from './request';
import type { Platform } from './state';

const BASE_PATHS = { sms: '/sms/v1', voice: '/voice/v1' } as const;

/** Every endpoint under its base path. `stopped` ends answers that are being held back. */
export function platformServer(platform: Platform, faults: Faults, stopped: AbortSignal): Express {
	const app = express();
	app.disable('x-powered-by');
	app.disable('etag');
	app.use(express.text({ type: () => true, limit: '20mb' }));
	for (const endpoint of endpoints) {
		const path = `${BASE_PATHS[endpoint.api]}${endpoint.path}`;
		app[endpoint.method](path, async (request, response, next) => {
			if (platform.behaviour.unknownRoutes.includes(routeOf(endpoint))) next();
			else await handle(request, response, endpoint);
		});
	}
	for (const base of Object.values(BASE_PATHS)) {
		app.use(base, async (request, response) => handle(request, response, undefined));
	}
	return app;

	async function handle(request: Request, response: Response, endpoint?: Endpoint): Promise<void> {
		const { apiKey, voiceApiKey } = platform.settings;
		const received = readRequest(request, endpoint, [apiKey, voiceApiKey]);
		const { latencyMs, fault } = faults.take(received.logged.path);
		const right = reachesPlatform(fault) ? answer(received, endpoint, fault, platform) : undefined;
		const reply = spoil(fault, right, received.echo);
		platform.requests.push({
			...received.logged,
			status: typeof reply === 'object' ? reply.status : reply,
		});
		// The work is done before the delay: a client that gives up has sent its SMS all the same.
		if (latencyMs > 0 && !(await held(latencyMs, stopped))) return;
		write(reply, response);
	}
}

/** What the platform answers when nothing goes wrong on the way. */
function answer(
	{ key, fields, params, logged }: ReadRequest,
	endpoint: Endpoint | undefined,
	fault: Trouble['fault'],
	platform: Platform,
): Reply {
	if (endpoint === undefined) return htmlReply(404);
	if (!withinRate(endpoint, platform)) return jsonReply(429, refusalBody(new Refusal(429)));
	const hasBody = endpoint.keyIn === 'body';
	try {
		if (hasBody && fields === undefined) return jsonReply(400, refusalBody(new Refusal(90)));
		checkKey(key, endpoint, platform);
		if (platform.denial) throw platform.denial;
		const call = {
			fields: hasBody ? (fields ?? {}) : { ...logged.query, ...params },
			partial: fault?.kind === 'partial' ? fault : undefined,
		};
		return jsonReply(200, endpoint.answer(call, platform));
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		const { businessErrorStatus, errorListKey } = platform.settings;
		return jsonReply(businessErrorStatus, refusalBody(error, errorListKey, endpoint.codes));
	}
}

function withinRate(endpoint: Endpoint, platform: Platform): boolean {
	if (!platform.behaviour.rateLimits || endpoint.rateLimit === undefined) return true;
	return platform.rateLimits.take(routeOf(endpoint), endpoint.rateLimit, platform.now()).allowed;
}

function checkKey(key: string | undefined, { api, keyMissing }: Endpoint, { settings }: Platform): void {
	if (key === undefined) throw new Refusal(keyMissing ?? 1);
	if (key !== (api === 'sms' ? settings.apiKey : settings.voiceApiKey)) throw new Refusal(10);
}

async function held(ms: number, stopped: AbortSignal): Promise<boolean> {
	return await delay(ms, true, { signal: stopped }).catch(() => false);
}

function write(reply: Reply, response: Response): void {
	if (reply === 'timeout') return;
	if (reply === 'reset') {
		response.req.socket.resetAndDestroy();
		return;
	}
	response.status(reply.status).set(reply.headers).send(reply.text);
}
