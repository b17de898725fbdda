import { openWindow, type EditorWindow } from './chromium';
import { screenshot } from './screenshots';

const NODE = 'SMS Partner';

describe('the node panel', () => {
	let window: EditorWindow;

	beforeAll(async () => {
		window = await openWindow();
		await window.editor.openNew();
		await window.editor.openNodePanel();
	});
	afterAll(async () => await window.close());
	afterEach(() => expect(window.errors.splice(0)).toEqual([]));

	it.each(['sms', 'dlr', 'stop', 'unsubscribe', 'incoming sms'])('finds the nodes by "%s", among the first', async (word) => {
		const found = await window.editor.search(word);
		expect(found.slice(0, 2).map(({ name }) => name)).toContain(NODE);
	});

	it('shows trigger and actions together, and adds the trigger', async () => {
		const { editor } = window;
		await editor.search('sms');
		await screenshot('node-panel', async (options) => await editor.pictureOfNodePanel(options, NODE));
		await editor.click(NODE);
		await editor.click('On new SMS Partner event');
		const details = await editor.details();
		expect(await details.title()).toBe('SMS Partner Trigger');
		await details.close();
		await editor.node('SMS Partner Trigger').waitFor();
		await editor.openNodePanel();
	});

	it.each(['sms', 'dlr', 'stop', 'unsubscribe', 'incoming sms'])('finds the nodes by "%s" as a next step too', async (word) => {
		const found = await window.editor.search(word);
		expect(found.slice(0, 2).map(({ name }) => name)).toContain(NODE);
	});

	it('adds an operation by its name', async () => {
		const { editor } = window;
		await editor.search('sms');
		await editor.click(NODE);
		await editor.click('Send an SMS');
		const details = await editor.details();
		expect(await details.title()).toBe('Send an SMS');
		const labels = ['Resource', 'Operation', 'To', 'Message'];
		expect(await details.lines(labels)).toEqual(expect.arrayContaining(labels));
		await details.close();
		await editor.node('Send an SMS').waitFor();
	});
});
