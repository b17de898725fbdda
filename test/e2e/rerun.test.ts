import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import fc from 'fast-check';
import isEqual from 'lodash/isEqual';

import { controlN8n, useN8n } from '../harness/e2eInstance';
import { currentLine } from '../harness/line';
import { buildWorkflow } from '../harness/workflow';
import { campaignParameters, people } from '../integration/support/parameters';
import type { Simulator } from '../simulator';
import { startPlatform, type Platform } from './platform';
import { restartFully } from './waitingWorkflow';

const n8n = useN8n();
const line = currentLine();
const PEOPLE = people(6000);
const NODE = 'Campaign';

/** n8n starts slowly: the line that most people run gets ten kills, the others one. */
const KILLS = line === '2.x' ? 10 : 1;
const seed = Number(process.env['E2E_SEED'] ?? randomInt(2 ** 31));

/** Requests under way at once, at most: the node's own limit. */
const AT_ONCE = 5;

interface Kill {
	batchSize: number;
	endpoint: '/send' | '/bulk-send';
	statusesPerPage: number;
	/** The platform has taken so many requests, and the answers of all later ones stay away. */
	afterRequests: number;
	/** Then n8n still has so long. */
	delayMs: number;
}

/** The same for the same seed. Every kind of request and of page has its turn; chance decides about the moment. */
const kills = fc
	.sample(fc.tuple(fc.noBias(fc.nat(9_999)), fc.noBias(fc.nat(400))), { seed, numRuns: KILLS })
	.map(([chance, delayMs], index): Kill => {
		const batchSize = index % 3 === 1 ? 200 : 500;
		const mayAnswer = PEOPLE.length / batchSize - AT_ONCE - 1;
		return {
			batchSize,
			endpoint: index % 2 === 0 ? '/bulk-send' : '/send',
			statusesPerPage: index % 5 < 2 ? 20 : 500,
			afterRequests: 1 + Math.floor((chance / 10_000) * mayAnswer),
			delayMs,
		};
	});

describe('a campaign of 6,000 with a tag, cut off by a kill of n8n and started again', () => {
	beforeAll(() => console.log(`The moments of the kills, to be had again with E2E_SEED=${seed}:\n${kills.map((kill) => JSON.stringify(kill)).join('\n')}`));

	it.each(kills.map((kill, index): [number, Kill] => [index + 1, kill]))(
		'reaches everybody once, kill %i',
		async (_kill, kill) => {
			const platform = await startPlatform(n8n, { behaviour: { statusesPerPage: kill.statusesPerPage } });
			await cutOffAndStartAgain(platform, kill).finally(async () => platform.simulator.stop());
		},
		180_000,
	);
});

async function cutOffAndStartAgain({ simulator, credentials }: Platform, { batchSize, endpoint, afterRequests, delayMs }: Kill): Promise<void> {
	const message = endpoint === '/send' ? 'Same for all' : campaignParameters['message'];
	const options = { tag: 'spring-sale', skip: ['sameTag'], batchSize };
	const campaign = await n8n.createWorkflow(
		buildWorkflow({
			name: 'Campaign',
			nodes: [
				{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
				{ name: NODE, type: 'n8n-nodes-smspartner.smsPartner', credentials, parameters: { ...campaignParameters, message: message ?? '', options } },
			],
			wires: [['Start', NODE]],
			pinned: { Start: PEOPLE.map((json) => ({ json })) },
		}),
	);

	// Slow enough for a kill to find requests in every state: on their way, taken, answered.
	simulator.faults.add({ kind: 'latency', ms: 200 }, { path: endpoint, times: PEOPLE.length });
	const taken = untilTaken(simulator, afterRequests * batchSize);
	const first = await n8n.start(campaign, 'Start');
	await taken;
	// What is sent from now on stays unanswered, so that the campaign cannot end before the kill.
	simulator.faults.add({ kind: 'latency', ms: 600_000 }, { path: endpoint, times: PEOPLE.length });
	await sleep(delayMs);
	await controlN8n().kill();
	await restartFully();
	simulator.faults.clear();

	const before = new Set(simulator.accepted.map(({ phoneNumber }) => phoneNumber));
	expect(before.size).toBeGreaterThanOrEqual(afterRequests * batchSize);
	expect(before.size).toBeLessThan(PEOPLE.length);
	const { id: second, status, nodes } = await n8n.run(campaign, 'Start');
	expect(status).toBe('success');

	expect(new Set(simulator.accepted.map(({ phoneNumber }) => phoneNumber)).size).toBe(PEOPLE.length);
	expect(simulator.accepted).toHaveLength(PEOPLE.length);
	const items = nodes[NODE]?.outputs[0] ?? [];
	expect(items).toHaveLength(PEOPLE.length);
	const wrong = items.filter(({ json, pairedItem }, item) => {
		const number = PEOPLE[item]?.['phoneNumber'];
		const skipped = before.has(String(number)) ? 'sameTag' : null;
		return !isEqual([json['phoneNumber'], json['skipped'], pairedItem], [number, skipped, { item }]);
	});
	expect(wrong).toEqual([]);
	expect(nodes[NODE]?.hints).toContainEqual(expect.stringContaining(`${PEOPLE.length - before.size} sent, ${before.size} skipped.`));
	expect((await n8n.executions(campaign)).map(({ id, status: each }) => [id, each])).toEqual([
		[first, 'crashed'],
		[second, 'success'],
	]);
}

async function untilTaken(simulator: Simulator, count: number): Promise<void> {
	await new Promise<void>((resolve) => simulator.on('accepted', () => (simulator.accepted.length >= count ? resolve() : undefined)));
}
