import type { Endpoint } from '../endpoint';

/** Voice credits (docs: voice credits): a success without `code`, and the euro sign as currency. */
export const voiceMe: Endpoint = {
	api: 'voice',
	method: 'get',
	path: '/me/:apiKey',
	keyIn: 'path',
	answer() {
		return {
			success: true,
			credit: '19',
			currency: '€',
			details: {
				tts: { h: 5, m: 55, s: 66 },
				tts_fixe: { h: 3, m: 44, s: 55 },
				voice: { message: 10 },
			},
		};
	},
};
