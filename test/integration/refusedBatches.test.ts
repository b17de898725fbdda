import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import { startSimulator, type PartlySent, type RefusalEvidence, type Simulator, type SimulatorOptions } from '../simulator';
import { run } from './support/campaign';
import { campaignParameters, goOn, people, phoneNumber } from './support/parameters';

/** What became of a run on a platform of its own. */
interface Ran {
	items: IDataObject[];
	paired: unknown[];
	error: { message: string; description?: string | null | undefined } | undefined;
	hints: string[];
	/** Everyone who was sent to or called, in order; twice if it happened twice. */
	sent: string[];
	/** Requests that are no look-ups. */
	posts: number;
}

interface Setting {
	parameters: INodeParameters;
	prepare: (simulator: Simulator) => void;
	/** What every input item holds besides number and name; asked for once the platform is prepared. */
	fields?: () => IDataObject;
	count?: number;
	settings?: Partial<INode>;
	platform?: SimulatorOptions;
}

const COUNT = 60;
/** The one who is refused. */
const BAD = 29;
const TAG = 'spring-sale';
const ADVICE = /Tag, and Recipients to Skip with Opted Out\.$/;

const everyone = (count = COUNT) => people(count).map((person) => String(person.phoneNumber));
const others = everyone().filter((number) => number !== phoneNumber(BAD));

/** On a platform of its own, so that several can wait for their listings at once. */
async function onPlatform({ parameters, prepare, fields, count = COUNT, settings = goOn, platform }: Setting): Promise<Ran> {
	const simulator = await startSimulator(platform);
	simulator.setVoiceBalance(1000);
	prepare(simulator);
	const { items, error, hints } = await run(simulator, parameters, people(count).map((person) => ({ ...person, ...fields?.() })), settings);
	const sent = [...simulator.accepted.map((sms) => sms.phoneNumber), ...simulator.voiceCampaigns.flatMap((campaign) => campaign.phoneNumbers)].sort();
	const posts = simulator.requests.filter(({ method }) => method === 'POST').length;
	await simulator.stop();
	return { items: items.map(({ json }) => json), paired: items.map(({ pairedItem }) => pairedItem), error, hints: hints.map(({ message }) => message), sent, posts };
}

/** What waits for look-ups, ten seconds each. All of it runs at once, before the first test. */
const slow = new Map<string, Setting>();
const ran = new Map<string, Ran>();

beforeAll(async () => {
	await Promise.all([...slow].map(async ([name, setting]) => ran.set(name, await onPlatform(setting))));
}, 120_000);

/** What became of one of those, for a test to ask. */
function inAdvance(name: string, setting: Setting): () => Ran {
	slow.set(name, setting);
	return () => {
		const found = ran.get(name);
		if (!found) throw new Error(`Nothing ran as ${name}`);
		return found;
	};
}

/** Refused for the sake of one, after all others were sent to; so is every request in which that one stands. */
function refusesAfterSending(how: Partial<PartlySent>): (simulator: Simulator) => void {
	return (simulator) => {
		simulator.setStatus(phoneNumber(3), 'not delivered');
		simulator.faults.add({ kind: 'partlySent', taken: { allBut: [phoneNumber(BAD)] }, code: 14, ...how }, { times: 100 });
	};
}

const withTag = (message: string): INodeParameters => ({ ...campaignParameters, message, options: { tag: TAG } });
const without = (message: string): INodeParameters => ({ ...campaignParameters, message });

const texts = { '/send': 'Same for all', '/bulk-send': 'Hello {name}' };
const refusals = (['/send', '/bulk-send'] as const).flatMap((path) =>
	(['none', 'id', 'totals', 'list'] as const).flatMap((evidence) => ([200, 400, 429] as const).map((status) => ({ name: `${path}, evidence ${evidence}, HTTP ${status}`, path, evidence, status }))),
);

const unknown = { status: 'unknown', code: '14', error: expect.stringMatching(/^Outcome unknown: /) };

