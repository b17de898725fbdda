import type { INodeParameters } from 'n8n-workflow';

import { fixture } from '../../fixtures';
import type { Simulator } from '../../simulator';
import { run } from './campaign';
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
}

const ITEMS = [{}, { lacking: true }, {}];
const PAIRED = [0, 1, 2].map((item) => ({ item }));

/** What every operation does when something is missing, refused, too much or unreadable. */
export function itFailsWell(simulatorOf: () => Simulator, { parameters, effect, success, wrongKey, required, refusals }: OperationCase): void {
	const answer = (status: number, body: unknown, times = ITEMS.length) =>
		simulatorOf().faults.add({ kind: 'body', status, body, contentType: typeof body === 'string' ? 'text/html' : 'application/json', accept: false }, { times });

	/** What each of three items shows, and that each is paired with its own. */
	async function seen() {
		const { items } = await run(simulatorOf(), parameters, ITEMS, goOn);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(PAIRED);
		return items.map(({ json }) => json);
	}

	for (const [parameter, said] of Object.entries(required)) {
		describe(`without ${parameter}`, () => {
			const lacking = { ...parameters, [parameter]: emptyForLacking(parameters[parameter]) };

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

/** The parameter as an expression that is empty for the item that is `lacking`; for a picker, its value. */
function emptyForLacking(value: INodeParameters[string]): INodeParameters[string] {
	if (typeof value === 'object' && value !== null && '__rl' in value) return { ...value, value: emptyForLacking(String(value.value)) as string };
	return `={{ $json.lacking ? "" : ${JSON.stringify(value)} }}`;
}
