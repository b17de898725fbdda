import { useN8n } from '../../harness/e2eInstance';
import type { DataTable } from '../../harness/n8nClient';
import { pollUntil } from '../../harness/poll';
import { withOptions } from '../../../scripts/demo/examples';
import { startPlatform, type Platform } from '../platform';
import { importExample, type Example } from './example';

const n8n = useN8n();

describe('example: delivery reports to your CRM', () => {
	let platform: Platform;
	let table: DataTable;
	let example: Example;

	beforeAll(async () => {
		platform = await startPlatform(n8n);
		table = await n8n.createDataTable('Parcel SMS', { messageId: 'string', phoneNumber: 'string', customer: 'string', orderNumber: 'string', status: 'string', reportedAt: 'date' });
		const imported = await importExample(n8n, platform, '06-delivery-reports-to-your-crm.json');
		const deliveryReportUrl = imported.callbackUrl('What became of it', 'delivery-report');
		example = imported.with((node) => (node.name === 'Tell the customer' ? withOptions(node, { deliveryReportUrl }) : {}));
		await example.publish();
	});
	afterAll(async () => {
		await table.remove();
		await platform.simulator.stop();
	});

	const rowOf = async (phoneNumber: string, isReady: (row: Record<string, unknown>) => boolean) =>
		await pollUntil(`the row of ${phoneNumber}`, async () => (await table.rows()).find((row) => row['phoneNumber'] === phoneNumber && isReady(row)));

	it('keeps a row for each SMS, and its report finds that row again', async () => {
		const { simulator } = platform;
		const report = async (phoneNumber: string, status: 'delivered' | 'not delivered' | 'waiting') => {
			const [{ urlDlr = '', messageId = '' } = {}] = simulator.acceptedFor(phoneNumber);
			await simulator.callbacks.deliveryReport(urlDlr, { phoneNumber, messageId, status });
		};
		await example.submit('A parcel has left', 'Marie', '06 39 98 00 01', '2026-1187');
		await example.submit('A parcel has left', 'Karim', '06 39 98 00 02', '2026-1188');
		const isKept = ({ customer }: Record<string, unknown>) => customer !== null;
		const marie = await rowOf('+33639980001', isKept);
		const karim = await rowOf('+33639980002', isKept);
		expect(marie).toMatchObject({ customer: 'Marie', orderNumber: '2026-1187', status: null, messageId: simulator.acceptedFor('+33639980001')[0]?.messageId });

		await report('+33639980001', 'waiting');
		await report('+33639980001', 'delivered');
		await report('+33639980002', 'not delivered');
		const isReported = ({ status }: Record<string, unknown>) => status !== null;
		expect(await rowOf('+33639980001', isReported)).toMatchObject({ id: marie['id'], customer: 'Marie', status: 'delivered', reportedAt: expect.stringMatching(/^\d{4}-/) });
		expect(await rowOf('+33639980002', isReported)).toMatchObject({ id: karim['id'], customer: 'Karim', status: 'notDelivered' });
		expect(await table.rows()).toHaveLength(2);
		expect(simulator.accepted.map(({ message }) => message).sort()).toEqual([
			'Hello Karim, your order 2026-1188 left our shop today. La Boutique du Lac',
			'Hello Marie, your order 2026-1187 left our shop today. La Boutique du Lac',
		]);
	});

	it('tells whoever fills in the form that the SMS could not be sent', async () => {
		await expect(example.submit('A parcel has left', 'Ana', '06123', '2026-1190')).rejects.toThrow('500');
	});

	it('tells so too when one of two numbers cannot be used, and sends to neither', async () => {
		const before = platform.simulator.accepted.length;
		await expect(example.submit('A parcel has left', 'Ana', '06 39 98 00 09, 06123', '2026-1191')).rejects.toThrow('500');
		expect(platform.simulator.accepted).toHaveLength(before);
	});

	it('makes the row when the report is there before the SMS is kept', async () => {
		const { simulator } = platform;
		const early = simulator.callbacks;
		simulator.on('accepted', ({ phoneNumber, messageId, urlDlr = '' }) => {
			if (phoneNumber === '+33639980003') void early.deliveryReport(urlDlr, { phoneNumber, messageId });
		});
		await example.submit('A parcel has left', 'Lea', '06 39 98 00 03', '2026-1189');
		expect(await rowOf('+33639980003', ({ customer, status }) => customer !== null && status !== null)).toMatchObject({ customer: 'Lea', orderNumber: '2026-1189', status: 'delivered' });
		expect((await table.rows()).filter(({ phoneNumber }) => phoneNumber === '+33639980003')).toHaveLength(1);
	});
});
