import { Refusal } from '../../refusal';
import { integer, text } from '../../rules/values';
import type { Endpoint } from '../endpoint';

/** Takes a number off the STOP list: a GET that changes something (docs: stop delete). */
export const deleteStop: Endpoint = {
	api: 'sms',
	method: 'get',
	path: '/stop-sms/delete',
	keyIn: 'query',
	codes: { 3: "L'identifiant est requis", 4: 'Identifiant introuvable' },
	answer({ fields }, platform) {
		if (text(fields.id) === undefined) throw new Refusal(3);
		const id = integer(fields.id);
		if (id === undefined || !platform.stopList.remove(id)) throw new Refusal(4);
		return { success: true, code: 200 };
	},
};
