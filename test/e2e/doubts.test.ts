import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import { useN8n } from '../harness/e2eInstance';
import { campaignParameters, goOn, people, phoneNumber } from '../integration/support/parameters';
import type { Fault, RefusalEvidence } from '../simulator';
import { startPlatform, type Platform, type SmsRun } from './platform';

/** Everything that n8n itself does to send a second time. */
const stubborn: Partial<INode> = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };
const n8n = useN8n();

interface Case {
	guests: IDataObject[];
	parameters: INodeParameters;
	fault: Fault;
	settings: Partial<INode>;
}

/**
 * Each case has a platform of its own, and all are played at once before the first test: what has a tag is looked up
 * again and again for ten seconds.
 */
const planned: Case[] = [];
const played = new Map<Case, SmsRun & Platform>();

function plan(each: Case): Case {
	planned.push(each);
	return each;
}

function outcomeOf(each: Case): SmsRun & Platform {
	const found = played.get(each);
	if (found === undefined) throw new Error('It did not run');
	return found;
}

beforeAll(async () => {
	const play = async (each: Case) => {
		const { guests, parameters, fault, settings } = each;
		const platform = await startPlatform(n8n);
		// A platform that would do it again to whoever asks again.
		platform.simulator.faults.add(fault, { path: endpointOf(parameters), times: 100 });
		played.set(each, { ...platform, ...(await platform.run(parameters, guests, settings)) });
	};
	await Promise.all(planned.map(play));
}, 180_000);
afterAll(async () => void (await Promise.all([...played.values()].map(async ({ simulator }) => simulator.stop()))));

const SAME = 'Same for all';
const endpointOf = ({ message }: INodeParameters) => (message === SAME ? '/send' : '/bulk-send');
const parametersOf = (message: string, isTagged: boolean, options: INodeParameters = {}): INodeParameters => ({
	...campaignParameters,
	message,
	options: { ...options, ...(isTagged && { tag: 'party' }) },
});

describe('60 recipients, of whom one is refused by code 14 after the 59 others were sent', () => {
	const guests = people(60);
	const bad = phoneNumber(37);
	const evidences: RefusalEvidence[] = ['none', 'id', 'totals', 'list', 'all'];
	const cases = (isTagged: boolean) =>
		[SAME, 'Hello {name}'].flatMap((message) =>
			evidences.map((evidence): [string, RefusalEvidence, Case] => {
				const fault: Fault = { kind: 'partlySent', taken: { allBut: [bad] }, code: 14, evidence };
				const parameters = parametersOf(message, isTagged);
				return [endpointOf(parameters), evidence, plan({ guests, parameters, fault, settings: isTagged ? stubborn : goOn })];
			}),
		);
	const tagged = cases(true);
	const untagged = cases(false);
	const red = plan({ guests, parameters: parametersOf(SAME, false), fault: { kind: 'partlySent', taken: { allBut: [bad] }, code: 14 }, settings: stubborn });
	const timesSent = (each: Case) => guests.map((guest) => outcomeOf(each).simulator.acceptedFor(String(guest['phoneNumber'])).length);
	const onceButBad = guests.map((guest) => (guest['phoneNumber'] === bad ? 0 : 1));

	it.each(tagged)('with a tag, %s and evidence %s: 59 sent, one refused, nobody twice', (_endpoint, _evidence, each) => {
		const { execution, node, json } = outcomeOf(each);
		expect(timesSent(each)).toEqual(onceButBad);
		expect(execution.status).toBe('success');
		expect(json).toEqual(
			guests.map(({ phoneNumber: number }) =>
				number === bad
					? { phoneNumber: bad, status: 'notSent', code: '14', error: expect.stringContaining(bad), description: expect.stringContaining('STOP') }
					: expect.objectContaining({ phoneNumber: number, status: 'waiting', skipped: null, tag: 'party' }),
			),
		);
		expect(node.hints).toContainEqual(expect.stringContaining('59 sent, 1 refused. 59 SMS billed'));
	});

	it.each(untagged)('without a tag, %s and evidence %s: unknown but for whom the platform names, nobody twice', (_endpoint, evidence, each) => {
		const isListed = evidence === 'list' || evidence === 'all';
		expect(timesSent(each)).toEqual(onceButBad);
		expect(outcomeOf(each).json).toEqual(
			guests.map(({ phoneNumber: number }) =>
				isListed && number !== bad
					? expect.objectContaining({ phoneNumber: number, status: 'waiting', skipped: null })
					: expect.objectContaining({ phoneNumber: number, status: 'unknown', code: '14', error: expect.stringMatching(/^Outcome unknown: /), description: expect.stringMatching(/\bTag\b.*Recipients to Skip/) }),
			),
		);
	});

	it('without a tag, a node that stops does not say that nothing was sent, nor sends again when n8n tries again', () => {
		const { execution, simulator } = outcomeOf(red);
		expect(execution.status).toBe('error');
		expect(execution.error?.message).toMatch(/^0 of 60 sent, 60 unknown: Outcome unknown/);
		expect(execution.error?.description).toMatch(/\bTag\b.*Recipients to Skip.*Of 60: 60 unknown\./);
		expect(simulator.countRequests('/send')).toBe(1);
		expect(timesSent(red)).toEqual(onceButBad);
	});
});

