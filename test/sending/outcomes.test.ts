import { readOutcomes } from '../../nodes/SmsPartner/sending/outcomes';
import { fixture } from '../fixtures';
import { messagesWith } from './messages';

const [first, second] = messagesWith(['a', 'b']);
if (!first || !second) throw new Error('two messages expected');
const one = { ...first, phoneNumber: '+33612345671' };
const two = { ...second, phoneNumber: '+33612345672' };
/** The same text as `one` has: together they go out by /send. */
const same = { ...two, text: one.text };

describe('readOutcomes', () => {
	it.each(['sms-send.success', 'sms-send.success.scheduled', 'sms-vn-send.success'])('reads %s', (name) => {
		const body = fixture(name);
		expect(readOutcomes([one], body).get(one)).toEqual({
			ok: true,
			json: expect.objectContaining({ messageId: String(body.message_id), segments: 1, cost: body.cost, currency: 'EUR', status: 'waiting' }),
		});
	});

	it('shares the totals of /send among its recipients', () => {
		const outcomes = readOutcomes([one, same], { success: true, message_id: 5, nb_sms: 4, cost: 0.152, currency: 'EUR' });
		expect(outcomes.get(same)).toMatchObject({ json: { messageId: '5', segments: 2, cost: 0.076 } });
	});

	it('counts locally where the total does not divide', () => {
		expect(readOutcomes([one, same], { message_id: 5, nb_sms: 1 }).get(same)).toMatchObject({ json: { segments: 1, cost: null } });
	});

	it('does not claim that all went out when the platform counts fewer SMS than recipients', () => {
		const [third] = messagesWith([one.text]);
		if (!third) throw new Error('a third message expected');
		const three = { ...third, phoneNumber: '+33612345673' };
		const statusFor = (nb_sms: number) => {
			const outcome = readOutcomes([one, same, three], { message_id: 5, nb_sms }).get(three);
			return outcome?.ok ? outcome.json.status : undefined;
		};
		expect(statusFor(2)).toBe('unknown');
		expect(statusFor(3)).toBe('waiting');
		expect(statusFor(1)).toBe('unknown');
		expect(statusFor(4)).toBe('unknown');
		expect(statusFor(6)).toBe('waiting');
	});

	it('reads sms-bulk-send.success, whose masked numbers leave only the order to go by', () => {
		const outcomes = readOutcomes([one, two], fixture('sms-bulk-send.success'));
		expect([...outcomes.values()]).toEqual(
			[0.038, 0.038].map((cost) => ({ ok: true, json: expect.objectContaining({ messageId: '2254444', segments: 1, cost, currency: 'EUR' }) })),
		);
	});

	const entry = (phoneNumber: string, facts = {}) => ({ success: true, code: 200, nbSms: 1, cost: 0.05, phoneNumber, ...facts });

	it('matches listed recipients by number, whatever their order', () => {
		const list = [entry(two.phoneNumber, { cost: 0.2 }), entry(one.phoneNumber, { cost: 0.1 })];
		const outcomes = readOutcomes([one, two], { message_id: 1, SMSResponse_List: list });
		expect(outcomes.get(one)).toMatchObject({ json: { cost: 0.1 } });
		expect(outcomes.get(two)).toMatchObject({ json: { cost: 0.2 } });
	});

	it('sees a recipient that was refused inside a success', () => {
		const list = [entry(one.phoneNumber), entry(two.phoneNumber, { success: false, code: 14, message: 'In the STOP list' })];
		const outcomes = readOutcomes([one, two], { success: true, message_id: 1, SMSResponse_List: list });
		expect(outcomes.get(one)).toMatchObject({ ok: true });
		expect(outcomes.get(two)).toMatchObject({
			ok: false,
			failure: { kind: 'refused', code: '14', message: 'In the STOP list', description: expect.stringContaining('opt-out') },
		});
	});

	it('claims nothing for a recipient that the answer does not list', () => {
		const outcomes = readOutcomes([one, two], { success: true, message_id: 1, SMSResponse_List: [entry(one.phoneNumber)] });
		expect(outcomes.get(two)).toMatchObject({ ok: false, failure: { kind: 'unknown', message: expect.stringContaining(two.phoneNumber) } });
	});

	it('reads a list that PHP wrote as an object', () => {
		const list = { 0: entry(one.phoneNumber), 2: entry(two.phoneNumber, { success: false, code: 14 }) };
		const outcomes = readOutcomes([one, two], { success: true, message_id: 1, SMSResponse_List: list });
		expect(outcomes.get(one)).toMatchObject({ ok: true, json: { cost: 0.05 } });
		expect(outcomes.get(two)).toMatchObject({ ok: false, failure: { code: '14' } });
	});

	it.each([{}, { SMSResponse_List: [] }, { SMSResponse_List: null }, { SMSResponse_List: 'none' }, { nbSMS: 2 }])(
		'claims nothing when each had a text of its own and the answer only holds %j',
		(facts) => {
			const outcomes = readOutcomes([one, two], { success: true, message_id: 1, ...facts });
			expect([...outcomes.values()]).toEqual(Array(2).fill({ ok: false, failure: expect.objectContaining({ kind: 'unknown', code: 'NOT_LISTED' }) }));
		},
	);
});
