import { perMinute } from '../../rateLimits';
import { PLATFORM_ZONE, wallTime } from '../../rules/dates';
import type { Endpoint } from '../endpoint';

/** The audio files: an answer without `success`, dates as PHP writes them (docs: voice audio files). */
export const audios: Endpoint = {
	api: 'voice',
	method: 'get',
	path: '/audios/:apiKey',
	keyIn: 'path',
	rateLimit: perMinute(360),
	answer(_call, platform) {
		const datas = platform.voice.audioFiles().map(({ name, token, size, duration, createdAt }) => ({
			...{ name, token, size, duration },
			created_at: { date: `${wallTime(new Date(createdAt))}.000000`, timezone_type: 3, timezone: PLATFORM_ZONE },
		}));
		return { nb_datas: datas.length, datas };
	},
};
