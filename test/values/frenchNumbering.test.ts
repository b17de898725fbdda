import { COUNTRIES } from '../../nodes/SmsPartner/values/countries';
import { callingCodeOf } from '../../nodes/SmsPartner/values/frenchNumbering';

test.each<[string, string, string | undefined]>([
	['FR', '612345678', '33'],
	['FR', '692123456', '262'],
	['RE', '692123456', '262'],
	['FR', '639123456', '262'],
	['FR', '639980001', '33'],
	['RE', '696123456', '596'],
	['RE', '612345678', '33'],
	['RE', '262123456', '262'],
	['FR', '12345678', undefined],
	['BE', '470123456', '32'],
	['BE', '692', undefined],
])('dialled in %s, %s has the calling code %s', (iso, national, expected) => {
	const country = COUNTRIES.get(iso);
	expect(country && callingCodeOf(national, country)).toBe(expected);
});
