import { checkConversation } from '../../../nodes/SmsPartner/resources/rcs/conversation';

const fixed = () => ({ isFixed: true });
const evaluated = () => ({ isFixed: false });
const reply = (text: string, postbackData = '') => ({ text, postbackData });

describe('checkConversation', () => {
	it.each([
		[{ content: 'text', text: ' Hello ' }, { text: 'Hello', suggestions: [] }],
		[{ content: 'file', fileUrl: 'https://a.example/b.pdf' }, { file: { media: { fileUrl: 'https://a.example/b.pdf' } }, suggestions: [] }],
		[{ content: 'richCard', card: { title: ' T ', description: 5 } }, { richCard: { orientation: 'VERTICAL', title: 'T', description: '5' }, suggestions: [] }],
		[{ content: 'richCard', card: { title: 'T' } }, { richCard: { orientation: 'VERTICAL', title: 'T' }, suggestions: [] }],
		[
			{ content: 'richCard', card: { description: 'D', orientation: 'HORIZONTAL', mediaUrl: 'https://a.example/b.png' } },
			{ richCard: { orientation: 'HORIZONTAL', thumbnailImageAlignment: 'LEFT', description: 'D', media: { fileUrl: 'https://a.example/b.png' } }, suggestions: [] },
		],
		[{ content: 'text', text: 'Hello', suggestions: { reply: [reply('Yes', 'y'), reply('No')] } }, { text: 'Hello', suggestions: [{ reply: { text: 'Yes', postbackData: 'y' } }, { reply: { text: 'No', postbackData: 'No' } }] }],
		[{ content: 'text', text: 'Hello', suggestions: { reply: Array(4).fill(reply('Yes')) } }, { text: 'Hello', suggestions: Array(4).fill({ reply: { text: 'Yes', postbackData: 'Yes' } }) }],
	])('writes %j as the platform wants it', (values, conversation) => {
		const checked = checkConversation(values, fixed);
		expect(checked.ok && JSON.parse(JSON.stringify(checked.value))).toEqual(conversation);
	});

	it.each([
		[{ content: 'text', text: '' }, /Text is empty/],
		[{ content: 'text', text: ['Hello'] }, /Text is empty/],
		[{ content: 'file', fileUrl: '' }, /"File URL" is empty/],
		[{ content: 'richCard' }, /Card has no text/],
		[{ content: 'richCard', card: { mediaUrl: 'https://a.example/b.png' } }, /Card has no text/],
		[{ content: 'richCard', card: { title: 'x'.repeat(201) } }, /201 characters/],
		[{ content: 'richCard', card: { title: ' ', description: 'D' } }, /Title is empty/],
		[{ content: 'richCard', card: { title: { a: 1 } } }, /Title is not text/],
		[{ content: 'richCard', card: { title: 'T', description: ['D'] } }, /Description is not text/],
		[{ content: 'richCard', card: { title: 'T', description: true } }, /Description is not text/],
		[{ content: 'text', text: 'Hello', suggestions: { reply: Array(5).fill(reply('Yes')) } }, /at most 4/],
		[{ content: 'text', text: 'Hello', suggestions: { reply: [reply('Yes'), reply('')] } }, /text of a suggested reply is empty/],
		[{ content: 'text', text: 'Hello', suggestions: { reply: [{ text: 'Yes', postbackData: undefined }] } }, /"Postback Data" is empty/],
		[{ content: 'text', text: 'Hello', suggestions: { reply: ['Yes', 'No'] } }, /"Suggested Replies" cannot be read/],
		[{ content: 'text', text: 'Hello', suggestions: { reply: undefined } }, /"Suggested Replies" cannot be read/],
		[{ content: 'richCard', card: { title: 'Sale', orientation: null } }, /"Orientation" is empty/],
		[{ content: 'richCard', card: { title: 'Sale', orientation: 'sideways' } }, /"Orientation" is none of the known ones/],
	])('refuses %.80j', (values, said) => {
		expect(checkConversation(values, fixed)).toMatchObject({ ok: false, message: expect.stringMatching(said), description: expect.stringMatching(/\w{3}/) });
	});

	/** Each text that people receive, with something in its place. */
	const EVERY_TEXT: Array<[string, (text: string) => Record<string, unknown>]> = [
		['Text', (text) => ({ content: 'text', text })],
		['File URL', (text) => ({ content: 'file', fileUrl: `https://a.example/${text}` })],
		['Title', (title) => ({ content: 'richCard', card: { title } })],
		['Description', (description) => ({ content: 'richCard', card: { title: 'T', description } })],
		['Media URL', (text) => ({ content: 'richCard', card: { title: 'T', mediaUrl: `https://a.example/${text}` } })],
		['The text of a suggested reply', (text) => ({ content: 'text', text: 'Hello', suggestions: { reply: [reply('Yes'), reply(text)] } })],
		['"Postback Data"', (text) => ({ content: 'text', text: 'Hello', suggestions: { reply: [reply('Yes', text)] } })],
	];

	it.each(EVERY_TEXT)('sends nothing in %s that was to be filled in', (field, values) => {
		for (const literal of ['{{$json.x}}', '{{ $json.x }}', '{Prénom}', '[object Object]']) {
			expect(checkConversation(values(literal), fixed)).toEqual({ ok: false, concernsAll: true, message: `${field} would be sent with the literal text ${literal}`, description: expect.any(String) });
		}
		for (const literal of ['{{$json.x}}', '[object Object]']) {
			expect(checkConversation(values(literal), evaluated)).toEqual({ ok: false, message: `${field} would be sent with the literal text ${literal}`, description: expect.any(String) });
		}
		expect(checkConversation(values('{name}'), evaluated)).toMatchObject({ ok: true });
	});

	it('asks of each text whether it is fixed', () => {
		const asked: unknown[][] = [];
		const writtenAt = (...path: unknown[]) => ({ isFixed: asked.push(path) > 0 });
		checkConversation({ content: 'text', text: 'Hello', suggestions: { reply: [reply('Yes'), reply('No', 'n')] } }, writtenAt);
		checkConversation({ content: 'file', fileUrl: 'https://a.example/b.pdf' }, writtenAt);
		checkConversation({ content: 'richCard', card: { title: 'T', description: 'D', mediaUrl: 'https://a.example/b.png' } }, writtenAt);
		expect(asked.map((path) => path.join('.'))).toEqual([
			...['text', 'suggestions.reply.0.text', 'suggestions.reply.1.text', 'suggestions.reply.1.postbackData'],
			...['fileUrl', 'card.title', 'card.description', 'card.mediaUrl'],
		]);
	});

	it('looks at no text that is not sent', () => {
		const values = { content: 'text', text: 'Hello', fileUrl: '{{ $json.x }}', card: { title: '{{ $json.x }}' } };
		expect(checkConversation(values, fixed)).toMatchObject({ ok: true });
	});
});
