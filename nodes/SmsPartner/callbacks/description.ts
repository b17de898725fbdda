import {
	webhookDescriptionFields,
	type INodeParameters,
	type INodeProperties,
	type IWebhookDescription,
	type TriggerPanelDefinition,
	type WebhookType,
} from 'n8n-workflow';
import { callbackEvents, defaultEvents } from './events';
import { defaultMissingPartMinutes } from './settings';
import { automaticZone } from './sourceTime';

/** One URL per event that has one. */
export const webhooks: IWebhookDescription[] = callbackEvents.flatMap(({ value, path }) =>
	path === undefined ? [] : [webhookOf(path, value)],
);

/** The type of names lists n8n's own two; the runtime takes any name, as long as it is unique in the node. */
function webhookOf(path: string, event: string): IWebhookDescription {
	return {
		name: path as WebhookType,
		...addressOf(path),
		responseMode: 'onReceived',
		// Empty, so that n8n answers with what webhook() returns; left out, it answers with the word "firstEntryJson".
		responseData: '',
		ndvHideUrl: `={{ ![$parameter["events"]].flat().includes("${event}") }}`,
	};
}

/**
 * n8n evaluates these for every URL of the node at every request, each in a fresh isolate. Newer versions take a function
 * beside the expression, which costs nothing; n8n 1.x has the expressions alone.
 */
function addressOf(path: string): Pick<IWebhookDescription, 'httpMethod' | 'path'> {
	const address = {
		// Both methods in one row of the editor: voicemail campaigns report by GET, everything else by POST.
		httpMethod: { template: '={{ ["POST", "GET"] }}', resolve: () => ['POST', 'GET'] },
		path: {
			template: `=${path}{{ $parameter["secret"] ? "/" + $parameter["secret"] : "" }}`,
			resolve: ({ secret }: INodeParameters) => (secret ? `${path}/${String(secret)}` : path),
		},
	};
	const templates = { httpMethod: address.httpMethod.template, path: address.path.template };
	return typeof webhookDescriptionFields === 'function' ? { ...templates, ...webhookDescriptionFields(address) } : templates;
}

const outputNamesByEvent = JSON.stringify(Object.fromEntries(callbackEvents.map((row) => [row.value, row.output])));

/** The selected events, by the names of their outputs. */
export const subtitle = `={{ [$parameter["events"]].flat().map((event) => (${outputNamesByEvent})[event]).join(", ") }}`;

export const triggerPanel: TriggerPanelDefinition = {
	header: 'Receive replies, STOPs, delivery reports and voice statuses',
	executionsHelp: {
		inactive:
			'<b>While building</b>, test this trigger (n8n then listens) and let SMS Partner call a Test URL, or call it yourself. Listening ends at the first call to any of them. <br /><br /><b>Once the workflow is ready</b>, publish it and paste its Production URLs: only those keep working.',
		active:
			'<b>While building</b>, test this trigger (n8n then listens) and let SMS Partner call a Test URL, or call it yourself. Listening ends at the first call to any of them. <br /><br /><b>The published workflow</b> runs by itself whenever its Production URLs are called. Those executions show up in the list of executions.',
	},
	activationHint: 'Publish the workflow to make its Production URLs work.',
};

export const properties: INodeProperties[] = [
	{
		displayName:
			'Publish the workflow, then paste its Production URLs (under "Webhook URLs"):<ul>' +
			'<li>/reply and /stop: API tab of your SMS Partner dashboard (if it has one field for both, either URL serves both), or "Reply URL" in the options of the SMS Partner node that sends</li>' +
			'<li>/delivery-report: "Delivery Report URL" in the options of the SMS Partner node that sends</li>' +
			'<li>/voice-status: "Notify URL" in the options of Send Voice SMS and Deposit Voicemail</li>' +
			'<li>/number-check: "Notify URL" in the options of Verify Network. Select the event below first.</li></ul>' +
			'SMS Partner has to reach them: a URL that shows localhost or 127.0.0.1 does not work from outside.',
		name: 'urlNotice',
		type: 'notice',
		default: '',
	},
	{
		// Under the name "Events" the editor's node panel would offer each event as a trigger of its own, STOP left out.
		displayName: 'Events to Receive',
		name: 'events',
		type: 'multiOptions',
		options: callbackEvents.map(({ value, output, about }) => ({ name: output, value, description: about })),
		default: [...defaultEvents],
		required: true,
		description: 'What starts the workflow. Other events are acknowledged without starting it. The outputs stay the same.',
	},
	{
		displayName: 'Long Replies',
		name: 'longReplies',
		type: 'options',
		options: [
			{
				name: 'Join',
				value: 'join',
				description: 'A reply of several SMS starts the workflow once, with its whole text',
			},
			{
				name: 'Part by Part',
				value: 'parts',
				description: 'Each SMS of it starts the workflow at once, with its own text',
			},
		],
		default: 'join',
		description: 'What to do with a reply to a virtual number that is longer than one SMS: SMS Partner passes on its parts one by one',
	},
	{
		displayName: 'Secret',
		name: 'secret',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		placeholder: 'e.g. k7-Lw2_pQ9',
		description:
			'Optional last part of the webhook URLs, so that nobody can call them by guessing. Letters, digits, "-" and "_". After a change, publish again and paste the new URLs.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Further Opt-Out Words',
				name: 'optOutWords',
				type: 'string',
				default: '',
				placeholder: 'e.g. arrêt, désabonner',
				description: 'Words with which a message opts out, besides STOP, separated by commas. A message that begins with one leaves by STOP. Case and accents do not matter.',
			},
			{
				displayName: 'Group Bursts',
				name: 'groupBursts',
				type: 'boolean',
				default: false,
				description: 'Whether events that come in while others are being handled start the workflow together, as the items of one execution (up to 500). A single event is not held up.',
			},
			{
				displayName: 'Include Raw Payload',
				name: 'includeRaw',
				type: 'boolean',
				default: true,
				description: 'Whether to add the payload as SMS Partner sent it, under "raw". Unrecognised events always carry it.',
			},
			{
				displayName: 'Missing Part Wait',
				name: 'missingPartWait',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: defaultMissingPartMinutes,
				description: 'Minutes that a long reply waits for a missing part. After that, it leaves as it is ("complete" is false) when the next event comes in.',
				displayOptions: { show: { '/longReplies': ['join'] } },
			},
			{
				displayName: 'Source Timezone',
				name: 'sourceTimezone',
				type: 'options',
				options: [
					{
						name: 'Automatic',
						value: automaticZone,
						description: 'Whichever of UTC and Paris time fits the moment when the event comes in',
					},
					...['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => ({ name: zone, value: zone })),
				],
				default: automaticZone,
				description: 'The time zone of times that SMS Partner sends without one',
			},
		],
	},
];
