import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startSimulator, type Simulator } from '../simulator';
import { run } from './support/campaign';
import { campaignParameters, goOn, people, phoneNumber, sendParameters } from './support/parameters';
import { expectSchema } from './support/schema';

describe('the guards of a send', () => {
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator({ automaticReports: false });
	});
	beforeEach(() => simulator.reset());
	afterAll(async () => simulator.stop());

	const survey: INodeParameters = { resource: 'sms', operation: 'sendSurvey', surveyId: 'abc', to: '={{ $json.phoneNumber }}', options: {} };
	const rcs: INodeParameters = { resource: 'rcs', operation: 'send', to: '={{ $json.phoneNumber }}', content: 'text', text: 'Hello', options: {} };
	const voice: INodeParameters = { resource: 'voice', operation: 'sendSms', to: '={{ $json.phoneNumber }}', content: 'text', text: 'Hello', language: 'fr', options: {} };
	const send = async (options: INodeParameters, items: IDataObject[] = people(3), settings = {}, parameters = campaignParameters) =>
		run(simulator, { ...parameters, options }, items, settings);
	const sends = () => simulator.requests.filter(({ method }) => method === 'POST');
	const taken = () => simulator.accepted.map((sms) => sms.phoneNumber).sort();

	describe('Recipients to Skip', () => {
		it('leaves out all but the first item with a number, and shows it as skipped, for nothing', async () => {
			const items = [...people(2), { phoneNumber: '06 00 00 00 00', name: 'Again' }];
			const { items: output, hints, error } = await send({ skip: ['duplicates'] }, items);
			expect(error).toBeUndefined();
			expect(taken()).toEqual([phoneNumber(0), phoneNumber(1)]);
			expect(output.map(({ json, pairedItem }) => [json.phoneNumber, json.skipped, pairedItem])).toEqual([
				[phoneNumber(0), null, { item: 0 }],
				[phoneNumber(1), null, { item: 1 }],
				[phoneNumber(0), 'duplicate', { item: 2 }],
			]);
			expect(output[2]?.json).toMatchObject({ status: 'notSent', segments: 0, cost: 0, messageId: null, currency: null });
			expectSchema('sms', 'send', output.map(({ json }) => json));
			expect(hints.map(({ message }) => message)).toContain('2 sent, 1 skipped. 2 SMS billed, 0.09 EUR.');
		});

		it('sends a number twice unless asked not to', async () => {
			await send({}, [...people(1), ...people(1)]);
			expect(taken()).toEqual([phoneNumber(0), phoneNumber(0)]);
		});

		it('leaves out whoever has an SMS with this tag, whatever became of it', async () => {
			await send({ tag: 'spring' }, people(2));
			simulator.setStatus(phoneNumber(1), 'ko');
			const { items } = await send({ tag: 'spring', skip: ['sameTag'] }, people(4));
			expect(taken()).toEqual(people(4).map((person) => person.phoneNumber));
			expect(items.map(({ json }) => [json.skipped, json.status])).toEqual([['sameTag', 'waiting'], ['sameTag', 'notSent'], [null, 'waiting'], [null, 'waiting']]);
			expectSchema('sms', 'send', items.map(({ json }) => json));
		});

		it('gives nobody two SMS with the tag in one run either', async () => {
			const { items } = await send({ tag: 'spring', skip: ['sameTag'] }, [...people(2), ...people(1)]);
			expect(taken()).toEqual([phoneNumber(0), phoneNumber(1)]);
			expect(items.map(({ json }) => [json.skipped, json.status])).toEqual([[null, 'waiting'], [null, 'waiting'], ['sameTag', 'notSent']]);
		});

		it('says so when everybody was skipped', async () => {
			await send({ tag: 'spring' });
			const { items, hints } = await send({ tag: 'spring', skip: ['sameTag'] });
			expect(items).toHaveLength(3);
			expect(hints.map(({ message }) => message)).toEqual([expect.stringContaining('Everybody was skipped')]);
			expect(sends()).toHaveLength(1);
		});

		it('warns that a tag may not show what has not left', async () => {
			const { hints } = await send({ tag: 'spring', skip: ['sameTag'], scheduledAt: '2099-01-07T10:00' });
			expect(hints.map(({ message }) => message)).toContainEqual(expect.stringContaining('Same Tag may not see scheduled'));
		});

		it('reads every page of a tag before it sends', async () => {
			simulator.behaviour.statusesPerPage = 7;
			await send({ tag: 'spring' }, people(30));
			await send({ tag: 'spring', skip: ['sameTag'] }, people(40));
			expect(taken()).toEqual(people(40).map((person) => person.phoneNumber));
		});

		it.each(['international', 'national', 'digits'] as const)('knows the numbers of a tag by %s form', async (form) => {
			simulator.behaviour.tagListNumbers = form;
			await send({ tag: 'spring' }, people(2));
			const { items } = await send({ tag: 'spring', skip: ['sameTag'] }, people(3));
			expect(items.map(({ json }) => json.skipped)).toEqual(['sameTag', 'sameTag', null]);
		});

		it.each<[string, () => void]>([
			['ends before its total', () => (simulator.behaviour.tagListTotal = 'tooMany')],
			['knows no pages', () => ([simulator.behaviour.statusPageParameter, simulator.behaviour.statusesPerPage] = ['unheard-of', 2])],
			['hides numbers', () => (simulator.behaviour.tagListNumbers = 'masked')],
			['cannot be read', () => simulator.faults.add({ kind: 'status', status: 500 }, { path: '/bulk-status-by-tag' })],
			['is refused', () => simulator.faults.add({ kind: 'body', status: 200, body: { success: false, code: 3 }, accept: false }, { path: '/bulk-status-by-tag' })],
		])('sends nothing when the list of the tag %s', async (_what, misbehave) => {
			await send({ tag: 'spring' });
			misbehave();
			const { error } = await send({ tag: 'spring', skip: ['sameTag'] }, people(9));
			expect(error?.message).toMatch(/^Nothing was sent: The list of what was sent with the tag spring could not be read to its end/);
			expect(sends()).toHaveLength(1);
		});

		it('gives every item its reason when the node continues although a list cannot be read', async () => {
			simulator.behaviour.stopListMissing = 1;
			simulator.optOut(phoneNumber(9));
			const { items } = await send({ skip: ['optedOut'] }, people(2), goOn);
			expect(items.map(({ json }) => [json.code, json.status, json.phoneNumber])).toEqual(people(2).map((person) => ['LIST_INCOMPLETE', 'notSent', person.phoneNumber]));
		});

		it('leaves out who has opted out, however the list writes numbers', async () => {
			for (const form of ['international', 'national', 'digits', 'masked'] as const) {
				simulator.reset();
				simulator.behaviour.stopListNumbers = form;
				simulator.optOut(phoneNumber(1));
				const { items } = await send({ skip: ['optedOut'] });
				expect(taken()).toEqual([phoneNumber(0), phoneNumber(2)]);
				expect(items.map(({ json }) => json.skipped)).toEqual([null, 'optedOut', null]);
			}
		});

		it.each<[string, () => void]>([
			['ends before its total', () => (simulator.behaviour.stopListMissing = 1)],
			['has no total', () => (simulator.behaviour.stopListTotal = 'absent')],
			['cannot be read', () => simulator.faults.add({ kind: 'status', status: 500 }, { path: '/stop-sms/list' })],
		])('sends nothing when the opt-out list %s', async (_what, misbehave) => {
			simulator.optOut(phoneNumber(8));
			simulator.optOut(phoneNumber(9));
			misbehave();
			const { error } = await send({ skip: ['optedOut'] });
			expect(error?.message).toMatch(/^Nothing was sent: .*opt-out list/);
			expect(simulator.accepted).toEqual([]);
		});

		it('skips by all lists at once, each recipient for one reason', async () => {
			await send({ tag: 'spring' }, people(1));
			simulator.optOut(phoneNumber(1));
			const { items } = await send({ tag: 'spring', skip: ['duplicates', 'sameTag', 'optedOut'] }, [...people(3), ...people(3)]);
			expect(items.map(({ json }) => json.skipped)).toEqual(['sameTag', 'optedOut', null, 'duplicate', 'duplicate', 'duplicate']);
		});

		it('needs a tag to skip by it, and refuses an expression that gives nothing', async () => {
			expect((await send({ skip: ['sameTag'] })).error?.description).toContain('Tag');
			for (const skip of ['={{ null }}', '={{ "" }}', '={{ $json.nothing }}']) expect((await send({ skip })).error?.message).toContain('Recipients to Skip');
			expect(simulator.requests).toEqual([]);
		});

		it('holds on every send that has it', async () => {
			const three = [...people(1), ...people(1)];
			for (const parameters of [survey, rcs, voice]) {
				const { items } = await send({ skip: ['duplicates'] }, three, {}, parameters);
				expect(items.map(({ json }) => json.skipped)).toEqual([null, 'duplicate']);
				expectSchema(String(parameters.resource), String(parameters.operation), items.map(({ json }) => json));
			}
			await send({ tag: 'spring' }, people(1), {}, survey);
			expect((await send({ tag: 'spring', skip: ['sameTag'] }, people(1), {}, survey)).items[0]?.json).toMatchObject({ skipped: 'sameTag', status: 'waiting' });
			simulator.optOut(phoneNumber(0));
			expect((await send({ skip: ['optedOut'] }, people(1), {}, rcs)).items[0]?.json).toMatchObject({ skipped: 'optedOut', segments: 0 });
		});
	});

	describe('Spending Limit', () => {
		it('sends nothing at all beyond, and names both numbers', async () => {
			const long = { ...campaignParameters, message: 'x'.repeat(200) };
			const { error } = await send({ spendingLimit: 5 }, people(3), {}, long);
			expect(error?.message).toBe('Nothing was sent: The run needs 6 SMS, and Spending Limit allows 5');
			expect(simulator.requests).toEqual([]);
			await send({ spendingLimit: 6 }, people(3), {}, long);
			expect(simulator.accepted).toHaveLength(3);
		});

		it('counts the room that a STOP notice takes, whose length nobody documents', async () => {
			const full = { ...campaignParameters, message: 'x'.repeat(158) };
			expect((await send({ spendingLimit: 3, stopNotice: true }, people(3), {}, full)).error?.message).toContain('needs 6 SMS');
			expect((await send({ spendingLimit: 3 }, people(3), {}, full)).error).toBeUndefined();
		});

		it('does not count who is skipped', async () => {
			const { error } = await send({ spendingLimit: 1, skip: ['duplicates'] }, [...people(1), ...people(1)]);
			expect(error).toBeUndefined();
		});

		it('holds for RCS and calls, and as an expression', async () => {
			for (const [parameters, unit] of [[rcs, 'RCS'], [voice, 'calls']] as const) {
				expect((await send({ spendingLimit: 2 }, people(3), {}, parameters)).error?.message).toContain(`needs 3 ${unit}, and Spending Limit allows 2`);
			}
			expect((await send({ spendingLimit: '={{ 2 }}' })).error?.message).toContain('allows 2');
			expect((await send({ spendingLimit: '={{ $json.nothing }}' })).error?.message).toContain('Spending Limit');
			expect(simulator.accepted).toEqual([]);
		});

		it('gives every item its reason when the node continues', async () => {
			const { items } = await send({ spendingLimit: 2 }, people(3), goOn);
			expect(items.map(({ json }) => [json.code, json.status, json.phoneNumber])).toEqual(people(3).map((person) => ['SPENDING_LIMIT', 'notSent', person.phoneNumber]));
		});
	});

	describe('Check Credit First', () => {
		it('sends nothing unless the credit is enough for the whole run', async () => {
			simulator.setSmsCredit(2);
			const { error } = await send({ checkCredit: true });
			expect(error?.message).toBe('Nothing was sent: The run needs 3 SMS, and the credit of the account is enough for 2');
			expect(simulator.accepted).toEqual([]);
			simulator.setSmsCredit(3);
			expect((await send({ checkCredit: true })).error).toBeUndefined();
			expect(simulator.accepted).toHaveLength(3);
		});

		it.each(['absent', 'unreadable'] as const)('sends nothing when the credit is %s', async (creditSms) => {
			simulator.behaviour.creditSms = creditSms;
			const { items } = await send({ checkCredit: true }, people(2), goOn);
			expect(items.map(({ json }) => json.code)).toEqual(['CREDIT_UNKNOWN', 'CREDIT_UNKNOWN']);
			expect(simulator.accepted).toEqual([]);
		});

		it('asks once, and counts a survey as one SMS each', async () => {
			simulator.setSmsCredit(2);
			expect((await send({ checkCredit: true }, people(3), {}, survey)).error?.message).toContain('needs 3 SMS');
			expect(simulator.requests.map(({ path }) => path)).toEqual(['/me']);
		});

		it('needs no credit for the sandbox', async () => {
			simulator.setSmsCredit(0);
			expect((await send({ checkCredit: true, sandbox: true })).error).toBeUndefined();
		});
	});

	it('asks nothing but the sends when no guard is on and there is no tag', async () => {
		await send({}, people(600));
		expect(simulator.requests.map(({ path }) => path)).toEqual(['/bulk-send', '/bulk-send']);
	});

	it('come in order: local checks, skip, limit, credit, requests', async () => {
		simulator.setSmsCredit(1);
		simulator.optOut(phoneNumber(0));
		const items = [...people(3), { phoneNumber: '12', name: 'Bad' }];
		const all = { skip: ['optedOut'], spendingLimit: 2, checkCredit: true };
		const { items: output } = await send(all, items, goOn);
		expect(output.map(({ json }) => json.code ?? json.skipped)).toEqual(['CREDIT_TOO_LOW', 'CREDIT_TOO_LOW', 'CREDIT_TOO_LOW', 'INVALID_INPUT']);
		expect(simulator.requests.map(({ path }) => path)).toEqual(['/stop-sms/list', '/me']);
	});

	describe('with Retry On Fail', () => {
		const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

		it('counts once what went out before, and skips nobody for the own first try', async () => {
			simulator.faults.add({ kind: 'status', status: 429, retryAfter: 3600 }, { path: '/vn/send', times: 1 });
			const parameters = { ...sendParameters, sendFrom: 'virtualNumber', virtualNumber: '+33644000000' };
			const { items } = await send({ tag: 'spring', skip: ['sameTag', 'duplicates'], spendingLimit: 3, stopOnFailure: true }, people(3), retry, parameters);
			expect(items.map(({ json }) => json.skipped)).toEqual([null, null, null]);
			expect(taken()).toEqual(people(3).map((person) => person.phoneNumber));
			expect(simulator.countRequests('/vn/send')).toBe(4);
		});
	});
});
