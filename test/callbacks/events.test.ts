import { callbackEvents, defaultEvents, eventOfPath, toOutputs } from '../../nodes/SmsPartner/callbacks/events';

describe('the table of events', () => {
	test('keeps its order, because saved workflows are wired to outputs by index', () => {
		expect(callbackEvents.map(({ output }) => output)).toEqual([
			'Reply',
			'STOP',
			'Delivery',
			'Voice Status',
			'Number Check',
			'Unrecognised',
		]);
	});

	test('keeps its values and paths, because workflows and pasted URLs hold them', () => {
		expect(callbackEvents.map(({ value, path }) => [value, path])).toEqual([
			['reply', 'reply'],
			['stop', 'stop'],
			['deliveryReport', 'delivery-report'],
			['voiceStatus', 'voice-status'],
			['numberCheck', 'number-check'],
			['unrecognised', undefined],
		]);
	});

	test('selects the first four events by default', () => {
		expect(defaultEvents).toEqual(callbackEvents.slice(0, 4).map(({ value }) => value));
	});
});

test('eventOfPath', () => {
	expect(eventOfPath('delivery-report')).toBe('deliveryReport');
	expect(eventOfPath('setup')).toBeUndefined();
});

test('toOutputs puts each item into the output of its event, in order', () => {
	const outputs = toOutputs([
		{ event: 'deliveryReport', json: 1 },
		{ event: 'reply', json: 2 },
		{ event: 'deliveryReport', json: 3 },
		{ event: 'unrecognised', json: 4 },
	]);
	expect(outputs).toEqual([[{ json: 2 }], [], [{ json: 1 }, { json: 3 }], [], [], [{ json: 4 }]]);
});
