import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { eachItemOnce } from '../../nodes/SmsPartner/running/eachItem';
import { accept } from '../../nodes/SmsPartner/values/checked';

/** As much of n8n as it takes, the same in all tries of a run. */
function run(): IExecuteFunctions {
	const executeData = {};
	return {
		continueOnFail: () => false,
		getExecutionCancelSignal: () => undefined,
		getExecuteData: () => executeData,
		getNode: () => ({ type: 'smsPartner' }),
	} as unknown as IExecuteFunctions;
}

const items: INodeExecutionData[] = [{ json: {} }, { json: {} }];

test('what is done and cannot be described comes as the platform gave it, and is not done again', async () => {
	const context = run();
	const ask = jest.fn(async (id: number) => ({ ok: true as const, body: { paid: id } }));
	const describe = jest.fn((body: { paid: number }) => {
		if (body.paid === 0) throw new RangeError('Maximum call stack size exceeded');
		return { described: body.paid };
	});
	const once = async () => await eachItemOnce(context, items, accept, ask, describe);
	const results = [
		{ itemIndex: 0, json: { raw: { paid: 0 } } },
		{ itemIndex: 1, json: { described: 1 } },
	];
	expect(await once()).toEqual(results);
	expect(await once()).toEqual(results);
	expect(ask).toHaveBeenCalledTimes(2);
});

test('what was refused is asked again, what may have been done is not', async () => {
	const context = run();
	const kinds = ['refused', 'unknown'] as const;
	const ask = jest.fn(async (id: number) => ({ ok: false as const, failure: { kind: kinds[id] ?? 'refused', message: 'no', description: 'no' } }));
	for (let tries = 0; tries < 2; tries++) await eachItemOnce({ ...context, continueOnFail: () => true }, items, accept, ask, () => ({}));
	expect(ask.mock.calls.map(([id]) => id)).toEqual([0, 1, 0]);
});
