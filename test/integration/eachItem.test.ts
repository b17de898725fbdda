import { fixture } from '../fixtures';
import { startSimulator, type Simulator } from '../simulator';
import { run } from './support/campaign';
import { itFailsWell } from './support/commonFailures';
import { campaignParameters, goOn, people } from './support/parameters';

/** What every operation with one request for each item shares, shown with the cancellation. */
describe('one request for each item', () => {
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator({ automaticReports: false });
	});
	beforeEach(() => simulator.reset());
	afterAll(async () => simulator.stop());

	const cancel = { resource: 'sms', operation: 'cancel', messageId: '={{ $json.messageId }}' };
	const cancellations = () => simulator.countRequests('/message-cancel');

	async function scheduled(count: number) {
		const options = { scheduledAt: '2099-01-05T10:00:00', batchSize: 1 };
		const { items } = await run(simulator, { ...campaignParameters, options }, people(count));
		return items.map(({ json }) => json);
	}

	it('does nothing when one of the items lacks a value', async () => {
		const { error } = await run(simulator, cancel, [...(await scheduled(2)), { messageId: '' }]);
		expect(error).toMatchObject({ message: 'Message ID is empty', context: { itemIndex: 2 } });
		expect(cancellations()).toBe(0);
	});

	it('does the others when it continues on errors, in input order', async () => {
		const [first, last] = await scheduled(2);
		const { items } = await run(simulator, cancel, [first ?? {}, { messageId: '' }, { messageId: '1' }, last ?? {}], goOn);
		expect(items.map(({ json }) => json.cancelled ?? json.error)).toEqual([true, 'Message ID is empty', expect.any(String), true]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2, 3].map((item) => ({ item })));
	});

	it.each([{}, goOn])('does not repeat with Retry On Fail what went through (%j)', async (settings) => {
		const input = [{ messageId: '1' }, ...(await scheduled(2))];
		await run(simulator, cancel, input, { retryOnFail: true, maxTries: 3, waitBetweenTries: 1, ...settings });
		const asked = simulator.requests.filter(({ path }) => path === '/message-cancel').map(({ query }) => query.messageId);
		expect(asked.filter((id) => id !== '1')).toEqual(input.slice(1).map(({ messageId }) => messageId));
		expect(asked.filter((id) => id === '1')).toHaveLength(3);
	});

	it('does not repeat with Retry On Fail what went through although its values read differently each time', async () => {
		const create = { resource: 'group', operation: 'create', name: '=Campaign {{ Math.random() }}' };
		simulator.faults.add({ kind: 'body', status: 400, body: { success: false, code: 1, message: 'Nom requis' }, accept: false }, { path: '/group/add' });
		await run(simulator, create, [{}, {}], { retryOnFail: true, maxTries: 3, waitBetweenTries: 1, ...goOn });
		expect(simulator.groups).toHaveLength(2);
	});

	it('does not repeat with Retry On Fail what may have gone through', async () => {
		simulator.faults.add({ kind: 'reset', accept: true }, { path: '/message-cancel' });
		const { error } = await run(simulator, cancel, [{ messageId: '1' }], { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 });
		expect(error?.message).toMatch(/^Outcome unknown/);
		expect(cancellations()).toBe(1);
	});

	it.each([
		{ resource: 'voice', operation: 'renameAudioFile', audioFile: { __rl: true, mode: 'id', value: 'A' }, name: 'Autumn' },
		{ resource: 'voice', operation: 'getAudioFiles' },
		{ resource: 'voice', operation: 'getBalance' },
		{ resource: 'sms', operation: 'getStatistics' },
		{ resource: 'phoneNumber', operation: 'verifyFormat', phoneNumber: '+33612345678' },
	])('fails one item alone whose expression cannot be evaluated: $operation', async (parameters) => {
		const options = { waitOnRateLimit: '={{ $json.bad ? $("No such node").item.json.seconds : 5 }}' };
		const { items } = await run(simulator, { ...parameters, options }, [{ bad: true }, {}, { bad: true }], goOn);
		const codes = new Map(items.map(({ json, pairedItem }) => [JSON.stringify(pairedItem), json.code]));
		expect([0, 2].map((item) => codes.get(JSON.stringify({ item })))).toEqual(['INVALID_INPUT', 'INVALID_INPUT']);
		expect(codes.get(JSON.stringify({ item: 1 }))).not.toBe('INVALID_INPUT');
		expect(simulator.requests).toHaveLength(1);
	});

	itFailsWell(() => simulator, {
		parameters: { ...cancel, messageId: '1111' },
		effect: 'write',
		success: fixture('sms-message-cancel.success'),
		wrongKey: 'sms-message-cancel.error-10',
		required: { messageId: /Message ID is empty/ },
		refusals: { 4: /does not know this message/, 5: /already cancelled/, 6: /less than 5 minutes/, 7: /already been sent/ },
	});
});
