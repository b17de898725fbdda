import type { INodeParameters } from 'n8n-workflow';

import { startSimulator, type Simulator } from '../simulator';
import { run } from './support/campaign';
import { campaignParameters, people, sendParameters } from './support/parameters';

const rcs: INodeParameters = { resource: 'rcs', operation: 'send', to: '={{ $json.phoneNumber }}', content: 'text', text: 'Hello', suggestions: {}, failover: {}, options: {} };
const audioFile = { __rl: true, mode: 'list', value: 'token1' };
const voicemail: INodeParameters = { resource: 'voice', operation: 'depositVoicemail', to: '={{ $json.phoneNumber }}', audioFile, emailForNotification: 'name@example.com', options: {} };
const voiceSms: INodeParameters = { resource: 'voice', operation: 'sendSms', to: '={{ $json.phoneNumber }}', content: 'text', text: 'Hello', language: 'en', options: {} };

describe('what people see as the sender', () => {
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator({ automaticReports: false });
	});
	beforeEach(() => simulator.reset());
	afterAll(async () => simulator.stop());

	const sent = async (parameters: INodeParameters, count = 1) => {
		const { hints, error } = await run(simulator, parameters, people(count));
		for (const { message } of hints) expect(message.length).toBeLessThanOrEqual(120);
		return { hints: hints.map(({ message }) => message), error, request: simulator.requests[0]?.body };
	};

	it.each(['Info RDV', 'Colis', 'ALERTE', 'My Shop'])('sends from %s, and says that operators may not show it', async (sender) => {
		const { hints, request } = await sent({ ...sendParameters, options: { sender } });
		expect(request).toMatchObject({ sender });
		expect(hints).toEqual([expect.stringContaining(`may replace or block "${sender}"`), expect.stringMatching(/^1 sent/)]);
	});

	it('says it of the SMS that stands in for RCS', async () => {
		const { hints } = await sent({ ...rcs, failover: { sender: 'Banque', message: 'Hello' } });
		expect(hints).toEqual([expect.stringContaining('may replace or block "Banque"'), expect.stringMatching(/^1 sent/)]);
	});

	it('says nothing of the name of a brand', async () => {
		expect((await sent({ ...sendParameters, options: { sender: 'MyShop' } })).hints).toEqual([expect.stringMatching(/^1 sent/)]);
	});

	it.each([
		{ ...sendParameters, options: { sender: '36111' } },
		{ ...sendParameters, options: { sender: '06 12 34 56' } },
		{ ...rcs, failover: { sender: '0612345678', message: 'Hello' } },
	])('refuses a sender of digits, and asks for nothing', async (parameters) => {
		const { error } = await sent(parameters);
		expect(error).toMatchObject({ message: expect.stringContaining('"Sender" holds no letter'), description: expect.stringContaining('name of your brand') });
		expect(simulator.requests).toHaveLength(0);
	});

	it('says that a campaign is not for a French mobile number', async () => {
		const { hints } = await sent({ ...campaignParameters, sendFrom: 'virtualNumber', virtualNumber: '+33644000000' }, 10);
		expect(hints).toContainEqual(expect.stringContaining('+336 and +337 numbers are not for automated sending'));
	});

	it.each([
		['+33 (0)6 12 34 56 78', '+33612345678'],
		['0612345678.0', '0612345678'],
		['06 12 34 56 78', '0612345678'],
		['0033612345678', '+33612345678'],
		[612345678, '0612345678'],
	])('shows the number to call back that was checked: %j', async (sender, leaves) => {
		simulator.authorizeVoiceSender('0612345678');
		const { token } = simulator.addAudioFile({ name: 'Autumn sale', size: '1.5Mo', duration: '1:05' });
		const { error, request } = await sent({ ...voicemail, audioFile: { ...audioFile, value: token }, options: { sender } });
		expect(request).toMatchObject({ sender: leaves });
		expect(error).toBeUndefined();
	});

	const url = 'https://n8n.example.com/webhook/{{$json.id}}/x';
	it.each<[string, INodeParameters]>([
		['Delivery Report URL', { ...sendParameters, options: { deliveryReportUrl: url } }],
		['Reply URL', { ...sendParameters, options: { replyUrl: url } }],
		['File URL', { ...rcs, content: 'file', fileUrl: url }],
		['Notify URL', { ...voicemail, options: { notifyUrl: url } }],
		['Notify URL', { ...voiceSms, options: { notifyUrl: url } }],
		['Notify URL', { resource: 'phoneNumber', operation: 'verifyNetwork', phoneNumber: '={{ $json.phoneNumber }}', options: { notifyUrl: url } }],
		['URL', { resource: 'contact', operation: 'update', contactId: '77', updateFields: { url }, options: {} }],
	])('refuses a %s with an expression that nothing evaluates', async (label, parameters) => {
		const { error } = await sent(parameters);
		expect(error).toMatchObject({ message: expect.stringMatching(new RegExp(`"${label}" holds an expression that is not evaluated|${label} would be sent with the literal text`)), description: expect.stringMatching(/from Fixed to Expression|public address/) });
		expect(simulator.requests).toHaveLength(0);
	});
});
