import { properties, webhooks } from '../../nodes/SmsPartner/callbacks/description';

describe('the webhooks of the trigger', () => {
	test('have a name, a path and a place in the editor each', () => {
		expect(webhooks.map(({ name }) => name)).toEqual(['reply', 'stop', 'delivery-report', 'voice-status', 'number-check']);
		expect(new Set(webhooks.map(({ path }) => path)).size).toBe(5);
		expect(webhooks.every(({ ndvHideUrl }) => typeof ndvHideUrl === 'string')).toBe(true);
	});
});

describe('the parameters of the trigger', () => {
	const defaults = Object.fromEntries(properties.map((property) => [property.name, property.default]));

	test('are those that saved workflows hold', () => {
		expect(defaults).toMatchObject({
			events: ['reply', 'stop', 'deliveryReport', 'voiceStatus'],
			longReplies: 'join',
			secret: '',
			options: {},
		});
	});

	test('hide the secret', () => {
		expect(properties.find(({ name }) => name === 'secret')?.typeOptions).toEqual({ password: true });
	});

	test('default to STOP alone, one execution an event, the raw payload, ten minutes for a part and the time zone of the platform', () => {
		const options = properties.find(({ name }) => name === 'options')?.options ?? [];
		expect(options).toEqual([
			expect.objectContaining({ name: 'optOutWords', default: '' }),
			expect.objectContaining({ name: 'groupBursts', default: false }),
			expect.objectContaining({ name: 'includeRaw', default: true }),
			expect.objectContaining({ name: 'missingPartWait', default: 10 }),
			expect.objectContaining({ name: 'sourceTimezone', default: 'auto' }),
		]);
	});
});
