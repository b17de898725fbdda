import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startSimulator, type Simulator } from '../simulator';
import { run } from './support/campaign';
import { campaignParameters, people, sendParameters } from './support/parameters';

/** 2099-10-25 is the last Sunday of an October, and 2099-03-29 of a March. */
const TWICE = '2099-10-25T02:30';
const NEVER = '2099-03-29T02:30';

const to = '={{ $json.phoneNumber }}';
const audioFile = { __rl: true, mode: 'id', value: '={{ $json.token }}' };
const sms = { scheduledDeliveryDate: '25/10/2099', time: 3, minute: 0 };
const voice = { scheduledDate: '2099-10-25 03:00:00' };

const kinds: Array<[name: string, parameters: INodeParameters, leaves: IDataObject]> = [
	['SMS', sendParameters, sms],
	['a campaign', campaignParameters, sms],
	['a survey', { resource: 'sms', operation: 'sendSurvey', to, surveyId: 'abc123' }, sms],
	['RCS', { resource: 'rcs', operation: 'send', to, content: 'text', text: 'Hello', suggestions: {}, failover: {} }, sms],
	['a voice SMS', { resource: 'voice', operation: 'sendSms', to, content: 'text', text: 'Hello', language: 'en' }, voice],
	['a voicemail', { resource: 'voice', operation: 'depositVoicemail', to, audioFile, emailForNotification: 'name@example.com' }, voice],
];

describe.each(kinds)('%s that is scheduled when the clocks change', (_name, parameters, leaves) => {
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator({ automaticReports: false });
	});
	beforeEach(() => simulator.reset());
	afterAll(async () => simulator.stop());

	const scheduled = async (scheduledAt: string) => {
		const { token } = simulator.addAudioFile({ name: 'Autumn sale', size: '1.5Mo', duration: '1:05' });
		const { items, hints, error } = await run(simulator, { ...parameters, options: { scheduledAt } }, people(1).map((person) => ({ ...person, token })));
		return { item: items[0]?.json, hints: hints.map(({ message }) => message), error };
	};

	it.each([TWICE, `${TWICE}+02:00`, `${TWICE}+01:00`, '2099-10-25T01:58:00+02:00'])('leaves at the first time that can be told for %s, and says so', async (scheduledAt) => {
		const { item, hints } = await scheduled(scheduledAt);
		expect(simulator.requests).toEqual([expect.objectContaining({ body: expect.objectContaining(leaves) })]);
		expect(item?.scheduledAt).toBe('2099-10-25T03:00:00+01:00');
		expect(hints).toContainEqual(expect.stringMatching(/^Scheduled At was moved to 2099-10-25T03:00:00\+01:00: the hour before comes twice/));
		for (const hint of hints) expect(hint.length).toBeLessThanOrEqual(120);
	});

	it('says nothing of it before and after that hour', async () => {
		for (const scheduledAt of ['2099-10-25T01:55:00+02:00', '2099-10-25T03:00:00+01:00']) {
			const { item, hints } = await scheduled(scheduledAt);
			expect(item?.scheduledAt).toBe(scheduledAt);
			expect(hints.filter((hint) => hint.startsWith('Scheduled At was'))).toEqual([]);
		}
	});

	it('is refused at a time that does not exist, and nothing leaves', async () => {
		const { error } = await scheduled(NEVER);
		expect(error).toMatchObject({ message: expect.stringContaining('does not exist in'), description: expect.stringContaining('an hour earlier or later') });
		expect(simulator.requests).toHaveLength(0);
	});
});
