import { useN8n } from '../../harness/e2eInstance';
import type { AcceptedSms, DeliveryStatus } from '../../simulator';
import { startPlatform, type Platform } from '../platform';
import { asleepAfter, importExample, lastEnded, type Example } from './example';

const n8n = useN8n();
const FORM = 'The technician comes today';

describe('example: call when the SMS does not arrive', () => {
	let platform: Platform;
	let example: Example;
	let id: string;

	beforeAll(async () => {
		platform = await startPlatform(n8n);
		example = await importExample(n8n, platform, '07-call-when-the-sms-does-not-arrive.json');
		id = await example.publish();
	});
	afterAll(async () => platform.simulator.stop());

	const tell = async (customer: string, phoneNumber: string) => {
		await example.submit(FORM, customer, phoneNumber, '14:30');
		return await asleepAfter(n8n, platform.simulator, id, phoneNumber);
	};
	const report = async ({ urlDlr = '', messageId, phoneNumber }: AcceptedSms, status: DeliveryStatus) => {
		await platform.simulator.callbacks.deliveryReport(urlDlr, { phoneNumber, messageId, status });
		return await lastEnded(n8n, id);
	};

	it('calls only the customer whose SMS does not arrive', async () => {
		const { simulator } = platform;
		const arrived = await tell('Mrs. Lambert', '+33639980001');
		expect((await report(arrived, 'delivered')).nodes).toHaveProperty('Arrived');
		expect(simulator.voiceCampaigns).toEqual([]);

		const failed = await tell('Mr. Petit', '+33639980002');
		expect(failed.message).toBe('Chauffage Morel: hello Mr. Petit, our technician comes today at 14:30.');
		expect((await report(failed, 'not delivered')).status).toBe('success');
		expect(simulator.voiceCampaigns).toEqual([
			expect.objectContaining({ phoneNumbers: ['+33639980002'], text: 'Hello Mr. Petit, this is Chauffage Morel. Our technician comes today, at 14:30.' }),
		]);
		expect(simulator.accepted).toHaveLength(2);
	});

	it('calls nobody who said STOP', async () => {
		const { simulator } = platform;
		const callsBefore = simulator.voiceCampaigns.length;
		simulator.optOut('+33639980003');
		await example.submit(FORM, 'Mrs. Roy', '+33639980003', '14:30');
		expect(await lastEnded(n8n, id)).toMatchObject({ status: 'error', error: { description: expect.stringContaining('opt') } });
		expect(simulator.voiceCampaigns).toHaveLength(callsBefore);
	});

	it('calls when nobody knows after the time limit', async () => {
		const { simulator } = platform;
		const hurried = example.with(({ name, parameters }) =>
			name === 'Send and see if it arrives' ? { parameters: { ...parameters, limitWaitTime: { values: { limitType: 'afterTimeInterval', resumeAmount: 1, resumeUnit: 'seconds' } } } } : {},
		);
		await n8n.unpublish(id);
		id = await hurried.publish();
		await hurried.submit(FORM, 'Mr. Blanc', '+33639980004', '16:00');
		expect((await lastEnded(n8n, id)).status).toBe('success');
		expect(simulator.voiceCampaigns.filter(({ phoneNumbers }) => phoneNumbers.includes('+33639980004'))).toHaveLength(1);
		expect(simulator.acceptedFor('+33639980004')).toHaveLength(1);
	}, 180_000);
});
