import { buildWorkflow, webhookUrl } from './workflow';

const noOp = (name: string) => ({ name, type: 'n8n-nodes-base.noOp' });

describe('buildWorkflow', () => {
	it('wires each output to its own node and leaves the others empty', () => {
		const { connections } = buildWorkflow({
			name: 'branches',
			nodes: [noOp('From'), noOp('Second'), noOp('Third'), noOp('Also second')],
			wires: [
				['From', 'Third', 2],
				['From', 'Second', 1],
				['From', 'Also second', 1],
			],
		});
		const to = (node: string) => ({ node, type: 'main', index: 0 });
		expect(connections).toEqual({ From: { main: [[], [to('Second'), to('Also second')], [to('Third')]] } });
	});

	it('wires the first output when none is named, and takes over settings of the node', () => {
		const { connections, nodes } = buildWorkflow({
			name: 'chain',
			nodes: [noOp('A'), { ...noOp('B'), settings: { onError: 'continueRegularOutput' } }],
			wires: [['A', 'B']],
		});
		expect(connections).toEqual({ A: { main: [[{ node: 'B', type: 'main', index: 0 }]] } });
		expect(nodes.map((node) => node.onError)).toEqual([undefined, 'continueRegularOutput']);
	});
});

describe('webhookUrl', () => {
	const workflow = buildWorkflow({ name: 'one', nodes: [noOp('Trigger')], wires: [] });

	it('is the production URL of one path of the trigger', () => {
		const id = workflow.nodes[0]?.webhookId;
		expect(webhookUrl('http://127.0.0.1:1', workflow, 'Trigger', 'reply')).toBe(`http://127.0.0.1:1/webhook/${id}/reply`);
	});

	it('refuses a node that is not in the workflow', () => {
		expect(() => webhookUrl('http://127.0.0.1:1', workflow, 'Other', 'reply')).toThrow('Other');
	});
});
