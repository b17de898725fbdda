/**
 * The one table of the trigger: outputs, the choices of "Events to Receive", webhook URLs and routing derive from it.
 *
 * Append only: a saved workflow is wired to outputs by their index, and a URL once pasted has to keep working.
 * n8n's canvas cuts output labels after about 12 characters.
 */
export const callbackEvents = [
	{
		value: 'reply',
		output: 'Reply',
		path: 'reply',
		about: 'Someone answers an SMS or writes to a virtual number',
	},
	{
		value: 'stop',
		output: 'STOP',
		path: 'stop',
		about: 'Someone opts out, by a STOP that the platform reports or by a text that says STOP',
	},
	{
		value: 'deliveryReport',
		output: 'Delivery',
		path: 'delivery-report',
		about: 'The delivery status of an SMS to one recipient',
	},
	{
		value: 'voiceStatus',
		output: 'Voice Status',
		path: 'voice-status',
		about: 'The status of a voice SMS or of a voicemail campaign',
	},
	{
		value: 'numberCheck',
		output: 'Number Check',
		path: 'number-check',
		about: 'The result of a network verification of a phone number (HLR)',
	},
	{
		value: 'unrecognised',
		output: 'Unrecognised',
		path: undefined,
		about: 'Anything else that reaches one of the URLs; without this event such a request is refused',
	},
] as const;

export type CallbackEvent = (typeof callbackEvents)[number]['value'];

/** The events of a trigger nobody has configured yet. */
export const defaultEvents: readonly CallbackEvent[] = ['reply', 'stop', 'deliveryReport', 'voiceStatus'];

/** The event a webhook path stands for; undefined for a path that is none of ours. */
export function eventOfPath(path: string): CallbackEvent | undefined {
	return callbackEvents.find((row) => row.path === path)?.value;
}

/** Items by output, each in the one of its event. */
export function toOutputs<T>(departures: ReadonlyArray<{ event: CallbackEvent; json: T }>): Array<Array<{ json: T }>> {
	return callbackEvents.map(({ value }) => departures.filter(({ event }) => event === value).map(({ json }) => ({ json })));
}
