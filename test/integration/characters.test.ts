import type { INodeParameters } from 'n8n-workflow';

import { startSimulator, type Simulator } from '../simulator';
import { run } from './support/campaign';
import { goOn, phoneNumber, sendParameters } from './support/parameters';

/** A name as sheets and web pages hold it: a BOM, a soft hyphen, a no-break space, a thin one, letters in two characters. */
const NAME = '\ufeffAme\u0301\u00adlie\u00a0B\u200b\u2009!';
const CLEAN = 'Amélie B !';
const FAMILY = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}';

describe('the characters of a text, as people receive them', () => {
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator({ automaticReports: false });
	});
	beforeEach(() => simulator.reset());
	afterAll(async () => simulator.stop());

	const send = async (text: string, options: INodeParameters = {}, parameters: INodeParameters = {}) =>
		run(simulator, { ...sendParameters, to: phoneNumber(1), message: '={{ $json.text }}', options, ...parameters }, [{ text }], goOn);
	const preview = async (text: string, unicode = false) => {
		const { items, hints } = await run(simulator, { resource: 'sms', operation: 'preview', message: '={{ $json.text }}', options: { unicode } }, [{ text }], goOn);
		return { ...items[0]?.json, hints: hints.map(({ message }) => message) };
	};
	const bodies = () => simulator.requests.map(({ body }) => JSON.stringify(body));

	it.each([[{}], [{ unicode: true }]])('leave an SMS composed and without what nobody sees: %j', async (options) => {
		const { items, hints } = await send(NAME, { ...options, sender: 'My\u200bShop\u00a0', tag: '\ufeffe\u0301te\u0301\u00ad' });
		expect(simulator.accepted).toEqual([expect.objectContaining({ message: CLEAN, sender: 'MyShop', tag: 'été' })]);
		expect(items[0]?.json).toMatchObject({ characters: CLEAN.length, segments: 1, tag: 'été' });
		expect(hints.map(({ message }) => message)).toContain('Left out of the texts, since it cannot be seen or sent: U+FEFF, U+00AD, U+200B');
		expect(hints.every(({ message }) => message.length <= 120)).toBe(true);
	});

	it('leave RCS, its failover and a voice call the same', async () => {
		const items = [{ text: NAME }];
		const rcs: INodeParameters = { resource: 'rcs', operation: 'send', to: phoneNumber(1), content: 'text', text: '={{ $json.text }}', failover: { message: '={{ $json.text }}' }, options: {} };
		await run(simulator, rcs, items, goOn);
		await run(simulator, { resource: 'voice', operation: 'sendSms', to: phoneNumber(1), content: 'text', text: '={{ $json.text }}', language: 'fr', options: {} }, items, goOn);
		expect(simulator.requests.map(({ body }) => body)).toEqual([
			expect.objectContaining({ richContent: { conversation: expect.objectContaining({ text: CLEAN }) }, failover: { message: CLEAN } }),
			expect.objectContaining({ text: CLEAN }),
		]);
	});

	it('keep an emoji whole with Unicode', async () => {
		await send(`${FAMILY} ❤\ufe0f 1\ufe0f\u20e3 ok\ufe0f\u200d`, { unicode: true });
		expect(simulator.accepted[0]?.message).toBe(`${FAMILY} ❤\ufe0f 1\ufe0f\u20e3 ok`);
	});

	it('are their obvious equals where GSM-7 lacks them, in what leaves, in Preview and in a hint', async () => {
		const text = '“Œuvre”… – — Ïle, aquí, tú';
		const { items, hints } = await send(text);
		expect(simulator.accepted[0]?.message).toBe('“OEuvre"... - - Ile, aqui, tu');
		expect(hints.map(({ message }) => message)).toContain('Sent as plain characters: Œ as OE, ” as ", … as ..., – as -, — as -, Ï as I, í as i, ú as u');
		const seen = await preview(text);
		expect(seen).toMatchObject({ encoding: 'GSM-7', characters: items[0]?.json.characters, unsupportedCharacters: [], message: text });
		expect(seen).toMatchObject({ replacedCharacters: expect.arrayContaining([{ from: '“', to: "'" }, { from: 'Œ', to: 'OE' }, { from: '…', to: '...' }, { from: '—', to: '-' }]) });
		await send(text, { unicode: true });
		expect(simulator.accepted[1]?.message).toBe(text);
	});

	it('are shown by Preview as they leave, with names for what nobody sees', async () => {
		expect(await preview(`${NAME}\u2800${FAMILY}`)).toMatchObject({
			message: `${CLEAN}\u2800${FAMILY}`,
			replacedCharacters: [
				{ from: 'U+FEFF', to: '' },
				{ from: 'U+00AD', to: '' },
				{ from: 'U+00A0', to: ' ' },
				{ from: 'U+200B', to: '' },
				{ from: 'U+2009', to: ' ' },
			],
			unsupportedCharacters: ['U+2800', FAMILY],
		});
		expect(await preview('\u200b\ufeff')).toMatchObject({ error: 'Message is empty' });
	});

	it('are told as HTML entities where they are that', async () => {
		const told = '1 of 1 texts hold HTML entities such as &amp;#039;, which people see as written: decode them first.';
		const text = 'L&#039;&eacute;quipe';
		expect((await send(text)).hints.map(({ message }) => message)).toContain(told);
		expect(simulator.accepted[0]?.message).toBe(text);
		expect((await preview(text)).hints).toEqual([told]);
		const voice = { resource: 'voice', operation: 'sendSms', to: phoneNumber(1), content: 'text', text, language: 'fr', options: {} };
		expect((await run(simulator, voice)).hints.map(({ message }) => message)).toContain(told);
		expect((await send('R&D; Tom & Jerry')).hints.map(({ message }) => message)).toEqual([expect.stringMatching(/^1 sent/)]);
	});

	describe('that count as two', () => {
		const atTheEdge = `${'a'.repeat(152)}€${'a'.repeat(152)}`;

		it.each([
			['€ at the edge', atTheEdge, false, 3],
			['an emoji at the edge', `${'ж'.repeat(66)}😀${'ж'.repeat(66)}`, true, 3],
			['330 emoji', '😀'.repeat(330), true, 10],
		])('are not divided between two SMS: %s', async (_what, text, unicode, segments) => {
			expect(await preview(text, unicode)).toMatchObject({ segments });
			const limit = (spendingLimit: number) => send(text, { unicode, spendingLimit });
			expect((await limit(segments - 1)).items[0]?.json).toMatchObject({ code: 'SPENDING_LIMIT', error: expect.stringContaining(`needs ${segments} SMS`) });
			expect(simulator.accepted).toHaveLength(0);
			await limit(segments);
			expect(simulator.accepted).toHaveLength(1);
		});

		it('are refused where they need an 11th', async () => {
			expect((await send('😀'.repeat(335), { unicode: true })).items[0]?.json.error).toMatch(/needs 11 SMS, and at most 10/);
			expect(simulator.requests).toHaveLength(0);
		});

		it('leave the output to what the platform bills, and nobody in doubt where that is less', async () => {
			const { items } = await send(atTheEdge, {}, { to: `${phoneNumber(1)}, ${phoneNumber(2)}` });
			expect(simulator.countRequests('/send')).toBe(1);
			expect(items.map(({ json }) => [json.status, json.segments])).toEqual([['waiting', 2], ['waiting', 2]]);
		});
	});

	it.each([
		['combining marks', 'a\u0301\u0323'.repeat(10_000) + '\u0301\u0323'.repeat(30_000)],
		['a mixture', '{{{{é\u0301\u0323\u200b😀'.repeat(9_000)],
		['what nobody sees', '\u200b'.repeat(100_000)],
	])('of 100 kB of %s are refused, and can be previewed', async (_what, text) => {
		expect((await send(text)).items[0]?.json.error).toMatch(/Message/);
		expect(await preview(text)).toEqual(expect.objectContaining({ hints: [] }));
		expect(bodies()).toEqual([]);
	});
});
