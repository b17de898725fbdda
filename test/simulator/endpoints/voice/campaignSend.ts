import { voiceCallbacks } from '../../callbacks/voice';
import { perMinute } from '../../rateLimits';
import {
	frenchNumbers,
	requiredAudioFile,
	voiceNotifyUrl,
	voiceNumbers,
	voicePrice,
	voiceSchedule,
	voiceSender,
} from '../../rules/voice';
import type { Endpoint } from '../endpoint';

/** A voicemail drop; `emailForNotification` is in the table of required fields, and absent from a sample (docs: voice campaign). */
export const campaignSend: Endpoint = {
	api: 'voice',
	method: 'post',
	path: '/campaign/send',
	keyIn: 'body',
	keyMissing: 10,
	rateLimit: perMinute(5),
	answer({ fields }, platform) {
		const numbers = voiceNumbers(fields);
		const file = requiredAudioFile(fields, platform);
		const settings = {
			...voiceSender(fields, platform),
			...voiceNotifyUrl(fields),
			...voiceSchedule(fields, platform.now()),
		};
		const phoneNumbers = frenchNumbers(numbers, platform);
		const price = voicePrice(phoneNumbers.length, platform);
		const { cost, nbSms } = price;
		const campaign = platform.voice.take({
			kind: 'voicemail',
			tokenAudio: file.token,
			phoneNumbers,
			cost,
			...settings,
		});
		if (campaign.status === 'sent') platform.callBackLater(() => voiceCallbacks(campaign, platform));
		return {
			success: true,
			campaignId: campaign.campaignId,
			cost,
			currency: 'EUR',
			nbSms,
			audioFile: { filename: file.name, size: file.size },
			detail: { '33': price },
		};
	},
};
