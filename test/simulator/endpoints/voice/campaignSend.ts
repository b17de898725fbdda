import { perMinute } from '../../rateLimits';
import { takeCalls } from '../../rules/takingCalls';
import {
	requiredAudioFile,
	voiceNotifyUrl,
	voiceNumbers,
	voiceRecipients,
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
	recipients: voiceRecipients,
	answer({ fields, partlySent }, platform) {
		const numbers = voiceNumbers(fields);
		const file = requiredAudioFile(fields, platform);
		const settings = {
			...voiceSender(fields, platform),
			...voiceNotifyUrl(fields),
			...voiceSchedule(fields, platform.now()),
		};
		const draft = { kind: 'voicemail', tokenAudio: file.token, ...settings } as const;
		const { campaign, price } = takeCalls(numbers, draft, partlySent, platform);
		const { cost, nbSms } = price;
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