describe('60 recipients, refused with code 14 for one of them after the other 59 were sent to', () => {
	describe('with a tag', () => {
		const cases = refusals.map(({ name, path, ...how }) => ({ name, ...how, result: inAdvance(name, { parameters: withTag(texts[path]), prepare: refusesAfterSending(how) }) }));

		it.each(cases)('all come out as they are: $name', ({ evidence, result }) => {
			const { items, paired, error, hints, sent, posts } = result();
			expect(sent).toEqual(others);
			expect(posts).toBe(1);
			expect(error).toBeUndefined();
			expect(paired).toEqual(everyone().map((_, item) => ({ item })));
			expect(items.map((json) => json.phoneNumber)).toEqual(everyone());
			expect(items.map((json) => json.status)).toEqual(everyone().map((_, index) => (index === BAD ? 'notSent' : index === 3 ? 'notDelivered' : 'delivered')));
			for (const json of items.filter((_, index) => index !== BAD)) expect(json).toMatchObject({ tag: TAG, segments: 1, encoding: 'GSM-7', skipped: null });
			expect(items.map((json) => json.error !== undefined)).toEqual(everyone().map((_, index) => index === BAD));
			expect(items[BAD]).toMatchObject({ code: '14', error: expect.stringContaining(phoneNumber(BAD)), description: expect.stringContaining('opt-out') });
			if (evidence === 'id') expect(items[0]?.messageId).toMatch(/^\d+$/);
			expect(hints.at(-1)).toMatch(/^59 sent, 1 refused\. 59 SMS billed/);
		});
	});

	describe('without a tag', () => {
		it.each(refusals.filter(({ evidence }) => evidence !== 'list'))('nobody is sent to again, and nothing is claimed: $name', async ({ path, ...how }) => {
			const { items, paired, sent, posts, hints } = await onPlatform({ parameters: without(texts[path]), prepare: refusesAfterSending(how) });
			expect(sent).toEqual(others);
			expect(posts).toBe(1);
			expect(paired).toEqual(everyone().map((_, item) => ({ item })));
			expect(items).toEqual(everyone().map((number) => expect.objectContaining({ ...unknown, phoneNumber: number, description: expect.stringMatching(ADVICE) })));
			expect(hints.at(-1)).toBe('60 unknown.');
		});

		it.each(refusals.filter(({ evidence }) => evidence === 'list'))('whom the refusal lists as sent to comes out so, and the other one unknown: $name', async ({ path, ...how }) => {
			const { items, sent, posts, hints } = await onPlatform({ parameters: without(texts[path]), prepare: refusesAfterSending(how) });
			expect(sent).toEqual(others);
			expect(posts).toBe(1);
			expect(items.map((json) => json.status)).toEqual(everyone().map((_, index) => (index === BAD ? 'unknown' : 'waiting')));
			expect(items[0]).toMatchObject({ segments: 1, cost: 0.045, skipped: null });
			expect(items[BAD]).toMatchObject({ ...unknown, phoneNumber: phoneNumber(BAD) });
			expect(hints.at(-1)).toBe('59 sent, 1 unknown. 59 SMS billed, 2.655 EUR.');
		});

		it('stops with an error that says that nobody is known to be sent to, what makes it safe, and names all', async () => {
			const { error, sent, posts } = await onPlatform({ parameters: without('Hello {name}'), prepare: refusesAfterSending({}), settings: {} });
			expect(sent).toEqual(others);
			expect(posts).toBe(1);
			expect(error?.message).toMatch(/^0 of 60 sent, 60 unknown: Outcome unknown: /);
			expect(error?.description).toMatch(/Tag, and Recipients to Skip with Opted Out\. Of 60: 60 unknown\./);
			for (const number of everyone()) expect(error?.description).toContain(number);
		});
	});
});

