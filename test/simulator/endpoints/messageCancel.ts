import { Refusal } from '../refusal';
import { text } from '../rules/values';
import type { Endpoint } from './endpoint';

const FIVE_MINUTES = 5 * 60_000;

/** Cancels a whole message id, until five minutes before it leaves (docs: cancel). */
export const messageCancel: Endpoint = {
	api: 'sms',
	method: 'get',
	path: '/message-cancel',
	keyIn: 'query',
	answer({ fields }, platform) {
		const messageId = text(fields.messageId);
		if (messageId === undefined) throw new Refusal(3);
		const batch = [...(platform.message(messageId)?.values() ?? [])];
		const [first] = batch;
		if (first === undefined) throw new Refusal(4);
		if (first.status === 'cancelled') throw new Refusal(5, 'Cet envoi est déjà annulé');

		const left = Date.parse(first.scheduledAt ?? first.statusAt) - platform.now().getTime();
		if (left <= 0) throw new Refusal(7, 'Ce SMS est déjà envoyé');
		if (left < FIVE_MINUTES) throw new Refusal(6, "L'envoi part dans moins de 5 minutes");
		platform.cancel(batch);
		return { success: true, code: 200, message: "L'envoi du SMS a été annulé." };
	},
};
