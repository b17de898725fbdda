import { hintsFor } from '../../../nodes/SmsPartner/resources/sms/sendHints';
import { checkSettings } from '../../../nodes/SmsPartner/sending/settings';
import { checkContent, type Sms } from '../../../nodes/SmsPartner/sending/sms';

const noon = new Date('2026-11-23T12:00:00+01:00');
const night = new Date('2026-11-21T21:00:00+01:00');

function messages(text: string, options: Record<string, unknown> = {}, count = 1, virtualNumber?: string): Sms[] {
	const sendFrom = virtualNumber === undefined ? 'senderName' : 'virtualNumber';
	const settings = checkSettings({ sendFrom, virtualNumber, options }, { timezone: 'Europe/Paris', now: noon });
	if (!settings.ok) throw new Error(settings.message);
	const content = checkContent(text, settings.value);
	if (!content.ok) throw new Error(content.message);
	return Array.from({ length: count }, (_, itemIndex) => ({ itemIndex, phoneNumber: `+336${String(itemIndex).padStart(8, '0')}`, ...content.value }));
}

function texts(sms: Sms[], now = noon): string[] {
	const hints = hintsFor(sms, now).map(({ message }) => message);
	for (const hint of hints) expect(hint.length).toBeLessThanOrEqual(120);
	return hints;
}

describe('hintsFor', () => {
	it('has nothing to say of a short text', () => {
		expect(texts(messages('Your table is ready', { sender: 'MyShop' }), night)).toEqual([]);
	});

	it('tells of several segments', () => {
		expect(texts([...messages('Hello'), ...messages('x'.repeat(200))])).toEqual(['1 of 2 texts need more than one SMS (up to 2), and each is billed.']);
	});

	it('tells which characters are lost', () => {
		expect(texts(messages('Ready 🎉'))).toEqual([expect.stringContaining('🎉')]);
	});

	it('names what cannot be seen, and no letter beside it', () => {
		expect(texts(messages('Zo\u2800\u00e9 \ue000'))).toEqual(['May not arrive as written without the Unicode option: U+2800, U+E000']);
	});

	it('tells what leaves as its plain equal, and what is left out', () => {
		const written = 'Œuvre… l\u200béquipe — ok\ufeff';
		expect(texts([...messages(written), ...messages(written)])).toEqual([
			'Sent as plain characters: Œ as OE, … as ..., — as -',
			'Left out of the texts, since it cannot be seen or sent: U+200B, U+FEFF',
		]);
		expect(texts(messages(written, { unicode: true }))).toEqual(['Left out of the texts, since it cannot be seen or sent: U+200B, U+FEFF']);
	});

	it('has nothing to say of ordinary French: its spaces, and what the platform replaces', () => {
		expect(texts(messages('L’hôtel est prêt\u00a0: 25\u202f€ «\u00a0à bientôt\u00a0»\n'))).toEqual([]);
		expect(texts(messages('e\u0301te\u0301'))).toEqual([]);
	});

	it('tells of HTML entities', () => {
		expect(texts([...messages('L&#039;&eacute;quipe'), ...messages('Tom & Jerry')])).toEqual([expect.stringMatching(/^1 of 2 texts hold HTML entities such as &amp;#039;/)]);
	});

	it('tells when marketing SMS leave that quiet hours hold', () => {
		const held = 'Quiet hours: SMS Partner holds marketing SMS until 2026-11-23T08:00:00+01:00.';
		expect(texts(messages('-20 % on Friday', { stopNotice: true }), night)).toEqual([held]);
		expect(texts(messages('-20 % on Friday, STOP: 36111'), night)).toEqual([held]);
		expect(texts(messages('-20 % on Friday', { stopNotice: true }), noon)).toEqual([]);
	});

	it('takes the time of departure when there is one', () => {
		expect(texts(messages('-20 % on Friday', { stopNotice: true, scheduledAt: '2026-11-24T12:00' }), night)).toEqual([]);
		expect(texts(messages('-20 % on Friday', { stopNotice: true, scheduledAt: '2026-11-24T21:00' }), noon)).toEqual([expect.stringContaining('2026-11-25T08:00')]);
	});

	it('asks for a STOP notice when a sender name writes to many', () => {
		const missing = [expect.stringContaining('turn on the option STOP Notice')];
		expect(texts(messages('-20 % on Friday', { sender: 'MyShop' }, 10))).toEqual(missing);
		expect(texts(messages('-20 % on Friday', { sender: 'MyShop' }, 9))).toEqual([]);
		expect(texts(messages('-20 % on Friday', { sender: 'MyShop', stopNotice: true }, 10))).toEqual([]);
		expect(texts(messages('-20 % on Friday NoPub=STOP', { sender: 'MyShop' }, 10))).toEqual([]);
		expect(texts(messages('-20 % on Friday', {}, 10))).toEqual([]);
	});

	it('counts French landlines', () => {
		const to = (phoneNumber: string) => messages('Hello').map((sms) => ({ ...sms, phoneNumber }));
		expect(texts([...to('+33145678901'), ...to('+33612345678'), ...to('+33712345678'), ...to('+32145678901'), ...to('+262262123456'), ...to('+262692123456')])).toEqual([
			'2 of 6 numbers are French landlines (01 to 05, 09), where an SMS rarely arrives.',
		]);
	});

	it('says that nobody can reply to a sender name', () => {
		const replyUrl = 'https://n8n.example.com/webhook/1b/reply';
		expect(texts(messages('Reply C', { sender: 'MyShop', replyUrl }))).toEqual([expect.stringContaining('leave Sender empty')]);
		expect(texts(messages('Reply C', { replyUrl }))).toEqual([]);
	});

	it('says that French operators do not show every sender name', () => {
		const blocked = [expect.stringContaining('may replace or block "Info RDV"')];
		expect(texts(messages('Your table is ready', { sender: 'Info RDV' }))).toEqual(blocked);
		expect(texts(messages('Your table is ready', { sender: 'Morel' }))).toEqual([]);
	});

	it('says that a French mobile number is not for a campaign', () => {
		const hint = [expect.stringContaining('not for automated sending')];
		for (const number of ['+33644000000', '0756000000']) expect(texts(messages('Hello', {}, 10, number))).toEqual(hint);
		expect(texts(messages('Hello', {}, 9, '+33644000000'))).toEqual([]);
		for (const number of ['+33937000000', '+32470123456']) expect(texts(messages('Hello', {}, 10, number))).toEqual([]);
	});
});