describe('a network or a platform that misbehaves, and an n8n that tries again', () => {
	const guests = people(3);
	const faults: Array<[string, Fault, number]> = [
		['a time-out after it was sent', { kind: 'timeout', accept: true }, 1],
		['a time-out before', { kind: 'timeout', accept: false }, 0],
		['a reset after it was sent', { kind: 'reset', accept: true }, 1],
		['a reset before', { kind: 'reset', accept: false }, 0],
		['a 500 with HTML', { kind: 'status', status: 500, html: true }, 0],
		['a 503 after it was sent', { kind: 'status', status: 503, acceptFirst: true }, 1],
		['a 429 after it was sent', { kind: 'statusOfRightAnswer', status: 429, retryAfter: 1 }, 1],
		['truncated JSON', { kind: 'truncate', accept: true }, 1],
		['an empty 200', { kind: 'body', status: 200, body: '', accept: true }, 1],
		['a web page', { kind: 'body', status: 200, body: '<html>Maintenance</html>', contentType: 'text/html', accept: false }, 0],
	];
	const cases = (isTagged: boolean) =>
		faults.map(([name, fault, times], index): [string, number, Case] => {
			const message = index % 2 === 0 ? SAME : 'Hello {name}';
			const parameters = parametersOf(message, isTagged, fault.kind === 'timeout' ? { timeout: 3 } : {});
			return [name, times, plan({ guests, parameters, fault, settings: stubborn })];
		});
	const tagged = cases(true);
	const untagged = cases(false);

	const expectOneRequest = (each: Case, times: number) => {
		const { simulator } = outcomeOf(each);
		expect(simulator.countRequests(endpointOf(each.parameters))).toBe(1);
		expect(guests.map((guest) => simulator.acceptedFor(String(guest['phoneNumber'])).length)).toEqual([times, times, times]);
	};
	const expectUnknown = (each: Case) => {
		const { execution } = outcomeOf(each);
		expect(execution.status).toBe('error');
		expect(execution.error?.message).toMatch(/^0 of 3 sent, 3 unknown: Outcome unknown: /);
	};

	it.each(untagged)('without a tag, %s: one request, and nobody knows', (_name, times, each) => {
		expectOneRequest(each, times);
		expectUnknown(each);
	});

	it.each(tagged)('with a tag, %s: one request, and whom the platform lists has been sent', (_name, times, each) => {
		expectOneRequest(each, times);
		if (times === 0) expectUnknown(each);
		else expect(outcomeOf(each).json).toEqual(guests.map(({ phoneNumber: number }) => expect.objectContaining({ phoneNumber: number, status: 'waiting', skipped: null })));
	});
});
