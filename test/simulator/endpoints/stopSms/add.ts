import { Refusal } from '../../refusal';
import { text } from '../../rules/values';
import type { Endpoint } from '../endpoint';

/** Puts one number on the STOP list (docs: stop add). */
export const addStop: Endpoint = {
	api: 'sms',
	method: 'post',
	path: '/stop-sms/add',
	keyIn: 'body',
	codes: {
		3: 'Le numéro est déjà dans la liste',
		9: "Le numéro de téléphone n'est pas valide",
	},
	answer({ fields }, platform) {
		const written = text(fields.phoneNumber);
		if (written === undefined) throw new Refusal(2);
		const number = platform.readNumber(written);
		if (number === undefined) throw new Refusal(9);
		if (platform.stopList.has(number.e164)) throw new Refusal(3);
		return { success: true, code: 200, stopId: platform.stopList.add(number.e164).id };
	},
};
