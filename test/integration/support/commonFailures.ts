import type { INodeParameters } from 'n8n-workflow';

import { fixture } from '../../fixtures';
import type { Simulator } from '../../simulator';
import { run } from './campaign';
import type { NodeRun } from './engine';
import { goOn } from './parameters';

export interface OperationCase {
	/** Every required value filled in, the same for all items. */
	parameters: INodeParameters;
	effect: 'read' | 'write';
	/** A success as the platform documents it. */
	success: unknown;
	/** Fixture of the answer to a wrong key; left out where the documentation prints none. */
	wrongKey?: string;
	/** Parameters that must be filled in, and what the node says when one is not. */
	required: Record<string, RegExp>;
	/** Codes of the platform, numbers or the names of Voice Partner, and what the description says about each on this endpoint. */
	refusals: Record<string, RegExp>;
	/** Of an operation that goes on with the others when one fails: what its messages say it has done. */
	sends?: 'sent' | 'added' | 'submitted';
}

const ITEMS = [{}, { lacking: true }, {}];
const PAIRED = [0, 1, 2].map((item) => ({ item }));
/** `2 sent, 1 refused. 2 SMS billed, 0.09 EUR.` */
const SUM = /^(Nothing was (sent|added|submitted): )?\d+ (sent|added|submitted|refused|unknown|not started)(, \d+ (refused|unknown|skipped|not started))*\.( .+\.)?$/;

/** What every operation does when something is missing, refused, too much or unreadable. */
export function itFailsWell(simulatorOf: () => Simulator, { parameters, effect, success, wrongKey, required, refusals, sends }: OperationCase): void {
	const answer = (status: number, body: unknown, times = ITEMS.length) =>
		simulatorOf().faults.add({ kind: 'body', status, body, contentType: typeof body === 'string' ? 'text/html' : 'application/json', accept: false }, { times });

	/** What each of three items shows, and that each is paired with its own. */
	async function seen() {
		const result = await run(simulatorOf(), parameters, ITEMS, goOn);
		const { items } = result;
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(PAIRED);
		if (sends) expectSummedUp(result, sends);
		return items.map(({ json }) => json);
	}

	for (const [parameter, said] of Object.entries(required)) {
		describe(`without ${parameter}`, () => {
			const lacking = { ...parameters, [parameter]: emptyForLacking(parameters[parameter]) };
			if (sends) {
				itGoesOnWithTheOthers(simulatorOf, lacking, said, { sends, success });
				return;
			}

			it('names the item and sends nothing at all', async () => {
				const { error } = await run(simulatorOf(), lacking, ITEMS);
				expect(error).toMatchObject({ message: expect.stringMatching(said), description: expect.stringMatching(/\w{3}.*\.$/s), context: { itemIndex: 1 } });
				expect(simulatorOf().requests).toHaveLength(0);
			});

			it('does the other items when it continues on errors', async () => {
				answer(200, success);
				const { items } = await run(simulatorOf(), lacking, ITEMS, goOn);
				const failed = items.filter(({ json }) => json.error !== undefined);
				expect(failed).toEqual([{ json: expect.objectContaining({ error: expect.stringMatching(said), code: 'INVALID_INPUT' }), pairedItem: { item: 1 } }]);
				expect(new Set(items.map(({ pairedItem }) => JSON.stringify(pairedItem)))).toEqual(new Set(PAIRED.map((paired) => JSON.stringify(paired))));
			});
		});
	}

	for (const [code, explained] of Object.entries(refusals)) {
		it(`explains code ${code}`, async () => {
			const message = `Refus numéro ${code}`;
			for (const status of [200, 400]) {
				simulatorOf().reset();
				answer(status, { success: false, message, ...(/^\d+$/.test(code) ? { code: Number(code) } : { error: code }) });
				for (const json of await seen()) {
					expect(json).toMatchObject({ error: expect.stringContaining(message), code, description: expect.stringMatching(explained) });
				}
			}
		});
	}

	it.each(['error', 'errors'])('reads a list of complaints under "%s"', async (key) => {
		answer(400, { success: false, code: 9, [key]: [{ elementId: 'children[sender].data', message: 'Ce champ est trop long' }] });
		for (const json of await seen()) expect(json).toMatchObject({ error: expect.stringContaining('Ce champ est trop long'), code: '9' });
	});

	if (wrongKey !== undefined) {
		it(`says what the platform says of a wrong key: ${wrongKey}`, async () => {
			const { code, message } = fixture(wrongKey);
			answer(400, fixture(wrongKey));
			for (const json of await seen()) {
				expect(json).toMatchObject({ error: expect.stringContaining(String(message)), code: String(code), description: expect.stringContaining('API key is not accepted') });
			}
		});
	}

	it('names the limit when the platform asks for too long a wait, without asking again', async () => {
		simulatorOf().faults.add({ kind: 'status', status: 429, retryAfter: 3600 });
		const { error } = await run(simulatorOf(), parameters, [{}]);
		expect(error).toMatchObject({ message: expect.stringContaining('no more requests'), description: expect.stringContaining('wait 3600 seconds'), httpCode: '429', context: { itemIndex: 0 } });
		expect(simulatorOf().requests).toHaveLength(1);
	});

	it('does not take a web page for a result, and asks once', async () => {
		answer(200, '<html><body>Maintenance</body></html>');
		const { error } = await run(simulatorOf(), parameters, [{}]);
		expect(error?.message).toMatch(effect === 'write' ? /^Outcome unknown: .* a web page/ : /^The platform answered with a web page/);
		expect(error).toMatchObject({ context: { itemIndex: 0 } });
		expect(simulatorOf().requests).toHaveLength(1);
	});

	it('keeps the key to itself when the platform repeats it', async () => {
		simulatorOf().faults.add({ kind: 'echoKey' });
		const { error } = await run(simulatorOf(), parameters, [{}]);
		const shown = JSON.stringify([error, error?.message, error?.description, error?.stack, error?.cause]);
		expect(shown).toContain('***');
		for (const key of [simulatorOf().apiKey, simulatorOf().voiceApiKey]) expect(shown).not.toContain(key);
	});

	if (effect === 'write') {
		it('is not repeated with Retry On Fail once it may have arrived', async () => {
			simulatorOf().faults.add({ kind: 'reset', accept: false });
			const { error } = await run(simulatorOf(), parameters, [{}], { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 });
			expect(error?.message).toMatch(/^Outcome unknown/);
			expect(simulatorOf().requests).toHaveLength(1);
		});
	}
}

