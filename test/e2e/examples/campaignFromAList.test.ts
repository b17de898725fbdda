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

	/** Numbers and texts of the campaign, and what its manager was told. */
	const sent = () => platform.simulator.accepted.filter(({ phoneNumber: number }) => number !== MANAGER);
	const told = () => platform.simulator.acceptedFor(MANAGER).map(({ message }) => message);

	it('texts everybody once by name but those who said STOP, in few requests, reports, and names who got none', async () => {
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
		expect(sent().map(({ phoneNumber: number, message }) => [number, message]).sort()).toEqual(
			reached.map(({ firstName, phoneNumber: number }) => [number, `Hello ${firstName}, all winter coats are 20 % off at La Boutique du Lac until Saturday.`]).sort(),
		);
		expect(sent().every(({ tag, stopNotice }) => tag === 'winter-coats' && stopNotice)).toBe(true);
		// Two batches, of which the one with the refused number is divided.
		expect(simulator.countRequests('/bulk-send')).toBeLessThan(20);
		expect(simulator.countRequests('/stop-sms/list')).toBe(1);

		const cost = sent().reduce((sum, sms) => sum + sms.cost, 0);
		expect(nodes['Result']?.outputs[0]?.map(({ json }) => json)).toEqual([
			{ customers: 623, sent: reached.length, alreadySent: 0, optedOut: 2, failed: 3, cost: expect.closeTo(cost, 1) },
		]);
		expect(told()).toEqual([expect.stringMatching(/^Campaign winter-coats: 617 of 623 sent for [\d.]+ EUR, 0 had it already, 2 opted out, 3 failed\.$/)]);
		const reason = { error: expect.any(String), description: expect.any(String), status: 'notSent' };
		expect(nodes['Who got none']?.outputs[0]?.map(({ json }) => json)).toEqual([
			expect.objectContaining({ ...reason, firstName: 'Person 300', phoneNumber: refused, code: '9' }),
			expect.objectContaining({ ...reason, firstName: 'Broken', phoneNumber: '06 39', code: 'INVALID_INPUT' }),
			expect.objectContaining({ ...reason, firstName: '', phoneNumber: '+33639980001', code: 'INVALID_INPUT' }),
		]);
	}, 120_000);

	it('run again, texts those alone who have none yet', async () => {
		await table.insert(people(30).map(({ name, phoneNumber: number }) => ({ firstName: String(name), phoneNumber: String(number) })));
		expect(await n8n.run(id, 'Start by hand')).toMatchObject({ status: 'success' });
		expect(sent()).toHaveLength(30);

		await table.insert([{ firstName: 'New', phoneNumber: phoneNumber(99) }]);
		expect(await n8n.run(id, 'Start by hand')).toMatchObject({ status: 'success' });
		expect(sent().slice(30).map(({ phoneNumber: number }) => number)).toEqual([phoneNumber(99)]);
		expect(told()[1]).toMatch(/^Campaign winter-coats: 1 of 31 sent for [\d.]+ EUR, 30 had it already, 0 opted out, 0 failed\.$/);

		expect(await n8n.run(id, 'Start by hand')).toMatchObject({ status: 'success' });
		expect(sent()).toHaveLength(31);
		expect(told()[2]).toMatch(/^Campaign winter-coats: 0 of 31 sent for 0 EUR, 31 had it already, 0 opted out, 0 failed\.$/);
	});

	it.each([
		['opt-out list', '/stop-sms/list', /^Nothing was sent: The opt-out list could not be read to its end: /],
		['list of who has an SMS of this campaign', '/bulk-status-by-tag', /^Nothing was sent: The list of what was sent with the tag winter-coats could not be read to its end: /],
	])('texts nobody when the %s cannot be read, and fails for all to see', async (_list, path, message) => {
		const { simulator } = platform;
		await table.insert([{ firstName: 'Ana', phoneNumber: phoneNumber(1) }, { firstName: 'Bruno', phoneNumber: phoneNumber(2) }, { firstName: 'Broken', phoneNumber: '06 39' }]);
		simulator.faults.add({ kind: 'status', status: 503, html: true }, { path, times: 10 });
		expect(await n8n.run(id, 'Start by hand')).toMatchObject({ status: 'error', error: { message: expect.stringMatching(message) } });
		expect(simulator.accepted).toEqual([]);
	});
});