describe('other messages, refused for one after the others were sent to', () => {
	const survey: INodeParameters = { resource: 'sms', operation: 'sendSurvey', to: '={{ $json.phoneNumber }}', surveyId: 'abc123', options: {} };
	const kinds: Record<string, INodeParameters> = {
		RCS: { resource: 'rcs', operation: 'send', to: '={{ $json.phoneNumber }}', content: 'text', text: 'Hello', suggestions: {}, failover: {}, options: {} },
		'a voice SMS': { resource: 'voice', operation: 'sendSms', to: '={{ $json.phoneNumber }}', content: 'text', text: 'Hello', language: 'fr', options: {} },
		'a voicemail': { resource: 'voice', operation: 'depositVoicemail', to: '={{ $json.phoneNumber }}', emailForNotification: 'name@example.com', options: {} },
	};
	/** With a voicemail to leave, which must be there before its parameters are. */
	const recorded = { __rl: true, mode: 'id', value: '={{ $json.recording }}' };

	const taggedSurvey = inAdvance('a survey', {
		parameters: { ...survey, options: { tag: TAG } },
		prepare: (simulator) => {
			simulator.optOut(phoneNumber(BAD));
			simulator.behaviour.optedOutBatch = 'sendOthersThenRefuse';
		},
	});

	it('a survey with a tag comes out as it is', () => {
		const { items, sent, posts } = taggedSurvey();
		expect(sent).toEqual(others);
		expect(posts).toBe(1);
		expect(items.map((json) => json.status)).toEqual(everyone().map((_, index) => (index === BAD ? 'notSent' : 'delivered')));
		expect(items[0]).toMatchObject({ surveyId: 'abc123', tag: TAG, skipped: null });
		expect(items[BAD]).toMatchObject({ code: '14', phoneNumber: phoneNumber(BAD), description: expect.stringContaining('opt-out') });
	});

	it('a survey without a tag is sent to nobody again', async () => {
		const { items, sent, posts } = await onPlatform({ parameters: survey, prepare: refusesAfterSending({ evidence: 'totals' }) });
		expect(sent).toEqual(others);
		expect(posts).toBe(1);
		expect(items).toEqual(everyone().map((number) => expect.objectContaining({ ...unknown, phoneNumber: number, description: expect.stringMatching(ADVICE) })));
	});

	it.each(Object.keys(kinds).flatMap((kind) => (['none', 'id', 'totals'] as const).map((evidence): [string, RefusalEvidence] => [kind, evidence])))('%s goes to nobody again, evidence %s', async (kind, evidence) => {
		const code = kind === 'RCS' ? 14 : 'DESTINATION_INVALID';
		let recording = '';
		const { items, sent, posts } = await onPlatform({
			parameters: { ...kinds[kind], audioFile: recorded },
			prepare: (simulator) => {
				recording = simulator.addAudioFile().token;
				refusesAfterSending({ code, evidence })(simulator);
			},
			fields: () => ({ recording }),
		});
		expect(sent).toEqual(others);
		expect(posts).toBe(1);
		expect(items).toEqual(everyone().map((number) => expect.objectContaining({ ...unknown, code: String(code), phoneNumber: number, description: expect.stringMatching(/not (sent again|repeated)/) })));
	});
});

