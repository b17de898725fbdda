import { checkTargeting } from '../../../nodes/SmsPartner/resources/contactRental/targeting';
import { fixture } from '../../fixtures';

const given = {
	gender: 'everyone',
	minAge: 25,
	maxAge: 35,
	interest: '14',
	areas: { area: [{ area: '60200', volume: 20 }] },
	options: { subInterest: '35' },
};
const check = (changes: Record<string, unknown> = {}) => checkTargeting((name) => ({ ...given, ...changes })[name as keyof typeof given]);

describe('checkTargeting', () => {
	it('writes a targeting as the sample does', () => {
		const { parameters, volumes } = fixture('sms-location-optin.request');
		expect(check()).toEqual({ ok: true, value: { parameters, volumes, unlimited: [] } });
	});

	it.each([
		['men', 'h'],
		['women', 'f'],
	])('writes %s as %s', (gender, sexe) => {
		expect(check({ gender })).toMatchObject({ value: { parameters: { sexe } } });
	});

	it.each([
		['higher', 102],
		['lower', 103],
	])('writes the %s social category as %i', (socialCategory, category) => {
		expect(check({ options: { socialCategory } })).toMatchObject({ value: { parameters: { category } } });
	});

	it('tells ZIP codes from departments, and areas with a volume from those without', () => {
		const areas = { area: [{ area: '02200', volume: 5 }, { area: ' 60 ', volume: 0 }, { area: '2a', volume: '7' }, { area: '75001' }, { area: '971', volume: '' }] };
		expect(check({ areas })).toMatchObject({
			value: { parameters: { zipcode: '02200,75001', department: '60,2A,971' }, volumes: { '02200': 5, '2A': 7 }, unlimited: ['60', '75001', '971'] },
		});
	});

	it('leaves out what is not given', () => {
		expect(check({ areas: {}, options: {} })).toEqual({ ok: true, value: { parameters: { sexe: 'm', minAge: '25', maxAge: '35', interest: 14 }, volumes: {}, unlimited: [] } });
	});

	it.each([
		[{ gender: 'x' }, /"Gender" is none/],
		[{ options: { subInterest: undefined } }, /"Sub-Interest ID" is empty/],
		[{ options: { socialCategory: null } }, /"Social Category" is empty/],
		[{ areas: { area: undefined } }, /"Areas" cannot be read/],
		[{ areas: { area: [{ area: '60200', volume: null }] } }, /"Volume of the area 60200" is empty/],
		[{ gender: 'constructor' }, /"Gender" is none/],
		[{ minAge: 17 }, /"Minimum Age" must be from 18 to 98/],
		[{ minAge: '' }, /"Minimum Age"/],
		[{ maxAge: 99 }, /"Maximum Age" must be from 18 to 98/],
		[{ minAge: 30.5 }, /"Minimum Age"/],
		[{ minAge: 36 }, /"Minimum Age" \(36\) is above "Maximum Age" \(35\)/],
		[{ interest: '' }, /"Interest ID" must be the number/],
		[{ interest: 'home' }, /"Interest ID" must be the number/],
		[{ options: { subInterest: -1 } }, /"Sub-Interest ID" must be the number/],
		[{ options: { socialCategory: 'middle' } }, /"Social Category" is none/],
		[{ areas: { area: [{ area: 2200, volume: 1 }] } }, /"2200" is neither a ZIP code nor a department/],
		[{ areas: { area: [{ area: '', volume: 1 }] } }, /"" is neither/],
		[{ areas: { area: [{ area: '60', volume: -1 }] } }, /volume of the area 60 must be a whole number/],
		[{ areas: { area: [{ area: '60', volume: 1.5 }] } }, /volume of the area 60/],
		[{ areas: { area: [{ area: '2A', volume: 1 }, { area: '2a', volume: 2 }] } }, /area 2A is listed twice/],
	])('refuses %j', (changes, message) => {
		expect(check(changes)).toMatchObject({ ok: false, message: expect.stringMatching(message), description: expect.stringMatching(/\.$/) });
	});
});
