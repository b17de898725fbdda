import { DateTime } from 'luxon';
import type { Platform } from '../state';
import type { AudioFile } from '../stores/voice';
import { VoiceRefusal } from '../voiceRefusal';
import { PLATFORM_ZONE } from './dates';
import { commaSeparated, MAX_NUMBERS } from './numberLists';
import { roundEuros } from './numbers';
import { text, type Fields } from './values';

/** Euros for one number. */
const PRICE = 0.15;

/** Everyone in the request, as they were sent. */
export function voiceRecipients({ phoneNumbers }: Fields): string[] {
	return commaSeparated(text(phoneNumbers) ?? '');
}

/** The recipients of a voice send, as they were sent. */
export function voiceNumbers(fields: Fields): string[] {
	const numbers = voiceRecipients(fields);
	if (numbers.length === 0) throw new VoiceRefusal('PHONE_NUMBER_REQUIRED');
	if (numbers.length > MAX_NUMBERS) throw new VoiceRefusal('PHONE_NUMBER_SIZE_ERROR');
	return numbers;
}

/** E.164 of each: French numbers alone are documented, one other refuses them all (docs: voice campaign). */
export function frenchNumbers(numbers: readonly string[], platform: Platform): string[] {
	return numbers.map((written) => {
		const number = platform.readNumber(written);
		if (number?.country !== 'FR') throw new VoiceRefusal('DESTINATION_INVALID');
		return number.e164;
	});
}

export function requiredAudioFile(fields: Fields, platform: Platform): AudioFile {
	const token = text(fields.tokenAudio);
	if (token === undefined) throw new VoiceRefusal('TOKEN_AUDIO_REQUIRED');
	const file = platform.voice.audioFile(token);
	if (file === undefined) throw new VoiceRefusal('AUDIO_FILE_NOT_FOUND');
	return file;
}

/** The number shown for call-back, which the account must have validated. */
export function voiceSender(fields: Fields, platform: Platform): { sender?: string } {
	const written = text(fields.sender)?.trim();
	if (written === undefined) return {};
	const number = platform.readNumber(written);
	if (number === undefined) throw new VoiceRefusal('SENDER_INVALID');
	if (!platform.voice.senders.has(number.e164)) throw new VoiceRefusal('SENDER_NOT_AUTHORIZED');
	return { sender: number.e164 };
}

export function voiceNotifyUrl(fields: Fields): { notifyUrl?: string } {
	const notifyUrl = text(fields.notifyUrl);
	if (notifyUrl === undefined) return {};
	if (!/^https?:\/\/\S+$/.test(notifyUrl)) throw new VoiceRefusal('NOTIFY_URL_INVALID');
	return { notifyUrl };
}

/** `YYYY-mm-dd H:m:00` in Paris, to come; the name of this refusal is not documented. */
export function voiceSchedule(fields: Fields, now: Date): { scheduledAt?: string } {
	const written = text(fields.scheduledDate);
	if (written === undefined) return {};
	const at = DateTime.fromFormat(written, "yyyy-M-d H:m:'00'", { zone: PLATFORM_ZONE });
	if (!at.isValid || at.toMillis() <= now.getTime()) throw new VoiceRefusal('SCHEDULED_DATE_INVALID');
	return { scheduledAt: at.toJSDate().toISOString() };
}

export interface VoicePrice {
	nbSms: number;
	cost_unity: number;
	cost: number;
}

/** What so many calls cost, if the Voice credit covers it. */
export function voicePrice(count: number, platform: Platform): VoicePrice {
	const cost = roundEuros(count * PRICE);
	if (cost > platform.voice.balance) throw new VoiceRefusal('NOT_CREDIT');
	return { nbSms: count, cost_unity: PRICE, cost };
}
