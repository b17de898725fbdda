import { entryLists } from '../api/acceptance';
import type { Endpoint } from '../api/endpoint';
import type { Answer, Failure } from '../api/failure';
import { allByNumber } from '../values/entriesByNumber';
import { asBoolean, asText, type UnknownRecord } from '../values/narrow';
import { isNonEmpty, type NonEmpty } from '../values/nonEmpty';
import type { Delivery, Outcome, SendKind } from './kind';
import { foundOutcome } from './known';
import { areTaken } from './listed';
import { notStarted } from './notStarted';
import { complaintAbout, maybeSent, ownFailure, reachOf } from './refusal';

/** Most requests that a batch is taken apart in. */
const MAX_REQUESTS = 40;

/** What became of deliveries whose request was refused, or not answered, as far as the platform lists them. */
export interface Findings<D> {
	/** Those that have gone out, with the platform's record of each. */
	sent: ReadonlyMap<D, UnknownRecord>;
	/** Those that certainly have not. */
	absent: ReadonlySet<D>;
}

/** The world of one batch. */
export interface Platform<D extends Delivery> {
	post(batch: NonEmpty<D>): Promise<Answer<UnknownRecord> & { endpoint: Endpoint }>;
	/** Looks up what has gone out all the same. */
	findings(deliveries: readonly D[]): Promise<Findings<D>>;
	/** What the user can do to be safe from such doubts about a request: sentences. */
	advice(part: NonEmpty<D>): readonly string[];
}

/**
 * Sends a batch so that everything goes out at most once. What a refusal means for the others of the request depends on
 * its reach: refused by validation, the offending deliveries are found and the others go out; refused for the sake of one
 * in any other way, only those go out that have certainly not gone out yet. Any other trouble is reported, not repeated.
 */
export async function deliver<D extends Delivery>(batch: NonEmpty<D>, kind: SendKind<D>, platform: Platform<D>): Promise<Map<D, Outcome>> {
	const outcomes = new Map<D, Outcome>();
	const waiting: Array<readonly D[]> = [batch];
	let requests = 0;
	let ended: Failure | undefined;
	for (let part = waiting.shift(); part; part = waiting.shift()) {
		if (!isNonEmpty(part)) continue;
		if (ended || requests >= MAX_REQUESTS) {
			const failure = notStarted(ended ? `the batch was refused: ${ended.message}` : `the batch was refused, and ${MAX_REQUESTS} requests did not find out for whose sake`);
			for (const delivery of part) outcomes.set(delivery, { ok: false, failure });
			continue;
		}
		requests++;
		const { outcomes: found, again } = await deliverPart(part, kind, platform);
		for (const [delivery, outcome] of found) {
			outcomes.set(delivery, outcome);
			if (!outcome.ok && outcome.failure.concernsAll) ended = outcome.failure;
		}
		waiting.push(...again);
	}
	return outcomes;
}

interface Part<D> {
	outcomes: Map<D, Outcome>;
	/** What is to be tried again: it has certainly not gone out. */
	again: Array<readonly D[]>;
}

async function deliverPart<D extends Delivery>(part: NonEmpty<D>, kind: SendKind<D>, platform: Platform<D>): Promise<Part<D>> {
	const answer = await platform.post(part);
	if (answer.ok) return settled(readSafely(part, kind, answer.body));
	const { failure, signs, endpoint } = answer;
	if (signs) return settled(await taken(part, kind, platform, failure, signs));
	if (failure.kind === 'input') return settled(allWith(part, { ...failure, concernsAll: true }));
	if (failure.kind !== 'refused') return settled(allWith(part, failure));

	const reach = reachOf(part, kind, endpoint, failure);
	if (reach === 'everybody') return settled(allWith(part, { ...failure, concernsAll: true }));
	if (part.length === 1) return settled(allWith(part, isCreditUsedUp(failure) ? { ...failure, concernsAll: true } : failure));
	if (reach === 'validation') return withoutOffenders(new Map(), part, failure);
	const { sent, absent } = await platform.findings(part);
	const outcomes = new Map([...sent].map(([delivery, record]): [D, Outcome] => [delivery, foundOutcome(delivery, kind, record)]));
	const open = part.filter((delivery) => !outcomes.has(delivery));
	const isSure = open.every((delivery) => absent.has(delivery));
	if (isSure && reach !== 'endsRun') return withoutOffenders(outcomes, open, failure);
	const openFailure = isSure ? failure : maybeSent(failure, platform.advice(part));
	for (const delivery of open) outcomes.set(delivery, { ok: false, failure: reach === 'endsRun' ? { ...openFailure, concernsAll: true } : openFailure });
	return settled(outcomes);
}

