import type { CallbackItem } from '../callbacks/normalise';
import { sentMessageId, type Wait } from './wait';

/** The output by which this event ends the wait; undefined for one that is not awaited. */
export function outputOf(item: CallbackItem, wait: Wait): number | undefined {
	if (!isFromRecipient(item, wait)) return undefined;
	// Whatever it is about: it came to the URL of this wait, and a STOP must not be missed.
	if (wait.waitFor === 'reply' && item.event === 'stop') return 1;
	if (!isAboutMessage(item, wait)) return undefined;
	if (wait.waitFor === 'delivery') return deliveryOutput(item);
	return item.event === 'reply' ? 0 : undefined;
}

/** A report that is not final (`waiting`) is followed by another one. */
export function deliveryOutput({ event, isFinal, status }: CallbackItem): number | undefined {
	if (event !== 'deliveryReport' || isFinal !== true) return undefined;
	return status === 'delivered' ? 0 : 1;
}

/**
 * The platform masks some numbers (docs: webhooks): those do not speak against the URL, which is of this SMS alone. Digits
 * that may be less than a whole number, such as a French one without its 0, are the end of one.
 */
function isFromRecipient({ phoneNumber }: CallbackItem, { sent }: Wait): boolean {
	if (typeof phoneNumber !== 'string' || !/^\+?\d+$/.test(phoneNumber)) return true;
	return sent.phoneNumber.endsWith(withoutZeros(phoneNumber.replace('+', '')));
}

/** On a virtual number, the id is that of the reply (docs: webhooks). */
function isAboutMessage({ messageId, channel }: CallbackItem, wait: Wait): boolean {
	const sent = sentMessageId(wait);
	if (channel === 'virtualNumber' || typeof messageId !== 'string' || sent === undefined) return true;
	return withoutZeros(messageId) === withoutZeros(sent);
}

function withoutZeros(id: string): string {
	return id.replace(/^0+(?=\d)/, '');
}
