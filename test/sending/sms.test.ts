import { checkContent } from '../../nodes/SmsPartner/sending/sms';
import { plainSettings } from './messages';

describe('checkContent', () => {
	it('measures the text, and takes the guards from the settings', () => {
		expect(checkContent('Hi', plainSettings)).toEqual({
			ok: true,
			value: { text: 'Hi', size: expect.objectContaining({ characters: 2, segments: 1 }), settings: plainSettings, guards: plainSettings.guards },
		});
	});

	it.each(['', 'x'.repeat(1531)])('refuses the text %.5j', (text) => {
		expect(checkContent(text, plainSettings)).toMatchObject({ ok: false, message: expect.stringContaining('"Message"') });
	});
});
