import { EventEmitter } from 'node:events';

import type { Response } from '../../nodes/SmsPartner/callbacks/answered';
import { Burst } from '../../nodes/SmsPartner/callbacks/bursts';

/** Long enough for a burst to gather, and for n8n's late answers to be looked for. */
const turn = async (): Promise<void> => await jest.advanceTimersByTimeAsync(100);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

class FakeResponse extends EventEmitter implements Response {
	statusCode = 200;

	writableEnded = false;

	destroyed = false;

	hangUp(): void {
		this.destroyed = true;
		this.emit('close');
	}

	async end(statusCode = 200, afterMs = 100): Promise<void> {
		this.statusCode = statusCode;
		this.writableEnded = true;
		if (!this.destroyed) this.emit('finish');
		await jest.advanceTimersByTimeAsync(afterMs);
	}
}

/** A request that joins a burst, and what it is to start an execution with once it knows. */
function request(burst: Burst<number>, ...items: number[]) {
	const response = new FakeResponse();
	const joined: { items?: number[] } = {};
	void burst.join(items, response).then((all) => (joined.items = all));
	return { response, joined };
}

describe('Burst', () => {
	test('does not hold up a lone event', async () => {
		const lone = request(new Burst<number>(500), 1);
		await jest.advanceTimersByTimeAsync(0);
		expect(lone.joined.items).toEqual([1]);
	});

	test('lets what comes while n8n is busy leave together afterwards, in order of arrival', async () => {
		const burst = new Burst<number>(500);
		const leader = request(burst, 1);
		await turn();
		const [second, third, fourth] = [request(burst, 2), request(burst, 3, 4), request(burst, 5)];
		await turn();
		expect([second.joined.items, third.joined.items]).toEqual([undefined, undefined]);
		await leader.response.end();
		expect([second.joined.items, third.joined.items]).toEqual([[2, 3, 4, 5], undefined]);
		await second.response.end();
		expect([third.joined.items, fourth.joined.items]).toEqual([[], []]);
	});

	test('waits for more while more comes, but not for ever', async () => {
		const burst = new Burst<number>(500);
		const leader = request(burst, 0);
		await turn();
		const second = request(burst, 1);
		await leader.response.end(200, 0);
		for (let index = 2; index < 100; index += 1) {
			request(burst, index);
			await jest.advanceTimersByTimeAsync(10);
			if (second.joined.items !== undefined) break;
		}
		expect(second.joined.items?.length).toBeGreaterThan(40);
		expect(second.joined.items?.length).toBeLessThan(60);
	});

	test('answers nobody whose event is in no execution: the next request leads when one fails', async () => {
		const burst = new Burst<number>(500);
		const leader = request(burst, 1);
		await turn();
		const [second, third, fourth] = [request(burst, 2), request(burst, 3), request(burst, 4)];
		await leader.response.end(500);
		expect(second.joined.items).toEqual([2, 3, 4]);
		await second.response.end(500);
		expect([third.joined.items, fourth.joined.items]).toEqual([[3, 4], undefined]);
		await third.response.end();
		expect(fourth.joined.items).toEqual([]);
	});

	test('waits for the answer of n8n to a caller that has hung up', async () => {
		const burst = new Burst<number>(500);
		const leader = request(burst, 1);
		await turn();
		const next = request(burst, 2);
		leader.response.hangUp();
		await turn();
		expect(next.joined.items).toBeUndefined();
		await leader.response.end();
		expect(next.joined.items).toEqual([2]);
	});

	test('goes on after a request whose caller hung up while it waited', async () => {
		const burst = new Burst<number>(500);
		const leader = request(burst, 1);
		await turn();
		const [second, third] = [request(burst, 2), request(burst, 3)];
		second.response.hangUp();
		await leader.response.end();
		expect(second.joined.items).toEqual([2, 3]);
		await second.response.end();
		expect(third.joined.items).toEqual([]);
	});

	test('puts at most its limit into one execution, and the items of one request never into two', async () => {
		const burst = new Burst<number>(3);
		const leader = request(burst, 0);
		await turn();
		const [second, third, fourth, fifth] = [request(burst, 1, 2), request(burst, 3, 4), request(burst, 5), request(burst, 6, 7, 8, 9)];
		await leader.response.end();
		expect(second.joined.items).toEqual([1, 2]);
		await second.response.end();
		expect(third.joined.items).toEqual([3, 4, 5]);
		await third.response.end();
		expect([fourth.joined.items, fifth.joined.items]).toEqual([[], [6, 7, 8, 9]]);
	});
});
