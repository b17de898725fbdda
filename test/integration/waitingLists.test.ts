import type { INodeParameters } from 'n8n-workflow';

import { startSimulator, type Simulator } from '../simulator';
import { longReplyPayloads, replyPayload, stopPayload } from '../simulator/callbacks/payloads';
import { SleepingExecution } from './support/sleepingExecution';

const phoneNumber = '+33639980001';
const ask: INodeParameters = { resource: 'sms', operation: 'sendAndWaitForEvent', to: phoneNumber, message: 'Yes or no?', waitFor: 'reply', options: {} };

describe('a call to a sleeping execution that holds several events', () => {
	let simulator: Simulator;
	let execution: SleepingExecution;

	beforeAll(async () => {
		simulator = await startSimulator({ automaticReports: false });
	});
	beforeEach(async () => {
		simulator.reset();
		execution = await new SleepingExecution(simulator, { parameters: ask }).start();
	});
	afterAll(async () => simulator.stop());

	function sent(): { url: string; messageId: string } {
		const [sms] = simulator.accepted;
		if (sms?.urlResponse === undefined) throw new Error('No SMS with a URL was sent');
		return { url: sms.urlResponse, messageId: sms.messageId };
	}

	const woken = () => execution.runs[0]?.map((items) => items.map(({ json }) => json['text']));
	const reply = (text: string, from = phoneNumber) => replyPayload({ phoneNumber: from, messageId: sent().messageId, text });
	const stop = () => stopPayload({ phoneNumber, messageId: sent().messageId });

	it('wakes it with the one that it waits for', async () => {
		await execution.call(sent().url, [reply('Not me', '+33639980002'), { odd: 1 }, reply('Yes')]);
		expect(woken()?.[0]).toEqual(['Yes']);
	});

	it('wakes it with a STOP, wherever in the list', async () => {
		await execution.call(sent().url, [reply('Yes'), stop()]);
		expect(woken()?.slice(0, 2)).toEqual([[], ['Stop']]);
	});

	it('wakes it with a whole long reply', async () => {
		await execution.call(sent().url, [...longReplyPayloads({ phoneNumber, text: 'Yes '.repeat(60) })].reverse());
		expect(woken()?.[0]).toEqual(['Yes '.repeat(60)]);
	});

	it('lets it sleep when none of them is awaited, or understood', async () => {
		expect(await execution.call(sent().url, [reply('Not me', '+33639980002')])).toMatchObject({ status: 200 });
		expect(await execution.call(sent().url, [{ odd: 1 }, { odd: 2 }])).toMatchObject({ status: 400 });
		expect(execution.status).toBe('waiting');
	});

	it('knows it by its URL, also when a query is appended with a second question mark', async () => {
		await execution.call(`${sent().url}?type=response&phone_number=33639980001&text=Yes`, {}, 'GET');
		expect(woken()?.[0]).toEqual(['Yes']);
	});
});
