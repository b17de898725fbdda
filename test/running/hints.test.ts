import { blockedSender, htmlEntityHint, infoHints, movedSchedule, namingHint, roundedSchedule } from '../../nodes/SmsPartner/running/hints';
import { parseSchedule } from '../../nodes/SmsPartner/values/schedule';

describe('infoHints', () => {
	it('is read as HTML by the editor: what a text says is shown, and not taken for a letter', () => {
		expect(infoHints('&eacute; <b>')).toMatchObject([{ message: '&amp;eacute; &lt;b>' }]);
		expect(infoHints(`${'x'.repeat(115)}&eacute;`)).toMatchObject([{ message: `${'x'.repeat(115)}&amp;` }]);
	});

	it('shows what there is to say, in at most 120 characters each', () => {
		expect(infoHints(undefined, 'one', 'x'.repeat(200))).toEqual(['one', 'x'.repeat(120)].map((message) => ({ message, location: 'outputPane', type: 'info' })));
	});
});

function at(time: string) {
	const schedule = parseSchedule(time, 'Europe/Paris', new Date('2026-01-01T00:00:00Z'));
	return schedule.ok ? schedule.value : undefined;
}

describe('roundedSchedule', () => {
	it('names the first that was moved', () => {
		expect(roundedSchedule([undefined, at('2026-02-01T10:00'), at('2026-02-01T10:01')])).toContain('2026-02-01T10:05:00+01:00');
	});

	it('says nothing when none was', () => {
		expect(roundedSchedule([undefined, at('2026-02-01T10:00'), at('2026-10-25T01:58')])).toBeUndefined();
	});
});

describe('movedSchedule', () => {
	it.each(['2026-10-25T02:30', '2026-10-25T02:30+02:00', '2026-10-25T01:58'])('tells which time %s became, and why, in the length of a hint', (time) => {
		const hint = movedSchedule([at('2026-02-01T10:01'), at(time)]);
		expect(hint).toMatch(/moved to 2026-10-25T03:00:00\+01:00: the hour before comes twice/);
		expect(hint?.length).toBeLessThanOrEqual(120);
	});

	it('says nothing when none was', () => {
		expect(movedSchedule([undefined, at('2026-02-01T10:01'), at('2026-10-25T03:00')])).toBeUndefined();
	});
});

describe('blockedSender', () => {
	const french = '+33612345678';

	it('names the first sender that French operators do not like, in the length of a hint', () => {
		const messages = ['MyShop', 'Info RDV 24', 'Colis'].map((sender) => ({ sender, phoneNumber: french }));
		const hint = blockedSender(messages);
		expect(hint).toContain('"Info RDV 24"');
		expect(hint?.length).toBeLessThanOrEqual(120);
	});

	it.each([
		['a name', 'MyShop', french],
		['none', undefined, french],
		['people in another country', 'Info', '+32470123456'],
	])('says nothing of %s', (_what, sender, phoneNumber) => {
		expect(blockedSender([{ sender, phoneNumber }])).toBeUndefined();
	});

	it.each(['+262692123456', '+590690123456', '+594694123456', '+596696123456'])('knows that %s has a French operator', (phoneNumber) => {
		expect(blockedSender([{ sender: 'Info', phoneNumber }])).toContain('"Info"');
	});
});

describe('namingHint', () => {
	it('names all that there is room for, and says that there is more', () => {
		expect(namingHint('Lost: ', [])).toBeUndefined();
		expect(namingHint('Lost: ', ['a'])).toBe('Lost: a');
		expect(namingHint('Lost: ', ['a', 'b'])).toBe('Lost: a, b');
		const emoji = Array.from({ length: 60 }, (_, index) => String.fromCodePoint(0x1f600 + index));
		const hint = namingHint('Lost: ', emoji) ?? '';
		expect(hint).toMatch(/^Lost: (\p{Emoji}, ){20,}…$/u);
		expect(hint.length).toBeLessThanOrEqual(120);
	});
});

describe('htmlEntityHint', () => {
	it('counts the texts with an entity and shows one', () => {
		expect(htmlEntityHint(['Tom & Jerry', 'R&D;'])).toBeUndefined();
		expect(htmlEntityHint(['Dupont', 'L&#039;&eacute;quipe', '&amp;'])).toBe('2 of 3 texts hold HTML entities such as &#039;, which people see as written: decode them first.');
	});
});
