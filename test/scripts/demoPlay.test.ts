import { playCampaign } from '../../scripts/demo/play';
import { BranchWatch, type Executions } from '../../scripts/demo/watch';
import type { Execution } from '../harness/executionRecord';
import { startSimulator, type Simulator } from '../simulator';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.stop());

const execution = (id: string, branch: string): Execution => ({
	id,
	status: 'success',
	mode: 'webhook',
	stored: '',
	nodes: { [branch]: { outputs: [[{ json: { event: 'reply', branch } }]], hints: [] } },
});

/** An n8n in which the given branches, and no others, have been taken. */
function executionsOf(...branches: string[]): Executions {
	const all = branches.map((branch, index) => execution(String(index), branch));
	const list = async () => all.map(({ id, status }) => ({ id, status, workflowId: 'callbacks' }));
	return {
		executions: list,
		endedExecutions: list,
		execution: async (id) => all[Number(id)] ?? execution(id, 'none'),
	};
}

/** Plays with nothing sent: what counts is what the watch sees. */
async function play(executions: Executions): Promise<{ silent: string[]; said: string }> {
	const said: string[] = [];
	const say = (line: string) => void said.push(line);
	const watch = new BranchWatch(executions, 'callbacks', { onDeparture: () => {}, onFailure: () => {} }, 0);
	const stage = {
		simulator,
		campaignWorkflow: 'campaign',
		callbackUrl: (path: string) => `${simulator.url}/nobody-listens/${path}`,
		client: { run: async () => ({ ...execution('0', 'none'), nodes: {} }) },
	};
	return { silent: await playCampaign(stage, watch, say), said: said.join('\n') };
}

describe('playCampaign', () => {
	it('names every branch that stayed silent', async () => {
		const { silent, said } = await play(executionsOf());
		expect(silent).toEqual(['Reply', 'STOP', 'Delivery', 'Voice Status']);
		expect(said).toContain('in vain for 1 by Delivery');
	});

	it('names the one branch that did not answer', async () => {
		const { silent } = await play(executionsOf('Reply', 'Reply', 'Delivery', 'Voice Status'));
		expect(silent).toEqual(['STOP']);
	});

	it('names none when all were seen', async () => {
		const { silent } = await play(executionsOf('Reply', 'Reply', 'STOP', 'Delivery', 'Voice Status'));
		expect(silent).toEqual([]);
	});
});

describe('BranchWatch', () => {
	it('leaves out what was there before, and counts nothing twice', async () => {
		const seen: string[] = [];
		const events = { onDeparture: ({ branch }: { branch: string }) => void seen.push(branch), onFailure: () => {} };
		const earlier = new BranchWatch(executionsOf('Reply', 'STOP'), 'callbacks', events, 0);
		await earlier.skipEarlier();
		await earlier.look();
		expect(seen).toEqual([]);

		const watch = new BranchWatch(executionsOf('Reply', 'STOP', 'Reply'), 'callbacks', events, 0);
		await watch.look();
		await watch.look();
		expect(seen).toEqual(['Reply', 'STOP', 'Reply']);
		expect(watch.count('Reply')).toBe(2);
	});

	it('tells which execution failed and why', async () => {
		const failed: string[] = [];
		const executions = {
			...executionsOf('Reply'),
			execution: async (id: string) => ({ ...execution(id, 'Reply'), error: { message: 'Broken' } }),
		};
		const events = { onDeparture: () => {}, onFailure: (id: string, message: string) => void failed.push(`${id} ${message}`) };
		await new BranchWatch(executions, 'callbacks', events, 0).look();
		expect(failed).toEqual(['0 Broken']);
	});
});
