import { wallTime } from '../../rules/dates';
import type { Endpoint } from '../endpoint';

/** The whole STOP list in one answer: no pages are documented (docs: stop list). */
export const listStops: Endpoint = {
	api: 'sms',
	method: 'get',
	path: '/stop-sms/list',
	keyIn: 'query',
	answer(_call, platform) {
		const data = platform.stopList.entries().map(({ id, phoneNumber, createdAt }) => ({
			id,
			phoneNumber,
			createdAt: wallTime(new Date(createdAt)),
		}));
		return { success: true, code: 200, nbData: data.length, data };
	},
};
