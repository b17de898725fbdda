import fc from 'fast-check';

import { joinParts, type Message } from '../../../nodes/SmsPartner/callbacks/longReplies/messages';
import type { Part } from '../../../nodes/SmsPartner/callbacks/longReplies/part';
import { WaitingParts } from '../../../nodes/SmsPartner/callbacks/longReplies/waitingParts';
import { samplePart } from './sample';

const first = samplePart({ 'concat-part': '1', text: 'One ' }, 1_000);
const second = samplePart({ 'concat-part': '2', text: 'two' }, 2_000);
const textOf = (message: Message) => joinParts(message).fields.text;

/** What a request does with a part. */
function receive(parts: WaitingParts, part: Part): Message[] {
	parts.add(part);
	const message = parts.messageOf(part);
	if (message?.complete !== true) return [];
	parts.take([message]);
	return [message];
}

const stored = (parts: WaitingParts, departing: Message[] = []): unknown => JSON.parse(JSON.stringify(parts.storedWithout(departing)));

function restarted(parts: WaitingParts): WaitingParts {
	const fresh = new WaitingParts();
	fresh.merge(stored(parts));
	return fresh;
}

describe('WaitingParts', () => {
	test('gives the message once its last part has come, and ignores repeated parts before and after', () => {
		const parts = new WaitingParts();
		expect([second, second].flatMap((part) => receive(parts, part))).toEqual([]);
		const messages = receive(parts, first);
		expect(messages.map(textOf)).toEqual(['One two']);
		expect([first, second].flatMap((part) => receive(parts, part))).toEqual([]);
		parts.confirm(messages, 3_000);
		expect([first, second].flatMap((part) => receive(parts, part))).toEqual([]);
		expect(parts.isEmpty).toBe(true);
	});

	test('is whole again after a restart', () => {
		const parts = new WaitingParts();
		receive(parts, first);
		expect(receive(restarted(parts), second).map(textOf)).toEqual(['One two']);
	});

	test('still has a message whose execution did not come to be', () => {
		const parts = new WaitingParts();
		receive(parts, first);
		const messages = receive(parts, second);
		expect(restarted(parts).overdue(60_000, 10_000).map(textOf)).toEqual(['One two']);
		parts.putBack(messages);
		expect(parts.overdue(60_000, 10_000).map(textOf)).toEqual(['One two']);
	});

	test('stores a message as gone in the request that starts its execution, and after it', () => {
		const parts = new WaitingParts();
		receive(parts, first);
		const messages = receive(parts, second);
		for (const state of [stored(parts, messages), (parts.confirm(messages, 3_000), stored(parts))]) {
			const fresh = new WaitingParts();
			fresh.merge(state);
			expect(fresh.isEmpty).toBe(true);
			expect(receive(fresh, first)).toEqual([]);
		}
	});

	test('an older stored state brings nothing back', () => {
		const parts = new WaitingParts();
		receive(parts, first);
		const old = stored(parts);
		parts.confirm(receive(parts, second), 3_000);
		parts.merge(old);
		expect(parts.isEmpty).toBe(true);
	});

	test('learns from a newer stored state what has left elsewhere', () => {
		const here = new WaitingParts();
		receive(here, first);
		const elsewhere = restarted(here);
		elsewhere.confirm(receive(elsewhere, second), 3_000);
		here.merge(stored(elsewhere));
		expect(here.isEmpty).toBe(true);
	});

	test('what is overdue is what has waited from its first part on', () => {
		const parts = new WaitingParts();
		parts.add(first);
		expect(parts.overdue(10_999, 10_000)).toEqual([]);
		expect(parts.overdue(11_000, 10_000).map(textOf)).toEqual(['One ']);
	});

	test('what came in the future is overdue too: the clock was put back, or the stored state is damaged', () => {
		const parts = new WaitingParts();
		parts.merge({ waiting: [{ ...first, arrivedAt: 1e300 }], left: { x: 1e300 } });
		expect(parts.overdue(20_000, 10_000).map(textOf)).toEqual(['One ']);
		parts.confirm(parts.overdue(20_000, 10_000), 20_000);
		expect(stored(parts)).toEqual({ waiting: [], left: { [first.id]: 20_000 } });
	});

	test('a message whose parts came to two processes is overdue as soon as one of them knows both', () => {
		const [here, elsewhere] = [new WaitingParts(), new WaitingParts()];
		here.add(first);
		elsewhere.add(second);
		here.merge(stored(elsewhere));
		expect(here.overdue(6_999, 600_000)).toEqual([]);
		expect(here.overdue(7_000, 600_000).map(textOf)).toEqual(['One two']);
	});

	test('beyond its limit the oldest messages are overdue, so that nobody can fill the database', () => {
		const parts = new WaitingParts();
		for (let index = 0; index < 2_003; index += 1) parts.add(samplePart({ 'concat-ref': index, text: `${index}` }, index));
		expect(parts.overdue(2_003, 600_000).map(textOf)).toEqual(['0', '1', '2']);
	});

	test('sees that a part it knows has been written over', () => {
		const parts = new WaitingParts();
		parts.add(first);
		expect(parts.isMissingFrom(stored(parts), 60_000)).toBe(false);
		expect(parts.isMissingFrom(undefined, first.arrivedAt + 500)).toBe(false);
		expect(parts.isMissingFrom(undefined, 60_000)).toBe(true);
	});

	test('sees that a part that has left has been brought back', () => {
		const parts = new WaitingParts();
		receive(parts, first);
		const old = stored(parts);
		parts.confirm(receive(parts, second), 3_000);
		expect(parts.isMissingFrom(old, 3_500)).toBe(false);
		expect(parts.isMissingFrom(old, 60_000)).toBe(true);
		expect(parts.isMissingFrom(stored(parts), 60_000)).toBe(false);
	});

	test.each([undefined, null, 'x', 7, [], {}, { waiting: 'x', left: 'y' }, { waiting: [null, 1, { id: 4 }], left: { a: 'b' } }])(
		'takes nothing from a state that is none: %p',
		(state) => {
			const parts = new WaitingParts();
			parts.merge(state);
			expect(parts.isEmpty).toBe(true);
		},
	);

	test('whatever the order, the repeats and the restarts, every message leaves once and whole', () => {
		const message = fc.record({ sender: fc.integer({ min: 0, max: 3 }), total: fc.integer({ min: 2, max: 4 }) });
		const plan = fc.array(message, { minLength: 1, maxLength: 8 }).chain((messages) => {
			const parts = messages.flatMap(({ sender, total }, index) =>
				Array.from({ length: total }, (_, part) =>
					samplePart({ msisdn: `3361234567${sender}`, 'concat-ref': index, 'concat-total': total, 'concat-part': part + 1, text: `${index}.${part} ` }),
				),
			);
			const arrivals = fc.shuffledSubarray([...parts, ...parts], { minLength: parts.length * 2 });
			return fc.record({ messages: fc.constant(messages), arrivals, restartAfter: fc.array(fc.nat({ max: parts.length * 2 }), { maxLength: 3 }) });
		});
		fc.assert(
			fc.property(plan, ({ messages, arrivals, restartAfter }) => {
				let parts = new WaitingParts();
				const left: unknown[] = [];
				arrivals.forEach((part, index) => {
					const taken = receive(parts, part);
					parts.confirm(taken, 0);
					left.push(...taken.map(textOf));
					if (restartAfter.includes(index)) parts = restarted(parts);
				});
				const expected = messages.map(({ total }, index) => Array.from({ length: total }, (_, part) => `${index}.${part} `).join(''));
				expect([...left].sort()).toEqual([...expected].sort());
			}),
		);
	});
});
