import { useN8n } from '../../harness/e2eInstance';
import { startPlatform, type Platform } from '../platform';
import { importExample } from './example';

const n8n = useN8n();
const OWNER = '+33639980001';

describe('example: low balance alert', () => {
	let platform: Platform;

	beforeAll(async () => {
		platform = await startPlatform(n8n);
	});
	afterAll(async () => platform.simulator.stop());

	it('texts its owner when the balance is below the amount, and only then', async () => {
		const { simulator } = platform;
		const example = (await importExample(n8n, platform, '10-low-balance-alert.json')).with(({ name, parameters }) =>
			name === 'Text me' ? { parameters: { ...parameters, to: OWNER } } : {},
		);
		const id = await example.publish();
		const look = async (balance: number) => {
			simulator.setBalance(balance);
			expect((await n8n.run(id, 'Every day at 9:00')).status).toBe('success');
			return simulator.acceptedFor(OWNER).map(({ message }) => message);
		};
		expect(await look(250)).toEqual([]);
		expect(await look(20)).toEqual([]);
		expect(await look(19.5)).toEqual([expect.stringMatching(/^SMS Partner: 19\.5 EUR left, enough for about \d+ SMS\. Top up on my\.smspartner\.fr\.$/)]);
	});
});
