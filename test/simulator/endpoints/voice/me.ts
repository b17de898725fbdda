import { perMinute } from '../../rateLimits';
import type { Endpoint } from '../endpoint';

/** Voice credits (docs: voice credits): a success without `code`, and the euro sign as currency. The details are the documented ones. */
export const voiceMe: Endpoint = {
	api: 'voice',
	method: 'get',
	path: '/me/:apiKey',
	keyIn: 'path',
	rateLimit: perMinute(5),
	answer(_call, platform) {
		return {
			success: true,
			credit: String(platform.voice.balance),
			currency: '€',
			details: {
				tts: { h: 5, m: 55, s: 66 },
				tts_fixe: { h: 3, m: 44, s: 55 },
				voice: { message: 10 },
			},
		};
	},
};
