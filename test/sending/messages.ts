import { NO_GUARDS } from '../../nodes/SmsPartner/sending/guards';
import type { Sms } from '../../nodes/SmsPartner/sending/sms';
import type { SendSettings } from '../../nodes/SmsPartner/sending/settings';

export const plainSettings: SendSettings = {
	stopNotice: false,
	unicode: false,
	sandbox: false,
	defaultCountry: 'FR',
	batchSize: 500,
	guards: NO_GUARDS,
};

export function phoneNumber(index: number): string {
	return `+336${String(index).padStart(8, '0')}`;
}

/** One SMS per text, each to a number of its own. */
export function messagesWith(texts: string[], settings: SendSettings = plainSettings): Sms[] {
	return texts.map((text, itemIndex) => ({
		itemIndex,
		phoneNumber: phoneNumber(itemIndex),
		text,
		size: { encoding: 'GSM-7', characters: text.length, segments: 1, replacedCharacters: [], unsupportedCharacters: [] },
		settings,
	}));
}