/** What an operation does that goes on with the others, when what is required is missing on one item, or on all. */
function itGoesOnWithTheOthers(
	simulatorOf: () => Simulator,
	parameters: INodeParameters,
	said: RegExp,
	{ sends, success }: Required<Pick<OperationCase, 'sends' | 'success'>>,
): void {
	const failed = { error: expect.stringMatching(said), code: 'INVALID_INPUT', description: expect.stringMatching(/\w{3}.*\.$/s), ...(sends === 'sent' && { status: 'notSent' }) };

	it.each([
		['stops', {}],
		['continues', goOn],
	])('does the other items, and gives that one an item of its own, when it %s on errors', async (_what, settings) => {
		simulatorOf().faults.add({ kind: 'body', status: 200, body: success, accept: false }, { times: 2 });
		const result = await run(simulatorOf(), parameters, ITEMS, settings);
		expect(result.error).toBeUndefined();
		expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual(PAIRED);
		const [first, second, third] = result.items.map(({ json }) => json);
		expect(second).toEqual({ ...failed, phoneNumber: second?.phoneNumber });
		for (const done of [first, third]) {
			expect(done?.error).toBeUndefined();
			expect(done?.phoneNumber).toMatch(/^\+\d+$/);
		}
		// The two others have the same number: it is texted twice, and verified once.
		expect(simulatorOf().requests).toHaveLength(sends === 'submitted' ? 1 : 2);
		expectSummedUp(result, sends);
		expect(result.hints.at(-1)?.message).toMatch(new RegExp(`^2 ${sends}, 1 refused\\.`));
	});

	it('says that nothing was done when all items lack it, and asks for nothing', async () => {
		const { error } = await run(simulatorOf(), parameters, ITEMS.map(() => ({ lacking: true })));
		const nothing = `Nothing was ${sends}: `;
		expect(error?.message.slice(0, nothing.length)).toBe(nothing);
		expect(error?.message.slice(nothing.length)).toMatch(said);
		expect(error).toMatchObject({ description: expect.stringMatching(/\w{3}.* Of 3: 3 refused\..*\.$/s), context: { itemIndex: 0 } });
		expect(simulatorOf().requests).toHaveLength(0);
	});
}

/** Whoever failed is named, with what became of them, and one hint sums the run up. */
function expectSummedUp({ items, hints }: NodeRun, sends: OperationCase['sends']): void {
	for (const { json } of items.filter((item) => item.json.error !== undefined)) {
		expect(Object.keys(json)).toEqual(expect.arrayContaining(['code', 'description', 'phoneNumber']));
		const status = /^Outcome unknown: /.test(String(json.error)) ? 'unknown' : 'notSent';
		expect(json.status).toBe(sends === 'sent' ? status : undefined);
	}
	const sums = hints.filter(({ message }) => SUM.test(message));
	expect(sums).toEqual([hints.at(-1)]);
}

/** The parameter as an expression that is empty for the item that is `lacking`; for a picker, its value. */
function emptyForLacking(value: INodeParameters[string]): INodeParameters[string] {
	if (typeof value === 'object' && value !== null && '__rl' in value) return { ...value, value: emptyForLacking(String(value.value)) as string };
	return `={{ $json.lacking ? "" : ${JSON.stringify(value)} }}`;
}
