import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { fixture } from '../fixtures';
import { startSimulator, type Simulator } from '../simulator';
import { run } from './support/campaign';
import { itFailsWell } from './support/commonFailures';
import { goOn } from './support/parameters';
import { expectSchema } from './support/schema';

describe('virtualNumber.setCallForwarding', () => {
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator({ automaticReports: false });
	});
	beforeEach(() => simulator.reset());
	afterAll(async () => simulator.stop());

	const forward: INodeParameters = { resource: 'virtualNumber', operation: 'setCallForwarding', virtualNumber: '+33644000000', forwarding: 'forward', forwardTo: '+33612345678' };
	const voicemail: INodeParameters = { ...forward, forwarding: 'voicemail', notifyEmail: 'name@example.com' };
	const success = fixture('sms-callforward.success');

	it.each<[string, INodeParameters, IDataObject, IDataObject]>([
		['forward', { ...forward, forwardTo: '06 12 34 56 78' }, { type: 1, param: '+33612345678' }, { forwardTo: '+33612345678', notifyEmail: null }],
		['voicemail', voicemail, { type: 2, param: 'name@example.com' }, { forwardTo: null, notifyEmail: 'name@example.com' }],
		['off', { ...forward, forwarding: 'off' }, { type: 0, param: '' }, { forwardTo: null, notifyEmail: null }],
	])('sets %s', async (forwarding, parameters, asked, seen) => {
		simulator.faults.add({ kind: 'body', status: 200, body: success, accept: false });
		const { items } = await run(simulator, parameters);
		expect(simulator.requests).toEqual([expect.objectContaining({ method: 'POST', path: '/vn/callforward', body: { number: '33644000000', ...asked } })]);
		expect(items).toEqual([{ json: { virtualNumber: '+33644000000', forwarding, ...seen }, pairedItem: { item: 0 } }]);
	});

	it('changes what calls meet on the platform, and says when nothing was to be changed', async () => {
		const own = { ...forward, virtualNumber: '+33700000001' };
		const set = async (parameters: INodeParameters) => (await run(simulator, parameters, [{}], goOn)).items.map(({ json }) => json);
		const done = [...(await set(own)), ...(await set({ ...own, forwarding: 'voicemail', notifyEmail: 'name@example.com' })), ...(await set({ ...own, forwarding: 'off' }))];
		expect(done.map(({ forwarding }) => forwarding)).toEqual(['forward', 'voicemail', 'off']);
		expectSchema('virtualNumber', 'setCallForwarding', done);
		expect(await set({ ...own, forwarding: 'off' })).toEqual([expect.objectContaining({ code: '18', description: expect.stringContaining('already off') })]);
		await set(own);
		expect(simulator.virtualNumbers).toEqual([expect.objectContaining({ number: '33700000001', forwarding: 'number', target: '+33612345678' })]);
		expect(await set(forward)).toEqual([expect.objectContaining({ code: '13', description: expect.stringContaining('no such virtual number') })]);
	});

	it('explains both meanings that code 5 is documented with', async () => {
		const { message } = fixture('sms-callforward.error-5');
		simulator.faults.add({ kind: 'body', status: 400, body: fixture('sms-callforward.error-5'), accept: false });
		const { error } = await run(simulator, voicemail);
		expect(error).toMatchObject({ message, description: expect.stringMatching(/virtual number is missing.*e-mail address is not valid/) });
	});

	it.each([
		[{ ...forward, virtualNumber: '12' }, /^Virtual Number: "12"/],
		[{ ...forward, forwardTo: '12' }, /^Forward To: "12"/],
		[{ ...voicemail, notifyEmail: 'name' }, /^"Notify Email" is not an e-mail address: "name"/],
		[{ ...forward, forwarding: 'busy' }, /^"Forwarding" is none of the known types/],
	])('refuses %j before anything is sent', async (parameters, said) => {
		expect((await run(simulator, parameters)).error?.message).toMatch(said);
		expect(simulator.requests).toHaveLength(0);
	});

	itFailsWell(() => simulator, {
		parameters: forward,
		effect: 'write',
		success,
		required: { virtualNumber: /^Virtual Number: The phone number is empty/, forwardTo: /^Forward To: The phone number is empty/ },
		refusals: {
			1: /Check Virtual Number/,
			6: /type of forwarding is missing/,
			7: /Off, Forward or Voicemail/,
			8: /Forward To or Notify Email/,
			9: /Correct Notify Email/,
			10: /API key is not accepted/,
			11: /not enough credit/,
			12: /Check Forward To/,
			13: /no such virtual number/,
			14: /not enabled/,
			15: /disabled/,
			16: /already forwarded/,
			17: /Voicemail is already on/,
			18: /already off/,
		},
	});

	describe('to voicemail', () => {
		itFailsWell(() => simulator, { parameters: voicemail, effect: 'write', success, required: { notifyEmail: /"Notify Email" is empty/ }, refusals: {} });
	});
});
