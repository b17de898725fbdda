import { inputFailure } from '../api/errors';
import type { Failure } from '../api/failure';
import { refuse, type Checked } from '../values/checked';
import { checkMessage, measureMessage, type MessageSize } from '../values/messageText';
import { parsePhoneNumber, splitRecipients } from '../values/phoneNumber';
import type { Delivery } from './kind';
import type { SendSettings } from './settings';

/** One SMS to send: one recipient, one text. */
export interface Sms extends Delivery {
	text: string;
	size: MessageSize;
	settings: SendSettings;
}

/** What the user asked for in one input item. */
export interface Request {
	to: unknown;
	text: unknown;
	settings: SendSettings;
}

export interface Rejected {
	itemIndex: number;
	/** As the user wrote it. */
	phoneNumber?: string;
	failure: Failure;
}

export interface Collected {
	messages: Sms[];
	rejected: Rejected[];
}

/** Turns input items into SMS, checking every number and text before anything is spent. */
export function collectSms(itemCount: number, requestOf: (itemIndex: number) => Checked<Request>): Collected {
	const collected: Collected = { messages: [], rejected: [] };
	for (let itemIndex = 0; itemIndex < itemCount; itemIndex++) {
		const request = requestOf(itemIndex);
		if (request.ok) collectItem(collected, itemIndex, request.value);
		else collected.rejected.push({ itemIndex, failure: inputFailure(request) });
	}
	return collected;
}

function collectItem({ messages, rejected }: Collected, itemIndex: number, { to, text, settings }: Request): void {
	const recipients = splitRecipients(to);
	const message = checkMessage(text, settings);
	if (!message.ok || recipients.length === 0) {
		rejected.push({ itemIndex, failure: inputFailure(message.ok ? noRecipient : message) });
		return;
	}
	const size = measureMessage(message.value, settings);
	const seen = new Set<string>();
	for (const recipient of recipients) {
		const number = parsePhoneNumber(recipient, settings.defaultCountry);
		if (!number.ok) {
			rejected.push({ itemIndex, phoneNumber: String(recipient), failure: inputFailure(number) });
		} else if (!seen.has(number.value)) {
			// A number listed twice in one item is one recipient: nobody wants the same text twice.
			seen.add(number.value);
			messages.push({ itemIndex, phoneNumber: number.value, text: message.value, size, settings });
		}
	}
}

const noRecipient = refuse(
	'There is no recipient',
	'Fill in To with a phone number such as +33612345678, or several separated by commas.',
);
