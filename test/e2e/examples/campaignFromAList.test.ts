import { useN8n } from '../../harness/e2eInstance';
import type { DataTable } from '../../harness/n8nClient';
import { people, phoneNumber } from '../../integration/support/parameters';
import { startPlatform, type Platform } from '../platform';
import { importExample } from './example';

const n8n = useN8n();
const MANAGER = '+33639989999';

describe('example: campaign from a list', () => {
	let platform: Platform;
	let table: DataTable;
	let id: string;

	beforeEach(async () => {
		platform = await startPlatform(n8n);
		const example = (await importExample(n8n, platform, '08-campaign-from-a-list.json')).with(({ name, parameters }) =>
			name === 'Text me the result' ? { parameters: { ...parameters, to: MANAGER } } : {},
		);
		id = await example.publish();
		table = await n8n.createDataTable('Shop customers', { firstName: 'string', phoneNumber: 'string' });
	});
	afterEach(async () => {
		await table.remove();
		await platform.simulator.stop();
	});

	it('texts everybody once by name but those who said STOP, in few requests, and reports', async () => {
		const { simulator } = platform;
		const customers = people(620).map(({ name, phoneNumber: number }) => ({ firstName: String(name), phoneNumber: String(number) }));
		await table.insert(customers);
		await table.insert([
			{ firstName: 'Twice', phoneNumber: phoneNumber(0).replace('+33', '0') },
			{ firstName: 'Broken', phoneNumber: '06 39' },
			{ firstName: '', phoneNumber: '+33639980001' },
		]);
		const optedOut = [phoneNumber(7), phoneNumber(501)];
		for (const number of optedOut) simulator.optOut(number);
		const refused = phoneNumber(300);
		simulator.makeInvalid(refused);

		const { status, nodes, error } = await n8n.run(id, 'Start by hand');
		expect({ status, error }).toEqual({ status: 'success', error: undefined });

		const reached = customers.filter(({ phoneNumber: number }) => ![...optedOut, refused].includes(number));
		expect(simulator.accepted.slice(0, -1).map(({ phoneNumber: number, message }) => [number, message]).sort()).toEqual(
			reached.map(({ firstName, phoneNumber: number }) => [number, `Hello ${firstName}, all winter coats are 20 % off at La Boutique du Lac until Saturday.`]).sort(),
		);
		expect(simulator.accepted.slice(0, -1).every(({ tag, stopNotice }) => tag === 'winter-coats' && stopNotice)).toBe(true);
		// Two batches, of which the one with the refused number is divided.
		expect(simulator.countRequests('/bulk-send')).toBeLessThan(20);

		const cost = simulator.accepted.slice(0, -1).reduce((sum, sms) => sum + sms.cost, 0);
		expect(nodes['Result']?.outputs[0]?.map(({ json }) => json)).toEqual([
			{ customers: 623, optedOut: 2, sent: reached.length, failed: 3, cost: expect.closeTo(cost, 1) },
		]);
		expect(simulator.acceptedFor(MANAGER).map(({ message }) => message)).toEqual([
			expect.stringMatching(/^Campaign winter-coats: 617 of 623 sent for [\d.]+ EUR, 2 opted out, 3 failed\.$/),
		]);
	}, 120_000);

	it('texts nobody when the opt-out list cannot be read, and fails for all to see', async () => {
		const { simulator } = platform;
		await table.insert([{ firstName: 'Ana', phoneNumber: phoneNumber(1) }, { firstName: 'Bruno', phoneNumber: phoneNumber(2) }, { firstName: 'Broken', phoneNumber: '06 39' }]);
		simulator.faults.add({ kind: 'status', status: 503, html: true }, { path: '/stop-sms/list', times: 10 });
		expect(await n8n.run(id, 'Start by hand')).toMatchObject({
			status: 'error',
			error: { message: expect.stringMatching(/^2 of 3 numbers could not be looked up in the opt-out list and got no SMS: /) },
		});
		expect(simulator.accepted).toEqual([]);
	});
});
