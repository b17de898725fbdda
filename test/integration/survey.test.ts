import type { INodeParameters } from 'n8n-workflow';

import { isRecord } from '../../nodes/SmsPartner/values/narrow';
import { fixture } from '../fixtures';
import { startSimulator, type Simulator } from '../simulator';
import { run } from './support/campaign';
import { itFailsWell } from './support/commonFailures';
import { goOn, people, phoneNumber } from './support/parameters';
import { expectSchema } from './support/schema';

describe('sms.sendSurvey', () => {
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator({ automaticReports: false });
	});
	beforeEach(() => simulator.reset());
	afterAll(async () => simulator.stop());

	const success = fixture('sms-sondage-send.success');
	const parameters: INodeParameters = { resource: 'sms', operation: 'sendSurvey', to: '={{ $json.phoneNumber }}', surveyId: 'abc123', options: {} };
	const answer = (body: object, times = 1) => simulator.faults.add({ kind: 'body', status: 'success' in body && body.success ? 200 : 400, body, accept: false }, { times });

	it('sends one survey to many in one request, one item for each recipient', async () => {
		simulator.faults.add({ kind: 'body', status: 200, body: { ...success, nb_sms: 4, cost: 0.152 }, accept: false }, { path: '/sondage/to/send' });
		const options = { tag: 'autumn', scheduledAt: '2099-10-21T09:01:00' };
		const { items, hints } = await run(simulator, { ...parameters, to: '={{ $json.phoneNumber + ", " + $json.second }}', options }, [
			{ phoneNumber: '06 12 34 56 78', second: phoneNumber(1) },
			{ phoneNumber: phoneNumber(2), second: phoneNumber(3) },
		]);
		expect(simulator.requests).toEqual([
			expect.objectContaining({ method: 'GET', path: '/bulk-status-by-tag', query: { tag: 'autumn' } }),
			expect.objectContaining({
				method: 'POST',
				path: '/sondage/to/send',
				body: {
					phoneNumbers: ['+33612345678', phoneNumber(1), phoneNumber(2), phoneNumber(3)].join(','),
					sondageIdent: 'abc123',
					tag: 'autumn',
					scheduledDeliveryDate: '21/10/2099',
					time: 9,
					minute: 5,
				},
			}),
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 0, 1, 1].map((item) => ({ item })));
		expect(items[0]?.json).toEqual({
			phoneNumber: '+33612345678',
			messageId: '307',
			status: 'waiting',
			segments: 1,
			cost: 0.038,
			currency: 'EUR',
			surveyId: 'abc123',
			tag: 'autumn',
			scheduledAt: '2099-10-21T09:05:00+02:00',
			skipped: null,
		});
		expectSchema('sms', 'sendSurvey', items.map(({ json }) => json));
		expect(hints.map(({ message }) => message)).toEqual([expect.stringContaining('rounded up'), '4 sent. 4 SMS billed, 0.152 EUR.']);
	});

	it('sends to 1,200 in 3 requests', async () => {
		answer(success, 3);
		const { items } = await run(simulator, parameters, people(1200));
		expect(simulator.requests).toHaveLength(3);
		expect(items.map(({ json }) => json.phoneNumber)).toEqual(people(1200).map((person) => person.phoneNumber));
	});

	it('sends items that differ in anything else apart', async () => {
		answer(success, 2);
		await run(simulator, { ...parameters, surveyId: '={{ $json.survey }}' }, people(3).map((person, index) => ({ ...person, survey: index === 1 ? 'b' : 'a' })));
		expect(simulator.requests).toHaveLength(2);
	});

	it('takes a refused batch apart until the refused recipient stands alone', async () => {
		answer({ success: false, code: 9, error: [{ elementId: 'children[phoneNumbers].data', message: 'Not valid' }] }, 2);
		answer(success, 1);
		const { items } = await run(simulator, parameters, people(2), goOn);
		expect(simulator.requests).toHaveLength(3);
		expect(items.map(({ json }) => json.code ?? json.status)).toEqual(['9', 'waiting']);
		expect(items[0]?.json).toMatchObject({ status: 'notSent', error: `Not valid (${phoneNumber(0)})` });
	});

	it('sends to nobody again where one of several may be opted out, and says what makes it safe', async () => {
		answer({ success: false, code: 14, message: 'STOP' });
		const { items, error } = await run(simulator, parameters, people(2), goOn);
		expect(error).toBeUndefined();
		expect(simulator.requests).toHaveLength(1);
		expect(items.map(({ json }) => json)).toEqual(
			people(2).map((person) => ({
				error: 'Outcome unknown: the platform refused the request for several recipients (STOP) and does not say whether it had sent part of it',
				code: '14',
				description: expect.stringMatching(/not sent again.* Tag, and Recipients to Skip with Opted Out\.$/),
				phoneNumber: person.phoneNumber,
				status: 'unknown',
			})),
		);
	});

	it('does not take a batch apart over what its recipients share: sms-sondage-send.error-9', async () => {
		answer(fixture('sms-sondage-send.error-9'));
		const { items } = await run(simulator, parameters, people(2), goOn);
		expect(simulator.requests).toHaveLength(1);
		expect(items.map(({ json }) => json)).toEqual(
			people(2).map((person) => ({
				error: expect.stringContaining("Ce numero de telephone n'est pas valide (922264)"),
				code: '9',
				description: expect.stringContaining('Survey ID'),
				phoneNumber: person.phoneNumber,
				status: 'notSent',
			})),
		);
	});

	it('does not claim that all were taken when fewer were billed', async () => {
		answer({ ...success, nb_sms: 2 });
		const { items, hints } = await run(simulator, parameters, people(3));
		expect(items.map(({ json }) => [json.status, json.segments])).toEqual([['unknown', null], ['unknown', null], ['unknown', null]]);
		expect(hints.map(({ message }) => message)).toEqual([expect.stringMatching(/^3 unknown\./)]);
	});

	it('sends nothing again with Retry On Fail that went through, even if an expression reads differently then', async () => {
		answer(success);
		answer({ success: false, code: 11, message: 'Crédit insuffisant' }, 2);
		const fresh = { ...parameters, surveyId: '={{ $json.survey }}', options: { scheduledAt: '={{ $now.plus({ days: 1 + Math.random() * 300 }).toISO() }}' } };
		const { error } = await run(simulator, fresh, people(2).map((person, index) => ({ ...person, survey: `s${index}` })), { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 });
		expect(error?.message).toContain('Crédit insuffisant');
		const [accepted, ...refused] = simulator.requests.map(({ body }) => (isRecord(body) ? body.sondageIdent : undefined));
		expect(refused).toHaveLength(2);
		expect(refused).not.toContain(accepted);
	});

	itFailsWell(() => simulator, {
		parameters: { ...parameters, to: '0612345678' },
		effect: 'write',
		success,
		sends: 'sent',
		required: { to: /There is no recipient/, surveyId: /Survey ID is empty/ },
		refusals: { 1: /Select the credential/, 2: /Fill in To/, 9: /Survey ID/, 10: /API key is not accepted/, 11: /not enough credit/, 14: /opt-out/, 50: /500/ },
	});
});
