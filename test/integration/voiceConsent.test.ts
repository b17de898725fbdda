import type { INodeParameters } from 'n8n-workflow';

import { startSimulator, type Simulator } from '../simulator';
import { run } from './support/campaign';
import { people } from './support/parameters';

const consent = /^Canvassing calls need prior consent in France: .* since 11 August 2026\.$/;

describe.each<[string, INodeParameters]>([
	['a voice SMS', { resource: 'voice', operation: 'sendSms', content: 'text', text: 'Hello', language: 'fr' }],
	['a voicemail', { resource: 'voice', operation: 'depositVoicemail', emailForNotification: 'name@example.com' }],
])('%s', (_what, operation) => {
	let simulator: Simulator;
	let parameters: INodeParameters;

	beforeAll(async () => {
		simulator = await startSimulator({ automaticReports: false });
	});
	beforeEach(() => {
		simulator.reset();
		simulator.setVoiceBalance(1000);
		const audioFile = { __rl: true, mode: 'id', value: simulator.addAudioFile().token };
		parameters = { ...operation, audioFile, to: '={{ $json.phoneNumber }}', options: {} };
	});
	afterAll(async () => simulator.stop());

	const hintsTo = async (to: INodeParameters['to'], items = people(1)) => (await run(simulator, { ...parameters, to }, items)).hints.map(({ message }) => message);
	const numbers = (count: number) => people(count).map((person) => person.phoneNumber).join(', ');

	it('to ten people tells beside the output that canvassing needs their consent', async () => {
		const messages = await hintsTo('={{ $json.phoneNumber }}', people(10));
		expect(messages).toEqual([expect.stringMatching(consent), expect.stringMatching(/^10 sent\. /)]);
		expect(messages.filter((message) => message.length > 120)).toEqual([]);
		expect(await hintsTo(numbers(10))).toContainEqual(expect.stringMatching(consent));
	});

	it('to nine, or to one person in ten items, does not', async () => {
		expect(await hintsTo(numbers(9))).toEqual([expect.stringMatching(/^9 sent\. /)]);
		expect(await hintsTo('0612345678', people(10))).toEqual([expect.stringMatching(/^10 sent\. /)]);
	});
});
