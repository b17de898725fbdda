import { ended } from '../../nodes/SmsPartner/waiting/onlyOnce';

describe('what may happen once', () => {
	it('is claimed once, unless it did not happen', () => {
		expect([ended.claim('a'), ended.claim('a'), ended.has('a')]).toEqual([true, false, true]);
		ended.release('a');
		expect([ended.has('a'), ended.claim('a')]).toEqual([false, true]);
	});

	it('is forgotten when much else has happened since', () => {
		ended.claim('old');
		for (let index = 0; index < 10_000; index++) ended.claim(String(index));
		expect([ended.has('old'), ended.has('9999')]).toEqual([false, true]);
	});
});
