import { accept, type Checked } from '../values/checked';
import { checkMessage, measureMessage, type MessageSize } from '../values/messageText';
import type { Delivery } from './kind';
import { collectRecipients, type Collected } from './recipients';
import type { SendSettings } from './settings';

/** What one recipient gets. */
export interface SmsContent {
	text: string;
	size: MessageSize;
	settings: SendSettings;
}

/** One SMS to send: one recipient, one text. */
export type Sms = Delivery & SmsContent;

/** What the user asked for in one input item. */
export interface SmsRequest {
	to: unknown;
	text: unknown;
	settings: SendSettings;
}

/** Turns input items into SMS, checking every text and number before anything is spent. */
export function collectSms(itemCount: number, requestOf: (itemIndex: number) => Checked<SmsRequest>): Collected<SmsContent> {
	return collectRecipients(itemCount, (itemIndex) => {
		const request = requestOf(itemIndex);
		if (!request.ok) return request;
		const { to, text, settings } = request.value;
		const message = checkMessage(text, settings);
		if (!message.ok) return message;
		const content = { text: message.value, size: measureMessage(message.value, settings), settings };
		return accept({ to, defaultCountry: settings.defaultCountry, content });
	});
}
