import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { answered, type Response } from '../callbacks/answered';
import { accepted, ignored, refused } from '../callbacks/answers';
import { classify } from '../callbacks/classify';
import { eventOfPath } from '../callbacks/events';
import { readQuery } from '../callbacks/form';
import { normalise, type CallbackItem } from '../callbacks/normalise';
import { readPayloads, type Payload } from '../callbacks/payload';
import { requestOf } from '../callbacks/request';
import { automaticZone } from '../callbacks/sourceTime';
import { outputOf } from './match';
import { ended } from './onlyOnce';
import { NONCE_PARAMETER } from './resumeUrl';
import { sleepOf } from './runState';
import { sentMessageId } from './wait';
import { wholeReply } from './wholeReply';

/** Query parameters of the URL itself: n8n's signature and ours. */
const OWN_PARAMETERS = ['signature', NONCE_PARAMETER];

/**
 * A call to the URL of a sleeping execution: payload -> event -> awaited or not. What is not awaited is acknowledged and
 * the execution sleeps on; n8n wakes it when there is `workflowData`.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const urlEvent = eventOfPath(context.getWebhookName());
	const payloads = readPayloads(requestOf(context), urlEvent, OWN_PARAMETERS);
	const [event] = payloads.map(({ fields }) => classify(fields, urlEvent).event).filter((each) => each !== 'unrecognised');
	if (event === undefined) {
		context.getResponseObject().status(400).json(refused(payloads[0]?.fields ?? {}));
		return { noWebhookResponse: true };
	}
	const now = new Date();
	const read = ({ fields, raw }: Payload): CallbackItem =>
		normalise(fields, classify(fields, urlEvent), { now, zone: automaticZone, includeRaw: false, raw });

	const sleep = sleepOf(context);
	if (sleep === undefined || sleep.wait.nonce !== nonceOf(context)) return { webhookResponse: ignored(event) };
	const { wait } = sleep;
	const awaited = payloads.filter((payload) => outputOf(read(payload), wait) !== undefined);
	if (awaited.length === 0) return { webhookResponse: ignored(event) };

	const replies = await Promise.all(awaited.map(async (payload) => await wholeReply(payload, wait, now)));
	const items = replies.map(({ payload, complete }): CallbackItem => ({ ...read(payload), ...(complete !== undefined && { part: null, complete }) }));
	const item = items.find((each) => each.event === 'stop') ?? items[0];
	const output = item && outputOf(item, wait);
	if (output !== undefined && (await endsWait(wait.nonce, context.getResponseObject()))) {
		sleep.wakeWith(output);
		const json = { ...wait.input, ...item, ...(wait.waitFor === 'reply' && { sentMessageId: sentMessageId(wait) ?? null }) };
		return { webhookResponse: accepted(event), workflowData: [[{ json }]] };
	}
	return { webhookResponse: accepted(event) };
}

/** Calls with which n8n is resuming an execution, by the nonce of the wait, and whether it could. */
const resuming = new Map<string, Promise<boolean>>();

/**
 * Whether this call is the one of several that ends the wait. The others are not acknowledged before n8n has resumed the
 * execution: if it cannot, one of them does it instead.
 */
async function endsWait(nonce: string, response: Response): Promise<boolean> {
	while (!ended.claim(nonce)) {
		if ((await resuming.get(nonce)) !== false) return false;
	}
	const isResumed = answered(response).then((isDone) => {
		resuming.delete(nonce);
		if (!isDone) ended.release(nonce);
		return isDone;
	});
	resuming.set(nonce, isResumed);
	return true;
}

function nonceOf(context: IWebhookFunctions): unknown {
	return readQuery(requestOf(context).url ?? '')[NONCE_PARAMETER];
}
