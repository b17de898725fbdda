import { wallTime } from '../rules/dates';
import type { Platform } from '../state';
import type { VoiceCampaign } from '../stores/voice';
import { voiceCampaignPayload, voiceSmsPayload } from './payloads';
import type { PendingCallback } from './post';

/** What a campaign that was sent has to say: one GET for a voicemail drop, one POST per number of a voice SMS (docs: voice callbacks). */
export function voiceCallbacks(campaign: VoiceCampaign, platform: Platform): PendingCallback[] {
	const { notifyUrl: url, kind, phoneNumbers } = campaign;
	if (url === undefined) return [];
	return kind === 'voicemail'
		? [{ name: 'voiceCampaign', url, payload: countsOf(campaign, platform), encoding: 'query' }]
		: phoneNumbers.map((number) => ({ name: 'voiceSms', url, payload: callOf(campaign, number, platform) }));
}

function countsOf({ campaignId, phoneNumbers }: VoiceCampaign, platform: Platform): PendingCallback['payload'] {
	const delivered = phoneNumbers.filter((number) => platform.statusOf(number) === 'delivered');
	return voiceCampaignPayload({
		campaignToken: campaignId,
		campaignId: `NDA_${wallTime(platform.now()).slice(0, 10).replaceAll('-', '')}_00811`,
		deliveredQuantity: delivered.length,
		totalQuantity: phoneNumbers.length,
	});
}

function callOf(campaign: VoiceCampaign, phoneNumber: string, platform: Platform): PendingCallback['payload'] {
	const status = platform.statusOf(phoneNumber);
	const answered = status === 'delivered';
	const pending = status === 'waiting';
	return voiceSmsPayload({
		campaignId: campaign.campaignId,
		phoneNumber,
		status: answered ? 'delivered' : pending ? 'pending' : 'undelivered',
		additionalStatus: answered ? 'VOICE_ANSWERED' : 'VOICE_NOT_ANSWERED',
		durationSeconds: answered ? 6 : 0,
		sentAt: platform.now(),
		doneAt: platform.now(),
		...(campaign.tokenAudio !== undefined && { audioFileStatus: 'Deposit' }),
	});
}
