import { startSimulator, type Simulator } from '../simulator';
import { run } from './support/campaign';
import { campaignParameters, goOn, people, phoneNumber, sendParameters } from './support/parameters';

describe('options of sms.send that come from expressions', () => {
	let simulator: Simulator;

	beforeAll(async () => {
		simulator = await startSimulator({ automaticReports: false });
	});
	beforeEach(() => simulator.reset());
	afterAll(async () => simulator.stop());

	const sendEach = async (options: Record<string, string>, values: object[]) => {
		const items = people(values.length).map((person, index) => ({ ...person, ...values[index] }));
		return (await run(simulator, { ...sendParameters, options }, items, goOn)).items.map(({ json }) => json);
	};
	/** What is said of each of these items: what is wrong, and whose it is. */
	const saidOf = (indexes: number[], message: string) => indexes.map((index) => `${message} (${phoneNumber(index)})`);

	it('sends to the sandbox with true as text or as 1, and not at all with what is neither true nor false', async () => {
		const sandbox = '={{ $json.test }}';
		const results = await sendEach({ sandbox }, [{ test: 'true' }, { test: 1 }, { test: 'oui' }, { test: '' }, {}]);
		expect(results.map(({ error }) => error)).toEqual([undefined, undefined, ...saidOf([2, 3, 4], '"Sandbox" is neither true nor false')]);
		expect(simulator.requests).toHaveLength(1);
		expect(simulator.requests[0]?.body).toMatchObject({ sandbox: 1 });
	});

	it('sends nothing at once that has a hole for its schedule', async () => {
		const results = await sendEach({ scheduledAt: '={{ $json.at }}' }, [{ at: '2099-01-01T10:00' }, { at: '' }, { at: null }, {}]);
		expect(results.map(({ error }) => error)).toEqual([undefined, ...saidOf([1, 2, 3], '"Scheduled At" is empty, and the message would leave at once')]);
		expect(simulator.requests).toHaveLength(1);
	});

	it('checks the options of each item, also where they are written alike', async () => {
		const timeout = '={{ $json.hole ? null : NaN }}';
		const scheduledAt = '={{ $json.hole ? null : new Date(NaN) }}';
		const results = await sendEach({ timeout, scheduledAt }, [{ hole: false }, { hole: true }]);
		expect(results.map(({ error }) => error)).toEqual([expect.stringContaining('cannot be read'), expect.stringContaining('is empty')]);
	});

	it('sends at once with a schedule that was added and not filled in', async () => {
		const [result] = await sendEach({ scheduledAt: '' }, [{}]);
		expect(result).toMatchObject({ scheduledAt: null, status: 'waiting' });
	});

	it('refuses a default country that is missing on an item', async () => {
		const results = await sendEach({ defaultCountry: '={{ $json.country }}' }, [{ country: 'FR' }, { country: '' }, {}]);
		expect(results.map(({ error }) => error)).toEqual([undefined, ...saidOf([1, 2], '"Default Country" is empty or not a country')]);
	});

	it('refuses no SMS as in the past that an earlier try has sent', async () => {
		jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'clearImmediate', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout', 'queueMicrotask', 'performance', 'hrtime'] });
		try {
			simulator.makeInvalid(phoneNumber(1));
			const options = { scheduledAt: new Date(Date.now() + 3_600_000).toISOString(), stopOnFailure: true };
			const running = run(simulator, { ...sendParameters, options }, people(2), { retryOnFail: true, maxTries: 2, waitBetweenTries: 500 });
			while (simulator.accepted.length === 0) await new Promise((resolve) => setImmediate(resolve));
			jest.setSystemTime(Date.now() + 7_200_000);
			const { error } = await running;
			expect(error?.message).toMatch(/^1 of 2 sent, 1 refused: /);
			expect(`${error?.message} ${error?.description}`).not.toContain('in the past');
			expect(simulator.accepted).toHaveLength(1);
		} finally {
			jest.useRealTimers();
		}
	});

	it.each([{}, { unicode: true }])('sends a whole batch in which an expression cut an emoji in two (%j)', async (options) => {
		const items = people(3).map((person, index) => ({ ...person, name: index === 1 ? 'Zoé 😀' : 'Ann' }));
		const { items: results } = await run(simulator, { ...sendParameters, message: '=Hello {{ $json.name.slice(0, 5) }}', options }, items, goOn);
		expect(results.map(({ json }) => [json.error, json.characters])).toEqual([[undefined, 9], [undefined, 10], [undefined, 9]]);
		expect(simulator.accepted.map((sms) => sms.message)).toEqual(['Hello Ann', 'Hello Zoé ', 'Hello Ann']);
		expect(simulator.requests).toHaveLength(1);
	});

	it('sends no object as the text of a campaign', async () => {
		const { items } = await run(simulator, { ...campaignParameters, message: '={{ $json.text }}' }, [{ ...people(1)[0], text: { a: 1 } }], goOn);
		expect(items.map(({ json }) => json.error)).toEqual(saidOf([0], '"Message" is not text'));
		expect(simulator.requests).toHaveLength(0);
	});

	it.each(['Hello {firstName}, hi', 'Hello {{ $json.firstName }}, hi', 'Hello {{firstName}}'])('does not send the placeholder of %j as it stands', async (message) => {
		const { items } = await run(simulator, { ...sendParameters, message }, people(1), goOn);
		expect(items.map(({ json }) => json.error)).toEqual([expect.stringMatching(/^Message would be sent with the literal text \{/)]);
		expect(simulator.requests).toHaveLength(0);
	});

	it.each(['Offer {50 %}', 'Bye :-}', '={{ "Hello {firstName}" }}'])('sends the braces of %j', async (message) => {
		const { items } = await run(simulator, { ...sendParameters, message }, people(1), goOn);
		expect(items.map(({ json }) => json.error)).toEqual([undefined]);
	});

	it.each(['phon', '={{ $json.phoneNumber }}'])('says that Phone Field takes the name of a field, when it is %s', async (phoneField) => {
		const { items } = await run(simulator, { ...campaignParameters, phoneField }, people(1), goOn);
		expect(items.map(({ json }) => [json.error, json.description])).toEqual([[expect.stringContaining('is missing or empty, so there is no recipient'), expect.stringContaining('Phone Field takes the name')]]);
	});

	it('fills in no field for braces that an expression brings into a campaign', async () => {
		const message = '=Hello {{ $json.nick }}';
		const items = [{ nick: 'Ann' }, { nick: '{secret}' }, { nick: '{' }].map((item, index) => ({ ...people(3)[index], ...item, secret: 'K3Y' }));
		const { items: results } = await run(simulator, { ...campaignParameters, message }, items, goOn);
		expect(results.map(({ json }) => json.error)).toEqual([undefined, ...saidOf([1, 2], 'Message is an expression, and what it gives has braces')]);
		expect(simulator.accepted.map((sms) => sms.message)).toEqual(['Hello Ann']);
	});
});
