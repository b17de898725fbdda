import { call, codeOf, postVoice } from './helpers';
import { startSimulator, type Simulator } from '../index';
import { RateLimits } from '../rateLimits';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ behaviour: { unknownRoutes: ['GET /me'] } });
});
beforeEach(() => simulator.reset());
afterAll(async () => await simulator.stop());

it('can lack a route, until told otherwise', async () => {
	const { status, headers } = await call(simulator, 'GET /me');
	expect([status, headers['content-type']]).toEqual([404, expect.stringContaining('text/html')]);
	expect(simulator.requests).toEqual([expect.objectContaining({ path: '/me', status: 404, keyPlacement: 'query' })]);
	simulator.behaviour.unknownRoutes = ['GET /stop-sms/list'];
	expect(await codeOf(simulator, 'GET /me')).toBe(200);
	expect((await call(simulator, 'GET /stop-sms/list')).status).toBe(404);
	simulator.reset();
	expect((await call(simulator, 'GET /me')).status).toBe(404);
});

it('forgets what the account holds at a reset', async () => {
	const { groupId } = simulator.addGroup('Spring');
	simulator.addContact(groupId, '0612345678');
	simulator.addSubaccount();
	simulator.addAudioFile();
	simulator.addVirtualNumber('33700000002');
	simulator.authorizeVoiceSender('0612345678');
	simulator.optOut('0698765432');
	simulator.setVoiceBalance(1);
	simulator.setStatistics('2021-10', { cost: 1, sent: 1 });
	simulator.setRentalVolume('60200', 1);
	simulator.setNumberCheck('0612345678', { ported: false });
	simulator.behaviour.contactsPerPage = 500;
	await call(simulator, 'POST /hlr/notify', { phoneNumbers: '+33612345678' });
	await postVoice(simulator, '/tts/send', { phoneNumbers: '0612345678', text: 'm' });
	const parameters = { sexe: 'm', minAge: 20, maxAge: 30, interest: 14, zipcode: '60200' };
	await call(simulator, 'POST /location/optin', { op: 'rent', parameters });
	expect([simulator.numberChecks.length, simulator.voiceCampaigns.length, simulator.rentals.length]).toEqual([1, 1, 1]);

	simulator.reset();
	const fresh = await startSimulator();
	const readable = ({ url: _url, smsBaseUrl: _sms, voiceBaseUrl: _voice, behaviour, ...rest }: Simulator) =>
		JSON.parse(JSON.stringify({ ...rest, behaviour: { ...behaviour, unknownRoutes: [] } }));
	expect(readable(simulator)).toEqual(readable(fresh));
	const { data } = await call(simulator, 'POST /location/optin', { op: 'calcul', parameters });
	expect(data.cost.quantity).toBe(266);
	await fresh.stop();
});

describe('rate limits', () => {
	const at = (seconds: number) => new Date(seconds * 1000);

	it('count over the time just gone by, each endpoint apart', () => {
		const limits = new RateLimits();
		const two = { requests: 2, seconds: 60 };
		expect(limits.take('a', two, at(0))).toEqual({ allowed: true, remaining: 1, resetsAt: 60 });
		expect(limits.take('a', two, at(30))).toEqual({ allowed: true, remaining: 0, resetsAt: 60 });
		expect(limits.take('a', two, at(59))).toMatchObject({ allowed: false, remaining: 0 });
		expect(limits.take('b', two, at(59)).allowed).toBe(true);
		expect(limits.take('a', two, at(60))).toEqual({ allowed: true, remaining: 0, resetsAt: 90 });
		expect(limits.take('a', two, at(61)).allowed).toBe(false);
		limits.clear();
		expect(limits.take('a', two, at(61)).remaining).toBe(1);
	});
});
