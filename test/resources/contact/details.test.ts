import { checkDetails, describeDetails, detailsIn } from '../../../nodes/SmsPartner/resources/contact/details';

const NEW_YORK = 'America/New_York';
const nothing = { firstName: null, lastName: null, birthDate: null, url: null, custom1: null, custom2: null, custom3: null, custom4: null };

describe('checkDetails', () => {
	it('names the details as the platform does', () => {
		const given = { firstName: ' Marie ', lastName: 'Bertrand', birthDate: '1990-05-31T00:00:00', url: 'https://a.example', custom1: 7, custom2: true, custom3: 'c', custom4: 'd' };
		expect(checkDetails(given, NEW_YORK, 'leaveOut')).toEqual({
			ok: true,
			value: { firstname: 'Marie', lastname: 'Bertrand', date: '1990-05-31', url: 'https://a.example', custom1: '7', custom2: 'true', custom3: 'c', custom4: 'd' },
		});
	});

	it('leaves out what is not given, and keeps an empty text where it empties the field', () => {
		const given = { firstName: '', lastName: ' ', birthDate: '', url: null, custom1: undefined, unknown: 'x' };
		expect(checkDetails(given, NEW_YORK, 'leaveOut')).toEqual({ ok: true, value: {} });
		const { url: _url, custom1: _custom1, ...texts } = given;
		expect(checkDetails(texts, NEW_YORK, 'keep')).toEqual({ ok: true, value: { firstname: '', lastname: '', date: '' } });
		expect(checkDetails(undefined, NEW_YORK, 'keep')).toEqual({ ok: true, value: {} });
	});

	it.each([{ url: null }, { url: undefined }])('does not silently leave as it is what is to change: %p', (given) => {
		expect(checkDetails(given, NEW_YORK, 'keep')).toMatchObject({ ok: false, message: '"URL" is empty' });
	});

	it.each([
		[{ firstName: 'x'.repeat(33) }, /"First Name" has 33 characters/],
		[{ lastName: 'x'.repeat(33) }, /"Last Name" has 33 characters/],
		[{ birthDate: '31/05/1990' }, /"Birth Date" is not a date/],
		[{ url: 'www.example.com' }, /"URL" is not a web address/],
		[{ custom3: { a: 1 } }, /"Custom 3" is neither text nor a number/],
	])('refuses %j', (given, message) => {
		expect(checkDetails(given, NEW_YORK, 'keep')).toEqual({ ok: false, message: expect.stringMatching(message), description: expect.stringMatching(/\w{3}.*\.$/) });
	});

	it('takes names of exactly 32 characters', () => {
		expect(checkDetails({ firstName: 'x'.repeat(32) }, NEW_YORK, 'keep')).toMatchObject({ ok: true });
	});
});

describe('describing details', () => {
	it('gives every detail its name, null where there is none', () => {
		expect(describeDetails({ firstname: 'Marie', date: '12-06-2020', lastname: '' })).toEqual({ ...nothing, firstName: 'Marie', birthDate: '2020-06-12' });
	});

	it('names only what was sent', () => {
		expect(detailsIn({ firstname: 'Marie', date: '', contactId: '5' })).toEqual(['firstName', 'birthDate']);
	});
});
