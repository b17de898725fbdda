import { stringify } from 'flatted';

import { readExecution, usedOutputs } from './executionRecord';

const record = (resultData: unknown) => ({ id: '7', status: 'success', mode: 'webhook', data: stringify({ resultData }) });

describe('readExecution', () => {
	it('gives the items of each node by output, with empty outputs kept in place', () => {
		const items = [{ json: { a: 1 }, pairedItem: { item: 0 } }];
		const execution = readExecution(record({ runData: { Trigger: [{ data: { main: [null, items, []] } }] } }));
		expect(execution.nodes['Trigger']?.outputs).toEqual([[], items, []]);
		expect(execution).toMatchObject({ id: '7', status: 'success', mode: 'webhook' });
		expect(execution).not.toHaveProperty('error');
	});

	it('gives a node’s last run, its hints and its error', () => {
		const error = { message: 'Refused', description: 'Buy credit', stack: 'not kept' };
		const runs = [{ data: { main: [[{ json: { run: 1 } }]] } }, { error, hints: [{ message: 'Two segments' }] }];
		const { nodes } = readExecution(record({ runData: { Send: runs }, error }));
		expect(nodes['Send']).toEqual({
			outputs: [],
			hints: ['Two segments'],
			error: { message: 'Refused', description: 'Buy credit' },
		});
	});

	it('gives the error of the whole execution', () => {
		const { error, nodes } = readExecution(record({ runData: {}, error: { message: 'Refused' } }));
		expect(error).toEqual({ message: 'Refused' });
		expect(nodes).toEqual({});
	});
});

describe('usedOutputs', () => {
	it('names the outputs by which something left', () => {
		const item = { json: {} };
		expect(usedOutputs({ outputs: [[], [item], [], [item, item]], hints: [] })).toEqual([1, 3]);
	});
});
