import { checkEmail } from '../../nodes/SmsPartner/values/email';

describe('checkEmail', () => {
	it.each(['name@example.com', ' a.b+c@sub.example.co.uk ', 'é@exemple.fr'])('takes %j', (email) => {
		expect(checkEmail(email, 'Email')).toEqual({ ok: true, value: email.trim() });
	});

	it.each(['name', 'name@example', 'a@b@c.fr', 'a b@c.fr', 'a@c.fr, b@c.fr', 'A <a@c.fr>', '@c.fr', 'a@c.', 12])('refuses %j by name', (email) => {
		expect(checkEmail(email, 'Email')).toMatchObject({ ok: false, message: `"Email" is not an e-mail address: "${email}"`, description: expect.stringContaining('name@example.com') });
	});

	it.each(['', '  ', undefined, null, {}])('says that %j is empty', (email) => {
		expect(checkEmail(email, 'Notify Email')).toMatchObject({ ok: false, message: '"Notify Email" is empty' });
	});
});
