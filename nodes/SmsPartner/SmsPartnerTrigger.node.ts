import {
	NodeConnectionTypes,
	NodeOperationError,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { accepted, ignored, refused } from './callbacks/answers';
import { classify } from './callbacks/classify';
import { properties, subtitle, triggerPanel, webhooks } from './callbacks/description';
import { callbackEvents, eventOfPath, toOutputs } from './callbacks/events';
import { normalise } from './callbacks/normalise';
import { readPayload } from './callbacks/payload';
import { checkEvents, checkSecret, checkZone, platformZone } from './callbacks/settings';
import type { Checked } from './values/checked';
import { asText, isRecord, type UnknownRecord } from './values/narrow';

export class SmsPartnerTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SMS Partner Trigger',
		name: 'smsPartnerTrigger',
		icon: { light: 'file:smspartner.svg', dark: 'file:smspartner.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle,
		description: 'Starts a workflow from an SMS reply, a STOP, a delivery report, a voice status or a number check',
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

	/** payload -> event -> item -> branch */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const { rawBody, headers } = this.getRequestObject();
		const { fields, raw } = readPayload({
			body: this.getBodyData(),
			query: this.getQueryData(),
			rawBody,
			contentType: headers['content-type'],
		});
		const classified = classify(fields, eventOfPath(this.getWebhookName()));
		const { event } = classified;

		if (!valueOf(this, checkEvents(this.getNodeParameter('events', []))).includes(event)) {
			if (event !== 'unrecognised') return { webhookResponse: ignored(event) };
			this.getResponseObject().status(400).json(refused(fields));
			return { noWebhookResponse: true };
		}
		const { sourceTimezone, includeRaw } = readOptions(this);
		const item = normalise(fields, classified, {
			now: new Date(),
			zone: asText(sourceTimezone) ?? platformZone,
			includeRaw: includeRaw !== false,
			raw,
		});
		return { webhookResponse: accepted(event), workflowData: toOutputs(event, [{ json: item }]) };
	}
}

/** The platform has no API to register URLs: users paste them. What is checked is that they will work. */
const lifecycle = {
	async checkExists(this: IHookFunctions): Promise<boolean> {
		valueOf(this, checkEvents(this.getNodeParameter('events', [])));
		valueOf(this, checkSecret(String(this.getNodeParameter('secret', ''))));
		valueOf(this, checkZone(asText(readOptions(this).sourceTimezone) ?? platformZone));
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

function readOptions(context: IHookFunctions | IWebhookFunctions): UnknownRecord {
	const options = context.getNodeParameter('options', {});
	return isRecord(options) ? options : {};
}
