import {
	NodeConnectionTypes,
	NodeOperationError,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { answered, type Response } from './callbacks/answered';
import { Burst } from './callbacks/bursts';
import { properties, subtitle, triggerPanel, webhooks } from './callbacks/description';
import { callbackEvents, eventOfPath, toOutputs } from './callbacks/events';
import type { Message } from './callbacks/longReplies/messages';
import { partsOfNode } from './callbacks/longReplies/nodeParts';
import type { WaitingParts } from './callbacks/longReplies/waitingParts';
import { readPayloads } from './callbacks/payload';
import { receive, type Departure } from './callbacks/receive';
import { requestOf } from './callbacks/request';
import { registeredPath, secretOf } from './callbacks/secret';
import { checkSettings, type TriggerSettings } from './callbacks/settings';
import type { Checked } from './values/checked';

/** Items of one execution, at most. */
const maxBurst = 500;

export class SmsPartnerTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SMS Partner Trigger',
		name: 'smsPartnerTrigger',
		icon: { light: 'file:smspartner.svg', dark: 'file:smspartner.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle,
		// The editor shows this for both nodes together.
		description: 'Sends SMS, and starts workflows from replies, STOPs, delivery reports, voice statuses and number checks',
		defaults: { name: 'SMS Partner Trigger' },
		inputs: [],
		outputs: callbackEvents.map(() => NodeConnectionTypes.Main),
		outputNames: callbackEvents.map(({ output }) => output),
		triggerPanel,
		webhooks,
		properties,
	};

	/** n8n runs the hooks of each webhook by its name. */
	webhookMethods = Object.fromEntries(webhooks.map(({ name }) => [name, lifecycle]));

	/** payload -> event -> item -> branch; stored, grouped and answered as the settings say */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const response = this.getResponseObject();
		const request = requestOf(this);
		valueOf(this, secretOf(this, request.url));
		const settings = valueOf(this, readSettings(this));
		const urlEvent = eventOfPath(this.getWebhookName());
		const payloads = readPayloads(request, urlEvent, [], settings.optOutWords);
		const { parts, store, needsStoring } = partsOfNode(this);
		const now = new Date();
		const { status, answer, departures, messages, isPart } = await receive(payloads, urlEvent, settings, parts, now);
		if (status === 400) {
			if (isPart) store([]);
			response.status(status).json(answer);
			return { noWebhookResponse: true, ...(departures.length > 0 && { workflowData: toOutputs(departures) }) };
		}
		if (isPart || messages.length > 0 || needsStoring(now.getTime())) store(messages);
		const isGrouped = settings.groupsBursts && this.getMode() !== 'manual' && departures.length > 0;
		const leading = isGrouped ? await burstOf(this).join(departures, response) : departures;
		if (messages.length > 0 && leading.length > 0) store(messages, response);
		settle(parts, messages, leading.length > 0 ? response : undefined);
		return { webhookResponse: answer, ...(leading.length > 0 && { workflowData: toOutputs(leading) }) };
	}
}

/** The platform has no API to register URLs: users paste them. What is checked is that they will work. */
const lifecycle = {
	async checkExists(this: IHookFunctions): Promise<boolean> {
		valueOf(this, readSettings(this));
		valueOf(this, secretOf(this, registeredPath(this)));
		return true;
	},
	async create(this: IHookFunctions): Promise<boolean> {
		return true;
	},
	async delete(this: IHookFunctions): Promise<boolean> {
		return true;
	},
};

/** Throws what was refused, so that nothing is published, and no event dropped, by a setting that cannot be read. */
function valueOf<T>(context: IHookFunctions | IWebhookFunctions, check: Checked<T>): T {
	if (check.ok) return check.value;
	throw new NodeOperationError(context.getNode(), check.message, { description: check.description });
}

function readSettings(context: IHookFunctions | IWebhookFunctions): Checked<TriggerSettings> {
	return checkSettings({
		events: context.getNodeParameter('events', []),
		longReplies: context.getNodeParameter('longReplies', 'join'),
		options: context.getNodeParameter('options', {}),
	});
}

const bursts = new Map<string, Burst<Departure>>();

function burstOf(context: IWebhookFunctions): Burst<Departure> {
	const key = JSON.stringify([context.getWorkflow().id, context.getNode().id]);
	const burst = bursts.get(key) ?? new Burst<Departure>(maxBurst);
	bursts.set(key, burst);
	return burst;
}

/** Gives up the parts of these messages once n8n holds the execution; `response` is that of the request that starts it. */
function settle(parts: WaitingParts, messages: Message[], response: Response | undefined): void {
	if (messages.length === 0) return;
	const end = (isDone: boolean) => (isDone ? parts.confirm(messages, Date.now()) : parts.putBack(messages));
	if (response === undefined) end(true);
	else void answered(response).then(end);
}
