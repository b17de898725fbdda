import { checkConversation } from '../../../nodes/SmsPartner/resources/rcs/conversation';

const reply = (text: string, postbackData = '') => ({ text, postbackData });

describe('checkConversation', () => {
	it.each([
		[{ content: 'text', text: ' Hello ' }, { text: 'Hello', suggestions: [] }],
		[{ content: 'file', fileUrl: 'https://a.example/b.pdf' }, { file: { media: { fileUrl: 'https://a.example/b.pdf' } }, suggestions: [] }],
		[{ content: 'richCard', card: { title: 'T' } }, { richCard: { orientation: 'VERTICAL', title: 'T' }, suggestions: [] }],
		[
			{ content: 'richCard', card: { description: 'D', orientation: 'HORIZONTAL', mediaUrl: 'https://a.example/b.png' } },
			{ richCard: { orientation: 'HORIZONTAL', thumbnailImageAlignment: 'LEFT', description: 'D', media: { fileUrl: 'https://a.example/b.png' } }, suggestions: [] },
		],
		[{ content: 'text', text: 'Hello', suggestions: { reply: [reply('Yes', 'y'), reply('No')] } }, { text: 'Hello', suggestions: [{ reply: { text: 'Yes', postbackData: 'y' } }, { reply: { text: 'No', postbackData: 'No' } }] }],
		[{ content: 'text', text: 'Hello', suggestions: { reply: Array(4).fill(reply('Yes')) } }, { text: 'Hello', suggestions: Array(4).fill({ reply: { text: 'Yes', postbackData: 'Yes' } }) }],
	])('writes %j as the platform wants it', (values, conversation) => {
		const checked = checkConversation(values);
		expect(checked.ok && JSON.parse(JSON.stringify(checked.value))).toEqual(conversation);
	});

	it.each([
		[{ content: 'text', text: '' }, /Text is empty/],
		[{ content: 'text', text: ['Hello'] }, /Text is empty/],
		[{ content: 'file', fileUrl: '' }, /"File URL" is empty/],
		[{ content: 'richCard' }, /Card has no text/],
		[{ content: 'richCard', card: { mediaUrl: 'https://a.example/b.png' } }, /Card has no text/],
		[{ content: 'richCard', card: { title: 'x'.repeat(201) } }, /201 characters/],
		[{ content: 'text', text: 'Hello', suggestions: { reply: Array(5).fill(reply('Yes')) } }, /at most 4/],
		[{ content: 'text', text: 'Hello', suggestions: { reply: [reply('Yes'), reply('')] } }, /text of a suggested reply is empty/],
		[{ content: 'text', text: 'Hello', suggestions: { reply: [{ text: 'Yes', postbackData: undefined }] } }, /"Postback Data" is empty/],
		[{ content: 'text', text: 'Hello', suggestions: { reply: ['Yes', 'No'] } }, /"Suggested Replies" cannot be read/],
		[{ content: 'text', text: 'Hello', suggestions: { reply: undefined } }, /"Suggested Replies" cannot be read/],
		[{ content: 'richCard', card: { title: 'Sale', orientation: null } }, /"Orientation" is empty/],
		[{ content: 'richCard', card: { title: 'Sale', orientation: 'sideways' } }, /"Orientation" is none of the known ones/],
	])('refuses %.80j', (values, said) => {
		expect(checkConversation(values)).toMatchObject({ ok: false, message: expect.stringMatching(said), description: expect.stringMatching(/\w{3}/) });
	});
});
