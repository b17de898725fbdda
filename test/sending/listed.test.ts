import type { Endpoint } from '../../nodes/SmsPartner/api/endpoint';
import { readListed } from '../../nodes/SmsPartner/sending/listed';

const endpoint: Endpoint = { api: 'sms', method: 'POST', path: '/many', effect: 'write', codes: { 15: 'fifteen' } };
const one = { itemIndex: 0, phoneNumber: '+33612345671' };
const two = { itemIndex: 1, phoneNumber: '+33612345672' };

const read = (entries: Array<Record<string, unknown>>) =>
	readListed([one, two], entries, endpoint, ({ itemIndex }, { id }) => ({ itemIndex, id: String(id) }));

describe('readListed', () => {
	it('matches entries by number in any of its spellings, whatever their order', () => {
		const outcomes = read([{ phoneNumber: '0612345672', success: true, id: 2 }, { phoneNumber: 33612345671, code: 200, id: 1 }]);
		expect(outcomes.get(one)).toEqual({ ok: true, json: { itemIndex: 0, id: '1' } });
		expect(outcomes.get(two)).toEqual({ ok: true, json: { itemIndex: 1, id: '2' } });
	});

	it('goes by the order when as many entries have no readable number', () => {
		expect([...read([{ id: 1 }, { id: 2 }]).values()]).toEqual([1, 2].map((id) => ({ ok: true, json: { itemIndex: id - 1, id: String(id) } })));
	});

	it.each([{ success: false, code: 15 }, { code: 15 }, { success: 0, code: '15' }, { error: 'Already there', code: 15 }])('takes %j for the refusal of one', (facts) => {
		const outcomes = read([{ phoneNumber: one.phoneNumber, message: 'Already there', ...facts }, { phoneNumber: two.phoneNumber, success: true }]);
		expect(outcomes.get(one)).toMatchObject({ ok: false, failure: { kind: 'refused', message: 'Already there', code: '15', description: 'fifteen' } });
		expect(outcomes.get(two)).toMatchObject({ ok: true });
	});

	it.each([{ error: 'no route' }, { errors: [{ message: 'no route' }] }])('takes %j for a refusal without a code', (facts) => {
		expect(read([{ phoneNumber: one.phoneNumber, ...facts }]).get(one)).toMatchObject({ ok: false, failure: { kind: 'refused', message: 'no route' } });
	});

	it.each([{ success: true, code: 15 }, { success: false, code: 200 }, { success: true, error: 'no' }, { status: 'ko' }, { message: 'no' }])(
		'neither claims nor repeats what it cannot tell from %j',
		(facts) => {
			const outcome = read([{ phoneNumber: one.phoneNumber, ...facts }]).get(one);
			expect(outcome).toMatchObject({ ok: false, failure: { kind: 'unknown', message: expect.stringContaining(one.phoneNumber) } });
		},
	);

	it.each([[true, false], [false, true]])('neither claims nor repeats whom it finds twice, with %s and then %s', (...answers) => {
		const outcomes = read([...answers.map((success) => ({ phoneNumber: one.phoneNumber, success })), { phoneNumber: two.phoneNumber, success: true }]);
		expect(outcomes.get(one)).toMatchObject({ ok: false, failure: { kind: 'unknown' } });
		expect(outcomes.get(two)).toMatchObject({ ok: true });
	});

	it.each([{ success: true, code: 200, error: null, message: 'Taken' }, { code: '200', errors: [] }, { error: false }])('takes %j for a yes', (facts) => {
		expect(read([{ phoneNumber: one.phoneNumber, ...facts }]).get(one)).toMatchObject({ ok: true });
	});

	it('claims nothing for one without an entry, unless it is told what that means', () => {
		const entries = [{ phoneNumber: one.phoneNumber, success: true }];
		expect(read(entries).get(two)).toMatchObject({ ok: false, failure: { kind: 'unknown', message: expect.stringContaining(two.phoneNumber) } });
		const told = readListed([one, two], entries, endpoint, () => ({}), ({ itemIndex }) => ({ ok: true, json: { itemIndex } }));
		expect(told.get(two)).toEqual({ ok: true, json: { itemIndex: 1 } });
	});
});
