import { Refusal } from '../../refusal';
import { text } from '../../rules/values';
import type { Endpoint } from '../endpoint';

/** Cancels a scheduled voicemail drop or voice SMS; no delay before it leaves is documented (docs: voice cancel). */
export const campaignCancel: Endpoint = {
	api: 'voice',
	method: 'delete',
	path: '/campaign/cancel/:apiKey/:campaignId',
	keyIn: 'path',
	codes: { 400: 'Bad request', 401: 'Not authorised', 404: 'Not found' },
	keyWrong: 401,
	codesAreStatuses: true,
	answer({ fields }, platform) {
		const campaign = platform.voice.campaign(text(fields.campaignId) ?? '');
		if (campaign === undefined) throw new Refusal(404);
		if (campaign.status !== 'waiting') throw new Refusal(400);
		platform.voice.cancel(campaign);
		return {
			success: true,
			campaignId: campaign.campaignId,
			assignedCredit: String(campaign.cost),
			currency: 'EUR',
		};
	},
};
