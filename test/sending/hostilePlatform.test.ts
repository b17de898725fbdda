import fc from 'fast-check';
import type { IExecuteFunctions, IHttpRequestOptions, INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import * as time from '../../nodes/SmsPartner/api/time';
import { findOperation } from '../../nodes/SmsPartner/resources';
import { runOperation } from '../../nodes/SmsPartner/running/run';
import { isRecord, type UnknownRecord } from '../../nodes/SmsPartner/values/narrow';
import { API_KEY, HostilePlatform, type Nature } from './hostilePlatform';

interface Campaign {
	/** Indexes of numbers for each item. */
	items: number[][];
	sharesText: boolean;
	options: UnknownRecord;
	goOn: boolean;
}

interface Ran {
	json: UnknownRecord[];
	pairs: unknown[];
	error?: Error;
	/** Everything the user can see. */
	shown: string;
}

const NUMBERS = Array.from({ length: 8 }, (_, index) => `+3361234567${index}`);
const numberAt = (index: number) => NUMBERS[index] ?? '';
const textOf = ({ sharesText }: Campaign, itemIndex: number) => (sharesText ? 'Hello' : `Hello ${itemIndex}`);

/** What is to come out, in this order. */
const expected = (campaign: Campaign) =>
	campaign.items.flatMap((indexes, itemIndex) => [...new Set(indexes)].map((index) => ({ itemIndex, phoneNumber: numberAt(index), text: textOf(campaign, itemIndex) })));

/** One run of the node; n8n calls it again with the same run. */
class Run {
	private readonly executeData = {};

	constructor(
		private readonly platform: HostilePlatform,
		private readonly campaign: Campaign,
		private readonly onError?: string,
	) {}

	async execute(): Promise<Ran> {
		const hints: NodeExecutionHint[] = [];
		const operation = findOperation('sms', 'send');
		if (!operation) throw new Error('no operation');
		try {
			const [items = []] = await runOperation(this.context(hints), operation);
			const shown = JSON.stringify([items, hints, items.map(({ error }) => error?.stack)]);
			return { json: items.map(({ json }) => json), pairs: items.map(({ pairedItem }) => (isRecord(pairedItem) ? pairedItem.item : undefined)), shown };
		} catch (caught) {
			if (!(caught instanceof Error) || !/^Node(Api|Operation)Error$/.test(caught.name)) throw caught;
			return { json: [], pairs: [], error: caught, shown: JSON.stringify([hints, caught, caught.message, caught.stack, Object.values(caught)]) };
		}
	}

	private context(hints: NodeExecutionHint[]): IExecuteFunctions {
		const { items, options, goOn } = this.campaign;
		const node = { name: 'SMS Partner', type: 'smsPartner', parameters: { to: '=', message: '=', options: { includeInputFields: true } }, onError: this.onError };
		const values: Record<string, (itemIndex: number) => unknown> = {
			to: (itemIndex) => (items[itemIndex] ?? []).map(numberAt),
			message: (itemIndex) => textOf(this.campaign, itemIndex),
			options: () => options,
		};
		const context = {
			getNode: () => node,
			getNodeParameter: (name: string, itemIndex: number, otherwise?: unknown) => values[name]?.(itemIndex) ?? otherwise,
			getInputData: (): INodeExecutionData[] => items.map((_, itemIndex) => ({ json: { name: `Person ${itemIndex}` } })),
			getTimezone: () => 'Europe/Paris',
			getExecuteData: () => this.executeData,
			getExecutionCancelSignal: () => undefined,
			continueOnFail: () => goOn,
			addExecutionHints: (...more: NodeExecutionHint[]) => hints.push(...more),
			getCredentials: async () => ({ apiKey: API_KEY, baseUrl: 'https://api.smspartner.fr/v1' }),
			helpers: { httpRequestWithAuthentication: async (_type: string, request: IHttpRequestOptions) => this.platform.request(request) },
		};
		return context as unknown as IExecuteFunctions;
	}
}

const nature = (facts: { lies?: fc.Arbitrary<boolean>; credit?: fc.Arbitrary<unknown> } = {}) =>
	fc.record<Nature>({
		lag: fc.constantFrom(0, 1_000, 5_000, 60_000),
		pageSize: fc.constantFrom(1, 2, 100),
		ignoresPage: fc.boolean(),
		newestFirst: fc.boolean(),
		lies: fc.constant(false),
		optedOut: fc.constant([]),
		oddOptOuts: fc.constant([]),
		credit: fc.constant({}),
		hostility: fc.integer({ min: 0, max: 10 }),
		...facts,
	});

const skips = fc.subarray(['duplicates', 'sameTag', 'optedOut']);

const campaign = (facts: UnknownRecord = {}) =>
	fc
		.record({
			items: fc.array(fc.array(fc.nat({ max: 7 }), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 7 }),
			sharesText: fc.boolean(),
			goOn: fc.boolean(),
			hasTag: fc.boolean(),
			skip: skips,
			batchSize: fc.constantFrom(1, 2, 3, 500),
			stopOnFailure: fc.boolean(),
		})
		.map(({ items, sharesText, goOn, hasTag, skip, batchSize, stopOnFailure }): Campaign => ({
			items,
			sharesText,
			goOn,
			options: { ...(hasTag && { tag: 'spring' }), skip: hasTag ? skip : skip.filter((what) => what !== 'sameTag'), batchSize, stopOnFailure, includeInputFields: true, ...facts },
		}));

const tape = fc.array(fc.nat({ max: 100_000 }), { minLength: 40, maxLength: 120 });

const count = <T>(list: readonly T[], matches: (entry: T) => boolean) => list.filter(matches).length;

/** Never two SMS for one delivery: as many as ask for the same text at the same number, at most. */
function expectAtMostOnce(platform: HostilePlatform, asked: Campaign, since = 0) {
	const wanted = expected(asked);
	for (const { phoneNumber, text } of wanted) {
		const isIt = (sms: { phoneNumber: string; text: string }) => sms.phoneNumber === phoneNumber && sms.text === text;
		expect(count(platform.sent.slice(since), isIt)).toBeLessThanOrEqual(count(wanted, isIt));
	}
}

/** What the node says is true, as far as the platform did not lie to it. */
function expectTruth({ sent, said }: HostilePlatform, asked: Campaign, { json, pairs, error, shown }: Ran, since = 0) {
	expect(shown).not.toContain(API_KEY);
	const left = sent.slice(since);
	if (error) {
		if (error.message.startsWith('Nothing was sent')) expect(left).toEqual([]);
		return;
	}
	const wanted = expected(asked);
	expect(json.map(({ phoneNumber }, index) => [pairs[index], phoneNumber])).toEqual(wanted.map(({ itemIndex, phoneNumber }) => [itemIndex, phoneNumber]));
	for (const { phoneNumber, text } of wanted) {
		const isIt = (sms: { phoneNumber: string; text: string }) => sms.phoneNumber === phoneNumber && sms.text === text;
		const fates = json.filter((_, index) => wanted[index] && isIt(wanted[index]));
		const claimed = count(fates, ({ error: failure, skipped, status }) => failure === undefined && skipped === null && status !== 'unknown');
		const denied = count(fates, ({ error: failure, skipped, status }) => (failure !== undefined && status === 'notSent') || typeof skipped === 'string');
		const gone = count(left, isIt);
		if (!said.has(`${phoneNumber} ${text}`)) expect(claimed).toBeLessThanOrEqual(gone);
		expect(gone).toBeLessThanOrEqual(fates.length - denied);
	}
}

describe('a send against a hostile platform', () => {
	let platform: HostilePlatform;

	beforeEach(() => {
		jest.spyOn(time, 'pause').mockImplementation(async (ms) => {
			platform.now += ms;
		});
	});
	afterEach(() => jest.restoreAllMocks());

	const check = async (asked: fc.Arbitrary<Campaign>, natures: fc.Arbitrary<Nature>, body: (campaign: Campaign, run: Run) => Promise<void>, numRuns = 100) =>
		fc.assert(
			fc.asyncProperty(asked, natures, tape, fc.constantFrom(undefined, 'continueErrorOutput'), async (chosen, itsNature, decisions, onError) => {
				platform = new HostilePlatform(decisions, itsNature);
				await body(chosen, new Run(platform, chosen, onError));
			}),
			{ numRuns },
		);

	it('sends at most once and says what became of each, also when n8n calls the node again', async () => {
		await check(campaign(), nature(), async (chosen, run) => {
			for (let tries = 0; tries < 3; tries++) {
				expectTruth(platform, chosen, await run.execute());
				expectAtMostOnce(platform, chosen);
			}
		});
	});

	it('tells new SMS from those of an earlier run with the same tag', async () => {
		await check(campaign({ tag: 'spring', skip: [] }), nature(), async (chosen) => {
			await new Run(platform, chosen).execute();
			platform.now += 120_000;
			platform.said.clear();
			const since = platform.sent.length;
			const run = new Run(platform, chosen);
			for (let tries = 0; tries < 2; tries++) {
				expectTruth(platform, chosen, await run.execute(), since);
				expectAtMostOnce(platform, chosen, since);
			}
		});
	});

	it('gives nobody two SMS under one tag by Same Tag, over runs and tries', async () => {
		await check(campaign({ tag: 'spring', skip: ['sameTag'] }), nature(), async (chosen) => {
			for (let runs = 0; runs < 3; runs++) {
				const run = new Run(platform, chosen);
				await run.execute();
				await run.execute();
				platform.now += 120_000;
			}
			for (const phoneNumber of NUMBERS) expect(count(platform.sent, (sms) => sms.phoneNumber === phoneNumber)).toBeLessThanOrEqual(1);
		});
	});

	it('comes to an end and gives one outcome for each although the listings lie', async () => {
		await check(campaign({ tag: 'spring' }), nature({ lies: fc.constant(true) }), async (chosen, run) => {
			for (let tries = 0; tries < 2; tries++) {
				const { json, pairs, error, shown } = await run.execute();
				expect(shown).not.toContain(API_KEY);
				if (!error) expect(json.map(({ phoneNumber }, index) => [pairs[index], phoneNumber])).toEqual(expected(chosen).map(({ itemIndex, phoneNumber }) => [itemIndex, phoneNumber]));
			}
		});
	});

	it('texts nobody who is on the opt-out list, however odd its entries', async () => {
		const spelling = fc.constantFrom(
			(number: string) => number,
			(number: string) => `0${number.slice(3)}`,
			(number: string) => number.slice(1),
			(number: string) => number.slice(3),
			(number: string) => ` ${number.slice(0, 5)} ${number.slice(5)} `,
			(number: string) => `${number.slice(0, 5)}*****${number.slice(10)}`,
			(number: string) => `${number.slice(0, 5)}•••••${number.slice(10)}`,
		);
		const optedOut = fc.array(fc.tuple(fc.nat({ max: 7 }), spelling, fc.constantFrom('phoneNumber', 'phone', '')), { maxLength: 3 });
		await fc.assert(
			fc.asyncProperty(campaign({ skip: ['optedOut'] }), nature(), tape, optedOut, async (chosen, itsNature, decisions, out) => {
				const oddOptOuts = [...out.map(([index, spell, name]) => (name === '' ? spell(numberAt(index)) : { id: 1, [name]: spell(numberAt(index)) })), {}, null, { phoneNumber: '36111' }];
				platform = new HostilePlatform(decisions, { ...itsNature, oddOptOuts });
				const run = new Run(platform, chosen);
				await run.execute();
				await run.execute();
				const stopped = new Set(out.map(([index]) => numberAt(index)));
				expect(platform.sent.filter(({ phoneNumber }) => stopped.has(phoneNumber))).toEqual([]);
			}),
			{ numRuns: 100 },
		);
	});

	it('keeps to the spending limit over all tries, and to a credit that is known', async () => {
		const credits = fc.constantFrom<unknown>({ success: true, credits: { creditSms: 3 } }, { success: true, credits: { creditSms: '4' } }, { success: true, credits: {} }, { success: true }, { credits: [] }, { success: false, code: 10 }, '', null);
		await fc.assert(
			fc.asyncProperty(campaign(), nature({ credit: credits }), tape, fc.nat({ max: 12 }), fc.boolean(), async (chosen, itsNature, decisions, spendingLimit, checkCredit) => {
				platform = new HostilePlatform(decisions, itsNature);
				const run = new Run(platform, { ...chosen, options: { ...chosen.options, spendingLimit, checkCredit } });
				await run.execute();
				if (checkCredit) expect(platform.sent.length).toBeLessThanOrEqual(4);
				await run.execute();
				expect(platform.sent.length).toBeLessThanOrEqual(spendingLimit);
			}),
			{ numRuns: 100 },
		);
	});
});