describe('what the statuses of a tag can and cannot tell', () => {
	const parameters = withTag('Same for all');
	const lagging = (tagListLagMs: number) => (simulator: Simulator) => {
		refusesAfterSending({})(simulator);
		simulator.behaviour.tagListLagMs = tagListLagMs;
	};
	const lagsForEver = inAdvance('lags for ever', { parameters, prepare: lagging(1e9) });
	// Less than the ten seconds until the second look, and far more than the two until the first.
	const lagsForSeconds = inAdvance('lags for some seconds', { parameters, prepare: lagging(9_000) });
	const stopsAtOffender = inAdvance('stops at the offender', {
		parameters,
		prepare: (simulator) => {
			simulator.optOut(phoneNumber(BAD));
			simulator.behaviour.optedOutBatch = 'stopAtOffender';
		},
	});
	const sentWith429 = inAdvance('429 that sent', { parameters, prepare: (simulator) => simulator.faults.add({ kind: 'statusOfRightAnswer', status: 429 }, { path: '/send' }) });

	it('a listing that lags for ever leaves all unknown', () => {
		const { items, sent, posts } = lagsForEver();
		expect(sent).toEqual(others);
		expect(posts).toBe(1);
		expect(items).toEqual(everyone().map((number) => expect.objectContaining({ ...unknown, phoneNumber: number, description: expect.stringMatching(/add the option Recipients to Skip with Opted Out\.$/) })));
	});

	it('a listing that lags for some seconds tells who was sent to, and nothing of the one who is missing', () => {
		const { items, sent, posts } = lagsForSeconds();
		expect(sent).toEqual(others);
		expect(posts).toBe(1);
		expect(items.map((json) => json.status)).toEqual(everyone().map((_, index) => (index === BAD ? 'unknown' : index === 3 ? 'notDelivered' : 'delivered')));
	});

	it('whoever comes behind the one at whom the platform stopped goes out once, or not at all where nothing proves it', () => {
		const { items, sent, posts } = stopsAtOffender();
		// 29 before the offender; of the other 31 the first half is refused with nobody to compare with, the second goes out.
		expect(items.map((json) => json.status)).toEqual(everyone().map((_, index) => (index < 29 ? 'delivered' : index < 45 ? 'unknown' : 'waiting')));
		expect(sent).toEqual(everyone().filter((_, index) => index < 29 || index >= 45));
		expect(posts).toBe(3);
	});

	it('a 429 that sent is not repeated, and comes out as sent', () => {
		const { items, sent, posts } = sentWith429();
		expect(sent).toEqual(everyone());
		expect(posts).toBe(1);
		expect(items.map((json) => json.status)).toEqual(everyone().map(() => 'delivered'));
	});
});

describe('a 429 without a tag', () => {
	const sentAll = (simulator: Simulator) => simulator.faults.add({ kind: 'statusOfRightAnswer', status: 429, retryAfter: 1 });

	it.each([3, 1])('is not repeated when it shows that %i were sent to', async (count) => {
		const { items, sent, posts } = await onPlatform({ parameters: without('Same for all'), prepare: sentAll, count });
		expect(sent).toEqual(everyone(count));
		expect(posts).toBe(1);
		expect(items).toEqual(everyone(count).map((number) => expect.objectContaining({ status: 'unknown', error: expect.stringMatching(/^Outcome unknown: /), messageId: expect.stringMatching(/^\d+$/), phoneNumber: number })));
	});

	it('counts as sent for whom it lists so', async () => {
		const { items, sent, posts } = await onPlatform({ parameters: without('Hello {name}'), prepare: sentAll, count: 3 });
		expect(sent).toEqual(everyone(3));
		expect(posts).toBe(1);
		expect(items.map((json) => json.status)).toEqual(['waiting', 'waiting', 'waiting']);
	});

	it.each(['Same for all', 'Hello {name}'])('is repeated when nothing in it says that anything was sent (%s)', async (message) => {
		const { items, sent, posts } = await onPlatform({
			parameters: without(message),
			prepare: (simulator) => simulator.faults.add({ kind: 'status', status: 429, retryAfter: 1 }),
			count: 3,
		});
		expect(sent).toEqual(everyone(3));
		expect(posts).toBe(2);
		expect(items.map((json) => json.status)).toEqual(['waiting', 'waiting', 'waiting']);
	});
});

