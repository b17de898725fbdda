import { toRequest } from '../../nodes/SmsPartner/sending/requests';
import { isNonEmpty } from '../../nodes/SmsPartner/values/nonEmpty';
import { messagesWith, plainSettings } from './messages';

function requestFor(...[texts, settings]: Parameters<typeof messagesWith>) {
	const messages = messagesWith(texts, settings);
	if (!isNonEmpty(messages)) throw new Error('no messages');
	const { endpoint, body } = toRequest(messages);
	return { path: endpoint.path, body };
}

describe('toRequest', () => {
	it('sends one text to many with /send, numbers in one comma-separated text', () => {
		expect(requestFor(['Hi', 'Hi'])).toEqual({ path: '/send', body: { phoneNumbers: '+33600000000,+33600000001', message: 'Hi' } });
	});

	it('sends a text each with /bulk-send', () => {
		expect(requestFor(['a\nb', '5 €'])).toEqual({
			path: '/bulk-send',
			body: {
				SMSList: [
					{ phoneNumber: '+33600000000', message: 'a:br:b' },
					{ phoneNumber: '+33600000001', message: '5 :euro:' },
				],
			},
		});
	});

	it('sends from a virtual number with /vn/send', () => {
		expect(requestFor(['Hi'], { ...plainSettings, virtualNumber: '33644000000' })).toEqual({
			path: '/vn/send',
			body: { to: '+33600000000', from: '33644000000', message: 'Hi' },
		});
	});

	it('names every setting as the platform does', () => {
		const settings = {
			...plainSettings,
			sender: 'MyShop',
			tag: 'sale',
			schedule: { instant: '2026-12-01T09:05:00+01:00', scheduledDeliveryDate: '01/12/2026', time: 9, minute: 5, rounded: false },
			deliveryReportUrl: 'https://a',
			replyUrl: 'https://b',
			stopNotice: true,
			unicode: true,
			sandbox: true,
		};
		expect(requestFor(['5 €'], settings).body).toEqual({
			phoneNumbers: '+33600000000',
			message: '5 €',
			sender: 'MyShop',
			tag: 'sale',
			scheduledDeliveryDate: '01/12/2026',
			time: 9,
			minute: 5,
			urlDlr: 'https://a',
			urlResponse: 'https://b',
			isStopSms: 1,
			isUnicode: 1,
			sandbox: 1,
		});
	});
});
