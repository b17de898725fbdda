import { checkFlag } from '../../nodes/SmsPartner/values/flag';

const check = (options: Record<string, unknown>) => checkFlag(options, 'sandbox', 'Sandbox');

describe('checkFlag', () => {
	it.each([true, 'true', ' TRUE ', 1, '1'])('is on with %j', (sandbox) => {
		expect(check({ sandbox })).toEqual({ ok: true, value: true });
	});

	it.each([{}, { sandbox: false }, { sandbox: 'false' }, { sandbox: 0 }])('is off with %j', (options) => {
		expect(check(options)).toEqual({ ok: true, value: false });
	});

	it.each([undefined, null, '', 'oui', 2, {}])('refuses %j', (sandbox) => {
		expect(check({ sandbox })).toMatchObject({
			ok: false,
			message: '"Sandbox" is neither true nor false',
			description: expect.stringContaining('Use true or false'),
		});
	});
});
