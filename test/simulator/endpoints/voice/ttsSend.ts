import { perHour } from '../../rateLimits';
import { number, text, type Fields } from '../../rules/values';
import { takeCalls } from '../../rules/takingCalls';
import {
	requiredAudioFile,
	voiceNotifyUrl,
	voiceNumbers,
	voiceRecipients,
	voiceSchedule,
} from '../../rules/voice';
import type { AudioFile } from '../../stores/voice';
import type { Endpoint } from '../endpoint';

/** A text that is read out on the phone, or an audio file instead (docs: voice SMS). */
export const ttsSend: Endpoint = {
	api: 'voice',
	method: 'post',
	path: '/tts/send',
	keyIn: 'body',
	keyMissing: 10,
	rateLimit: { ...perHour(2000), announced: true },
	recipients: voiceRecipients,
	answer({ fields, partlySent }, platform) {
		const numbers = voiceNumbers(fields);
		const spoken = text(fields.text);
		const file =
			spoken === undefined || text(fields.tokenAudio) !== undefined
				? requiredAudioFile(fields, platform)
				: undefined;
		const settings = { ...voiceNotifyUrl(fields), ...voiceSchedule(fields, platform.now()) };
		const content = {
			...(spoken !== undefined && { text: spoken }),
			...(file !== undefined && { tokenAudio: file.token }),
		};
		const draft = { kind: 'voiceSms', ...content, ...settings } as const;
		const { campaign, price } = takeCalls(numbers, draft, partlySent, platform);
		const { cost, nbSms } = price;
		const duration = file === undefined ? spokenSeconds(spoken ?? '', fields) : fileSeconds(file);
		return {
			success: true,
			campaignId: campaign.campaignId,
			cost,
			currency: 'EUR',
			nbSms,
			lang: text(fields.lang) ?? 'fr',
			duration,
			detail: { '33': { ...price, country_code: 'fr', duration } },
		};
	},
};

/** About fifteen characters a second, half a second more for each comma, at 0.5 to 2 times that speed. */
function spokenSeconds(spoken: string, fields: Fields): number {
	const rate = Math.min(Math.max(number(fields.speechRate) ?? 1, 0.5), 2);
	const pauses = spoken.split(',').length - 1;
	return Math.round((spoken.length / 15 / rate + pauses / 2) * 10) / 10;
}

function fileSeconds({ duration }: AudioFile): number {
	const [minutes, seconds] = duration.split(':');
	return Number(minutes) * 60 + Number(seconds);
}
