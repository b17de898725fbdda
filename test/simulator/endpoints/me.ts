import { countBought, SMS_PRICE } from '../rules/numbers';
import type { Platform } from '../state';
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
				...creditSms(platform),
				creditSmsECO: countBought(platform.balance, 0.03),
				creditHlr: countBought(platform.balance, 0.005),
				toSend: platform.scheduled.size,
				balance: platform.balance.toFixed(3),
				currency: 'EUR',
			},
		};
	},
};

function creditSms({ balance, behaviour }: Platform): { creditSms?: number | string } {
	switch (behaviour.creditSms) {
		case 'fromBalance':
			return { creditSms: countBought(balance, SMS_PRICE) };
		case 'absent':
			return {};
		case 'unreadable':
			return { creditSms: 'n/a' };
		default:
			return { creditSms: behaviour.creditSms };
	}
}