function settled<D>(outcomes: Map<D, Outcome>): Part<D> {
	return { outcomes, again: [] };
}

function allWith<D>(part: readonly D[], failure: Failure): Map<D, Outcome> {
	return new Map(part.map((delivery) => [delivery, { ok: false, failure }]));
}

/** docs: error codes 11, and NOT_CREDIT of Voice Partner */
function isCreditUsedUp({ code }: Failure): boolean {
	return code === '11' || code === 'NOT_CREDIT';
}

/** Takes out those that were refused for their own sake, or divides the rest until they stand alone. */
function withoutOffenders<D extends Delivery>(outcomes: Map<D, Outcome>, open: readonly D[], failure: Failure): Part<D> {
	const named = open.filter((delivery) => complaintAbout(delivery, failure) !== undefined);
	// Those that all are named, or nobody: each may be the one.
	const offenders = new Set(open.length === 1 ? open : named.length < open.length ? named : []);
	for (const delivery of offenders) outcomes.set(delivery, { ok: false, failure: ownFailure(delivery, failure) });
	return { outcomes, again: offenders.size > 0 ? [open.filter((delivery) => !offenders.has(delivery))] : halves(open) };
}

/**
 * The outcomes of an answer that refuses and yet shows that something was taken: sent is who is listed with a success, or
 * whom the platform lists by the tag; nothing is sent again, whoever may be missing.
 */
async function taken<D extends Delivery>(
	part: NonEmpty<D>,
	kind: SendKind<D>,
	platform: Platform<D>,
	failure: Failure,
	signs: UnknownRecord,
): Promise<Map<D, Outcome>> {
	const messageId = asText(signs.message_id) ?? asText(signs.messageId) ?? asText(signs.campaignId);
	// One alone has nothing to be mistaken for another.
	const description = [failure.description, ...(part.length > 1 ? platform.advice(part) : [])].join(' ');
	const unknown: Failure = { ...failure, description, ...(messageId !== undefined && { messageId }) };
	const numbers = part.map(({ phoneNumber }) => phoneNumber);
	// Each list by itself: complaints and successes together may by chance be as many as the recipients.
	const lists = entryLists(signs).map((entries) => allByNumber(numbers, entries));
	const entriesOf = part.map((_delivery, index) => lists.flatMap((list) => list[index] ?? []));
	const outcomes = new Map(
		part.map((delivery, index): [D, Outcome] => {
			const own = entriesOf[index] ?? [];
			const entry = own.at(-1);
			const isListed = entry !== undefined && kind.describe !== undefined && sayTaken(own);
			return [delivery, isListed ? foundOutcome(delivery, kind, { message_id: messageId, ...entry }) : { ok: false, failure: unknown }];
		}),
	);
	const open = part.filter((delivery) => outcomes.get(delivery)?.ok === false);
	if (part.length === 1 || open.length === 0) return outcomes;
	// All of them: that one is missing tells something only beside others who are listed.
	const { sent, absent } = await platform.findings(part);
	part.forEach((delivery, index) => {
		const record = sent.get(delivery);
		if (record) outcomes.set(delivery, foundOutcome(delivery, kind, { message_id: messageId, ...entriesOf[index]?.at(-1), ...record }));
	});
	const [only, ...others] = open.filter((delivery) => !sent.has(delivery));
	const { refusal } = failure;
	if (only && others.length === 0 && absent.has(only) && refusal) outcomes.set(only, { ok: false, failure: ownFailure(only, refusal) });
	return outcomes;
}

/** An entry that says nothing of itself is none that says yes: here the answer as a whole says no. */
function sayTaken(entries: readonly UnknownRecord[]): boolean {
	return areTaken(entries) === true && entries.every(({ success, code }) => asBoolean(success) === true || asText(code) === '200');
}

/** An answer that cannot be read was still an acceptance: an exception would have n8n send everything again. */
function readSafely<D extends Delivery>(part: NonEmpty<D>, kind: SendKind<D>, body: UnknownRecord): Map<D, Outcome> {
	try {
		return kind.read(part, body);
	} catch {
		return allWith(part, UNREADABLE);
	}
}

const UNREADABLE: Failure = {
	kind: 'unknown',
	message: 'Outcome unknown: the platform took the request, but its answer cannot be read',
	description: 'It may or may not have gone through, so it was not repeated. Look for it in your dashboard before you run this item again.',
	code: 'UNREADABLE',
};

function halves<D>(part: readonly D[]): Array<readonly D[]> {
	const middle = Math.ceil(part.length / 2);
	return [part.slice(0, middle), part.slice(middle)];
}
