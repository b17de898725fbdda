import { useN8n } from '../../harness/e2eInstance';
import type { DataTable } from '../../harness/n8nClient';
import { startPlatform, type Platform } from '../platform';
import { importExample, type Example } from './example';

const n8n = useN8n();

describe('example: STOP to your list', () => {
	let platform: Platform;
	let table: DataTable;
	let example: Example;
	let id: string;

	beforeAll(async () => {
		platform = await startPlatform(n8n);
		table = await n8n.createDataTable('SMS opt-outs', { phoneNumber: 'string', stoppedAt: 'date', text: 'string', source: 'string', onOptOutList: 'boolean' });
		example = await importExample(n8n, platform, '05-stop-to-your-list.json');
		id = await example.publish();
	});
	afterAll(async () => {
		await table.remove();
		await platform.simulator.stop();
	});

	it('keeps each person who says STOP once, in both lists, and takes no reply for a STOP', async () => {
		const { simulator } = platform;
		const url = example.callbackUrl('Somebody says STOP', 'stop');
		simulator.setAccountReplyUrl(url);
		await platform.run({ resource: 'sms', operation: 'send', to: '+33639980001', message: 'Hello', options: {} }, [{}]);
		await simulator.reply('+33639980001', 'When do you open?');
		await simulator.reply('+33639980001', 'Stop');
		// Of a STOP to a virtual number the platform itself knows nothing. Its time names no zone: it is read in the one that fits its arrival.
		const stop = { phoneNumber: '+33639980002', text: 'STOP please', date: new Date(Math.floor(Date.now() / 1000) * 1000) };
		await simulator.callbacks.virtualNumberReply(url, stop);
		await n8n.waitForExecutions(id, 2);
		await simulator.callbacks.virtualNumberReply(url, stop);
		const executions = await n8n.waitForExecutions(id, 3);

		expect(executions.map(({ status }) => status)).toEqual(['success', 'success', 'success']);
		const rows = (await table.rows()).sort((a, b) => String(a['phoneNumber']).localeCompare(String(b['phoneNumber'])));
		expect(rows).toEqual([
			expect.objectContaining({ phoneNumber: '+33639980001', text: 'Stop', source: 'platform', onOptOutList: true }),
			expect.objectContaining({ phoneNumber: '+33639980002', text: 'STOP please', source: 'keyword', onOptOutList: true, stoppedAt: stop.date.toISOString() }),
		]);
		expect(simulator.stopList.map(({ phoneNumber }) => phoneNumber)).toEqual(['+33639980001', '+33639980002']);
	});

	it('keeps the STOP and fails for all to see when the platform does not take it', async () => {
		const { simulator } = platform;
		simulator.deny(96, 'IP not authorised');
		await simulator.callbacks.virtualNumberReply(example.callbackUrl('Somebody says STOP', 'stop'), { phoneNumber: '+33639980003', text: 'STOP' });
		const [last] = (await n8n.waitForExecutions(id, 4)).slice(-1);
		expect(last).toMatchObject({ status: 'error', error: { message: expect.stringMatching(/^\+33639980003 said STOP but is not on the opt-out list: IP not authorised/) } });
		expect((await table.rows()).at(-1)).toMatchObject({ phoneNumber: '+33639980003', onOptOutList: false });
	});
});
