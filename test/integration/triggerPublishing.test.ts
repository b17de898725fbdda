import { resolveWebhookDescriptionField, type INode } from 'n8n-workflow';

import { webhooks } from '../../nodes/SmsPartner/callbacks/description';
import { callbackEvents } from '../../nodes/SmsPartner/callbacks/events';
import { SmsPartnerTrigger } from '../../nodes/SmsPartner/SmsPartnerTrigger.node';
import { publishedTrigger } from './support/webhookContext';

const paths = callbackEvents.flatMap(({ path }) => path ?? []);

const sampleNode: INode = { id: '1', name: 'Trigger', type: 'smsPartnerTrigger', typeVersion: 1, position: [0, 0], parameters: {} };

describe('publishing the trigger', () => {
	test('registers POST and GET for each path, with names and paths of their own', () => {
		const { rows } = publishedTrigger({});
		const registered = rows.map(({ httpMethod, path }) => `${httpMethod} ${path.split('/').slice(1).join('/')}`);
		expect(registered).toEqual(paths.flatMap((path) => [`POST ${path}`, `GET ${path}`]));
	});

	test.each(['', 'abc'])('gives the same URLs with and without the expression engine, with the secret %j', (secret) => {
		const { rows } = publishedTrigger({ secret });
		const node = { ...sampleNode, parameters: { secret } };
		const native = webhooks.flatMap((webhook) => {
			const [path, methods] = (['path', 'httpMethod'] as const).map((field) => {
				const native = resolveWebhookDescriptionField(node, webhook, field);
				return native.resolved ? String(native.value) : '';
			});
			return String(methods).split(',').map((method) => `${method} ${path}`);
		});
		expect(native).toEqual(rows.map(({ httpMethod, path }) => `${httpMethod} ${path.split('/').slice(1).join('/')}`));
	});

	test.each(['', 'abc', 'A-b_9'])('is fine with the secret %j', async (secret) => {
		const trigger = publishedTrigger({ secret });
		const found = trigger.rows.map(async (row) => await trigger.checkExists(row));
		expect(await Promise.all(found)).toEqual(trigger.rows.map(() => true));
	});

	test.each(['a b', 'a/b', ':id', 'secrét'])('fails with the secret %j, and says what to do', async (secret) => {
		const trigger = publishedTrigger({ secret });
		for (const row of trigger.rows) {
			await expect(trigger.checkExists(row)).rejects.toMatchObject({
				message: expect.stringMatching(/"Secret".*only letters, digits, "-" and "_".*publish again/),
				description: expect.stringContaining('Production URLs'),
			});
		}
	});

	test.each(['={{ "" }}', '={{ null }}', '={{ undefined }}', '={{ $vars.missing }}', '={{ 0 }}', '='])('fails with the secret %s, which gives nothing, rather than publish URLs without one', async (secret) => {
		const trigger = publishedTrigger({ secret });
		for (const row of trigger.rows) {
			await expect(trigger.checkExists(row)).rejects.toMatchObject({ message: expect.stringMatching(/expression in "Secret".*gives nothing.*publish again/) });
		}
	});

	test('fails with a secret that n8n does not know where it makes the URLs', async () => {
		const trigger = publishedTrigger({ secret: '={{ $vars.smsSecret }}' });
		expect(trigger.rows.map(({ path }) => path).join()).not.toContain('from-a-variable');
		for (const row of trigger.rows) {
			await expect(trigger.checkExists(row)).rejects.toMatchObject({ message: expect.stringMatching(/expression in "Secret".*gives nothing where n8n makes the webhook URLs/) });
		}
	});

	test('is fine with a secret that an expression gives', async () => {
		const { rows, checkExists } = publishedTrigger({ secret: '={{ "abc" + 1 }}' });
		expect(rows.every(({ path }) => path.endsWith('/abc1'))).toBe(true);
		expect(await Promise.all(rows.map(checkExists))).toEqual(rows.map(() => true));
	});

	test('is fine with one event that an expression gives', async () => {
		const { rows, checkExists } = publishedTrigger({ events: '={{ "stop" }}' });
		expect(await Promise.all(rows.map(checkExists))).toEqual(rows.map(() => true));
	});

	test.each(['={{ "stops" }}', '={{ null }}', '={{ [] }}'])('fails with the events %s', async (events) => {
		const { rows, checkExists } = publishedTrigger({ events });
		for (const row of rows) {
			await expect(checkExists(row)).rejects.toMatchObject({
				message: expect.stringMatching(/"Events to Receive".*publish again/),
			});
		}
	});

	test('fails with a time zone that is none', async () => {
		const trigger = publishedTrigger({ options: { sourceTimezone: 'Paris' } });
		const [row] = trigger.rows;
		await expect(row && trigger.checkExists(row)).rejects.toMatchObject({
			message: expect.stringMatching(/"Source Timezone".*\(Paris\).*publish again/),
			description: expect.stringContaining('Europe/Paris'),
		});
	});
});

describe('the editor', () => {
	const { description } = new SmsPartnerTrigger();

	test.each([
		[['reply'], ['reply']],
		[['deliveryReport', 'unrecognised'], ['delivery-report']],
		[callbackEvents.map(({ value }) => value), paths],
		[[], []],
		['={{ "stop" }}', ['stop']],
	])('shows for the events %j the URLs %j', (events, shown) => {
		const { evaluate } = publishedTrigger({ events });
		const visible = description.webhooks?.filter(({ ndvHideUrl }) => evaluate(ndvHideUrl) !== true);
		expect(visible?.map(({ name }) => name)).toEqual(shown);
	});

	test('names the selected events under the node', () => {
		const { evaluate } = publishedTrigger({ events: ['stop', 'deliveryReport'] });
		expect(evaluate(description.subtitle)).toBe('STOP, Delivery');
		expect(publishedTrigger({ events: '={{ "stop" }}' }).evaluate(description.subtitle)).toBe('STOP');
	});

	test('has the same outputs whatever is selected', () => {
		expect(description.outputs).toHaveLength(callbackEvents.length);
		expect(description.outputNames).toEqual(callbackEvents.map(({ output }) => output));
	});
});
