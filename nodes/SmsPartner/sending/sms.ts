import { accept, type Checked } from '../values/checked';
import { readMessage, type MessageSize } from '../values/messageText';
import type { Delivery } from './kind';
import type { SendSettings } from './settings';

/** What one recipient gets. */
export interface SmsContent {
	text: string;
	size: MessageSize;
	settings: SendSettings;
}

/** One SMS to send: one recipient, one text. */
export type Sms = Delivery & SmsContent;

/** The content of an SMS, with its text checked before anything is spent. */
export function checkContent(text: unknown, settings: SendSettings): Checked<SmsContent & Pick<Delivery, 'guards'>> {
	const message = readMessage(text, settings);
	if (!message.ok) return message;
	return accept({ ...message.value, settings, guards: settings.guards });
}