describe('when nothing more starts', () => {
	const inTens: INodeParameters = { ...campaignParameters, options: { batchSize: 10 } };
	const silent = (times: number) => (simulator: Simulator) => simulator.faults.add({ kind: 'reset', accept: true }, { times });
	const countOf = (items: readonly IDataObject[], name: string, value: string) => items.filter((json) => json[name] === value).length;

	it('after two requests in a row with unknown outcomes the rest is not started', async () => {
		const { items, sent, posts } = await onPlatform({ parameters: inTens, prepare: silent(100), count: 100 });
		// Five at once, and the one that started between the first and the second answer that never came.
		expect(posts).toBeLessThanOrEqual(6);
		expect(sent).toHaveLength(posts * 10);
		expect(new Set(sent).size).toBe(sent.length);
		expect(countOf(items, 'status', 'unknown')).toBe(posts * 10);
		const rest = items.filter((json) => json.code === 'NOT_STARTED');
		expect(rest).toHaveLength(100 - posts * 10);
		for (const json of rest) expect(json).toMatchObject({ status: 'notSent', error: expect.stringMatching(/^Not sent: the outcomes of 2 requests in a row are unknown/), phoneNumber: expect.stringMatching(/^\+33/) });
		expect(rest.filter((json) => sent.includes(String(json.phoneNumber)))).toEqual([]);
	});

	it('says so in the error that stops the node', async () => {
		const { error, posts } = await onPlatform({ parameters: inTens, prepare: silent(100), count: 100, settings: {} });
		expect(error?.message).toMatch(new RegExp(`^0 of 100 sent, ${posts * 10} unknown, ${100 - posts * 10} not started: Outcome unknown: `));
	});

	it('goes on after a single one', async () => {
		const { items, sent, posts } = await onPlatform({ parameters: inTens, prepare: silent(1), count: 100 });
		expect(posts).toBe(10);
		expect(sent).toEqual(everyone(100));
		expect([countOf(items, 'status', 'unknown'), countOf(items, 'status', 'waiting')]).toEqual([10, 90]);
	});

	it.each([
		['continues', goOn],
		['stops', {}],
	])('after code 11 in the middle of a campaign nothing more starts, when the node %s on errors', async (_what, settings) => {
		const { items, sent, posts, error } = await onPlatform({
			parameters: { ...campaignParameters, options: { batchSize: 50 } },
			prepare: (simulator) => simulator.setSmsCredit(230),
			count: 600,
			settings,
		});
		// Four requests are paid for; besides the refused one, at most one more is under way for each of them.
		expect(sent).toHaveLength(200);
		expect(new Set(sent).size).toBe(200);
		expect(posts).toBeLessThanOrEqual(9);
		const refused = (posts - 4) * 50;
		if (settings === goOn) {
			expect(countOf(items, 'status', 'waiting')).toBe(200);
			const doubtful = items.filter((json) => json.code === '11');
			expect(doubtful).toHaveLength(refused);
			for (const json of doubtful) expect(json).toMatchObject({ status: 'unknown', description: expect.stringContaining('not enough credit') });
			const rest = items.filter((json) => json.code === 'NOT_STARTED');
			expect(rest).toHaveLength(400 - refused);
			for (const json of rest) expect(json).toMatchObject({ status: 'notSent', error: expect.stringMatching(/^Not sent: another request failed: /) });
		} else {
			expect(error?.message).toMatch(new RegExp(`^200 of 600 sent, ${refused} unknown, ${400 - refused} not started: Outcome unknown: `));
			expect(error?.description).toContain('not enough credit');
		}
	});

	it('a request that is refused again and again is taken apart in 40 at the most', async () => {
		const { items, sent, posts } = await onPlatform({
			parameters: without('Same for all'),
			prepare: (simulator) => {
				for (const number of everyone(500).filter((_, index) => index % 3 === 0)) simulator.makeInvalid(number);
			},
			count: 500,
			platform: { invalidNumberNaming: 'none' },
		});
		expect(posts).toBe(40);
		expect(new Set(sent).size).toBe(sent.length);
		expect(items.filter((json) => json.error === undefined).map((json) => json.phoneNumber)).toEqual(sent);
		expect(items.filter((json) => json.error !== undefined).map((json) => json.status)).toEqual(Array<string>(500 - sent.length).fill('notSent'));
		expect(countOf(items, 'code', 'NOT_STARTED')).toBeGreaterThan(400);
	});
});
