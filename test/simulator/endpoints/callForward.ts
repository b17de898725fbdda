import { Refusal } from '../refusal';
import { isMail } from '../rules/mail';
import { text, type Fields } from '../rules/values';
import type { Platform } from '../state';
import type { Forwarding } from '../stores/virtualNumbers';
import type { Endpoint } from './endpoint';

const FORWARDINGS: Readonly<Record<string, Forwarding>> = { 0: 'off', 1: 'number', 2: 'voicemail' };

/** The code of asking for what is so already. */
const ALREADY: Readonly<Record<Forwarding, number>> = { number: 16, voicemail: 17, off: 18 };

/** Only the text of switching off is documented. */
const DONE: Readonly<Record<Forwarding, string>> = {
	off: 'Callforward disabled',
	number: 'Callforward enabled',
	voicemail: 'Voicemail enabled',
};

/** Where calls to a virtual number go; its success carries code 2, not 200 (docs: call forwarding). */
export const callForward: Endpoint = {
	api: 'sms',
	method: 'post',
	path: '/vn/callforward',
	keyIn: 'body',
	codes: {
		5: 'virtual number is required',
		6: 'type is required',
		7: 'type is not valid',
		8: 'param is required',
		9: 'email is not valid',
		10: 'API key is required',
		12: 'forwarding number is not valid',
		13: 'virtual number does not exist',
		14: 'callforward is not enabled',
		15: 'number is disabled',
		16: 'callforward is already enabled',
		17: 'voicemail is already enabled',
		18: 'callforward is already disabled',
	},
	keyMissing: 10,
	answer({ fields }, platform) {
		const written = text(fields.number);
		if (written === undefined) throw new Refusal(5);
		const forwarding = readType(fields);
		const target = readTarget(forwarding, fields, platform);
		const number = platform.virtualNumbers.get(written);
		if (number === undefined) throw new Refusal(13);
		if (number.state === 'noForwarding') throw new Refusal(14);
		if (number.state === 'disabled') throw new Refusal(15);
		if (number.forwarding === forwarding) throw new Refusal(ALREADY[forwarding]);
		platform.virtualNumbers.set({ number: number.number, state: number.state, forwarding, ...target });
		return { success: true, code: 2, message: DONE[forwarding] };
	},
};

function readType(fields: Fields): Forwarding {
	const type = text(fields.type);
	if (type === undefined) throw new Refusal(6);
	const forwarding = FORWARDINGS[type];
	if (forwarding === undefined) throw new Refusal(7);
	return forwarding;
}

/** The table gives 9 to a bad e-mail, the sample 5 with the same text. */
function readTarget(forwarding: Forwarding, fields: Fields, platform: Platform): { target?: string } {
	if (forwarding === 'off') return {};
	const target = text(fields.param)?.trim();
	if (target === undefined) throw new Refusal(8);
	if (forwarding === 'voicemail') {
		if (!isMail(target)) throw new Refusal(platform.behaviour.callForwardMailCode, 'email is not valid');
		return { target };
	}
	const number = platform.readNumber(target);
	if (number === undefined) throw new Refusal(12);
	return { target: number.e164 };
}
