import { wallTime } from '../../rules/dates';
import { pageNumber, pageOf } from '../../rules/paging';
import type { Endpoint } from '../endpoint';

const PER_PAGE = 20;

/** The sub-accounts by pages of 20, each with its own key (docs: sub-account list). */
export const listSubaccounts: Endpoint = {
	api: 'sms',
	method: 'get',
	path: '/subaccount/list',
	keyIn: 'query',
	answer({ fields }, platform) {
		const subaccounts = platform.subaccounts.all();
		const page = pageNumber(fields.page);
		const data = pageOf(subaccounts, page, PER_PAGE).map(({ id, email, type, token, apiKey, createdAt, balance }) => ({
			...{ id, email, type, token, apiKey },
			createdAt: wallTime(new Date(createdAt)),
			credits: { balance: balance.toFixed(3), currency: 'EUR' },
		}));
		return { success: true, code: 200, total: subaccounts.length, nb_per_page: PER_PAGE, page, data };
	},
};
