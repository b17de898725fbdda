import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { COMMON_CODES } from '../../api/codes';
import type { Endpoint } from '../../api/endpoint';
import { callApi } from '../../api/request';
import { eachItemOnce } from '../../running/eachItem';
import type { ItemResult, Operation } from '../../running/operation';
import { accept, checkAll, refuse, type Checked } from '../../values/checked';
import { checkEmail } from '../../values/email';
import { parsePhoneNumber } from '../../values/phoneNumber';
import { checkVirtualNumber } from '../../values/virtualNumber';

/** docs: call forwarding. A success carries code 2, so `success` decides. */
const VN_CALLFORWARD: Endpoint = {
	api: 'sms',
	method: 'POST',
	path: '/vn/callforward',
	effect: 'write',
	codes: {
		...COMMON_CODES,
		1: 'The platform misses the name of the virtual number. Check Virtual Number.',
		// The table of codes says "virtual number required", the sample answer "email is not valid".
		5: 'Either the virtual number is missing or the e-mail address is not valid; the text above says which. Check Virtual Number and, for voicemail, Notify Email.',
		6: 'The type of forwarding is missing. Choose one in Forwarding.',
		7: 'The platform does not know this type of forwarding. Choose Off, Forward or Voicemail in Forwarding.',
		8: 'The target is missing. Fill in Forward To or Notify Email.',
		9: 'The e-mail address is not valid. Correct Notify Email.',
		12: 'Calls cannot be forwarded to this number. Check Forward To, with + and the country code.',
		13: 'Your account has no such virtual number. Copy it from your dashboard on my.smspartner.fr into Virtual Number.',
		14: 'Call forwarding is not enabled for your account or this number. Ask SMS Partner support to enable it (help@smspartner.fr).',
		15: 'This virtual number is disabled. Contact SMS Partner support (help@smspartner.fr).',
		16: 'Calls to this number are already forwarded. To forward them elsewhere, set Forwarding to Off first.',
		17: 'Voicemail is already on for this number. To change the address, set Forwarding to Off first.',
		18: 'Forwarding is already off for this number; there is nothing left to do.',
	},
};

const TYPES = { off: 0, forward: 1, voicemail: 2 } as const;

type Forwarding = keyof typeof TYPES;

interface CallForwarding {
	forwarding: Forwarding;
	/** Digits without `+`. */
	number: string;
	/** Where calls go: a phone number, the e-mail address that hears of voicemails, or nothing. */
	target: string;
}

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	return eachItemOnce(
		context,
		items,
		(itemIndex) => prepare((name) => context.getNodeParameter(name, itemIndex, '')),
		async ({ forwarding, number, target }) => callApi(context, VN_CALLFORWARD, { body: { number, type: TYPES[forwarding], param: target } }),
		(_body, { forwarding, number, target }) => ({
			virtualNumber: `+${number}`,
			forwarding,
			forwardTo: forwarding === 'forward' ? target : null,
			notifyEmail: forwarding === 'voicemail' ? target : null,
		}),
	);
}

function prepare(read: (name: string) => unknown): Checked<CallForwarding> {
	const forwarding = read('forwarding');
	if (!isForwarding(forwarding)) {
		return refuse('"Forwarding" is none of the known types', 'Choose Off, Forward or Voicemail.');
	}
	return checkAll<CallForwarding>({
		forwarding: accept(forwarding),
		number: checkVirtualNumber(read('virtualNumber'), 'FR'),
		target: checkTarget(forwarding, read),
	});
}

function isForwarding(value: unknown): value is Forwarding {
	return typeof value === 'string' && Object.hasOwn(TYPES, value);
}

function checkTarget(forwarding: Forwarding, read: (name: string) => unknown): Checked<string> {
	if (forwarding === 'off') return accept('');
	if (forwarding === 'voicemail') return checkEmail(read('notifyEmail'), 'Notify Email');
	const number = parsePhoneNumber(read('forwardTo'), 'FR');
	return number.ok ? number : refuse(`Forward To: ${number.message}`, number.description);
}

const fields: INodeProperties[] = [
	{
		displayName: 'Virtual Number',
		name: 'virtualNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. +33644000000',
		description: 'The virtual number of your SMS Partner account that people call',
	},
	{
		displayName: 'Forwarding',
		name: 'forwarding',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Forward', value: 'forward', description: 'Calls ring at another phone number' },
			{ name: 'Off', value: 'off', description: 'Calls go nowhere' },
			{ name: 'Voicemail', value: 'voicemail', description: 'Callers leave a message, and an e-mail tells you' },
		],
		default: 'forward',
		description: 'What happens to calls to the virtual number',
	},
	{
		displayName: 'Forward To',
		name: 'forwardTo',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. +33612345678',
		description: 'The phone number at which the calls ring',
		displayOptions: { show: { forwarding: ['forward'] } },
	},
	{
		displayName: 'Notify Email',
		name: 'notifyEmail',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. name@example.com',
		description: 'The address that is told of each new voicemail',
		displayOptions: { show: { forwarding: ['voicemail'] } },
	},
];

export const setCallForwarding: Operation = {
	option: {
		name: 'Set Call Forwarding',
		value: 'setCallForwarding',
		action: 'Set call forwarding of a virtual number',
		description: 'Forward the calls to a virtual number, send them to voicemail, or stop that',
	},
	effect: 'write',
	fields,
	execute,
};
