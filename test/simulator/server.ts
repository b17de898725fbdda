import { setTimeout as delay } from 'node:timers/promises';
import express, { type Express, type Request, type Response } from 'express';
import { answer } from './answer';
import { endpoints } from './endpoints';
import { routeOf, type Endpoint } from './endpoints/endpoint';
import { reachesPlatform, spoil, type Faults } from './faults';
import { readRequest } from './request';
import type { Reply } from './replies';
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
		const { fields } = received;
		const recipients = fields && endpoint?.recipients?.(fields);
		const { latencyMs, fault } = faults.take(received.logged.path, recipients);
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
