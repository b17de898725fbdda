import type { Endpoint } from './endpoint';

/** What the account signs in with. */
export const ACCOUNT_MAIL = 'example@email.com';

/** Account credits (docs: credits). Counts are what the balance would buy. */
export const me: Endpoint = {
	api: 'sms',
	method: 'get',
	path: '/me',
	keyIn: 'query',
	answer(_call, platform) {
		return {
			success: true,
			code: 200,
			user: { username: ACCOUNT_MAIL, firstname: 'John', lastname: 'Doe' },
			credits: {
				creditSms: Math.floor(platform.balance / 0.045),
				creditSmsECO: Math.floor(platform.balance / 0.03),
				creditHlr: Math.floor(platform.balance / 0.005),
				toSend: platform.scheduled.size,
				balance: platform.balance.toFixed(3),
				currency: 'EUR',
			},
		};
	},
};
