import differenceWith from 'lodash/differenceWith';
import groupBy from 'lodash/groupBy';
import isEqual from 'lodash/isEqual';
import omit from 'lodash/omit';
import sortBy from 'lodash/sortBy';
import type { IExecuteFunctions } from 'n8n-workflow';

import type { Answer } from '../api/failure';
import type { Pages } from '../api/paging';
import { pause } from '../api/time';
import { allStatusesOfTag } from '../lookups/statusLists';
import type { UnknownRecord } from '../values/narrow';
import { displayPhoneNumber } from '../values/phoneNumber';
import type { Findings } from './deliver';
import type { Delivery, SendKind } from './kind';

/** Pages that are read of a tag where they only help; whoever is to be skipped by them needs them all. */
const MAX_PAGES = 20;

/** Tags that are read before a run; an expression may give many. */
const MAX_TAGS = 5;

/** Milliseconds after a request at which its tag is looked up: a listing may lag behind (docs: status by tag says nothing of it). */
const LOOKS_MS = [2_000, 10_000];

/** What is listed under a tag: the platform's records by phone number (E.164), and whether they are all of it. */
interface Listing {
	records: ReadonlyMap<string, readonly UnknownRecord[]>;
	complete: boolean;
}

/**
 * What the platform lists under the tags of a run, before the run and after a doubt: whoever is new has gone out. Nothing
 * but such a listing tells it, and it is believed only as far as it is complete.
 */
export class Tagged<D extends Delivery> {
	private readonly before = new Map<string, Promise<Answer<Listing>>>();
	/** How many deliveries of the run have the same number under the same tag. */
	private readonly planned = new Map<string, number>();
	private readonly lookedUp = new Set<D>();

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly kind: SendKind<D>,
	) {}

	/** What was listed under a tag before the run. `wholly` where it must be complete. */
	async listedBefore(tag: string, wholly: boolean): Promise<Answer<Listing>> {
		const listing = this.before.get(tag) ?? this.read(tag, wholly ? undefined : MAX_PAGES);
		this.before.set(tag, listing);
		return listing;
	}

	/**
	 * Reads, before the first request, what is listed under the tags of those who are to be sent to. One alone is asked
	 * about by nobody. `earlier` went out when n8n called the node before, and may come to be listed only now.
	 */
	async expect(deliveries: readonly D[], earlier: readonly D[] = []): Promise<void> {
		const byTag = Object.entries(this.byTag(deliveries));
		for (const [tag, group] of Object.entries(this.byTag([...earlier, ...deliveries]))) {
			for (const delivery of group) this.planned.set(keyOf(tag, delivery), this.plannedFor(tag, delivery) + 1);
		}
		if (deliveries.length < 2) return;
		const largest = sortBy(byTag, ([, { length }]) => -length).slice(0, MAX_TAGS);
		await Promise.all(largest.map(async ([tag]) => this.listedBefore(tag, false)));
	}

	/** Looks the deliveries up after a doubt; all are of one moment. */
	async findings(deliveries: readonly D[]): Promise<Findings<D>> {
		const found = { sent: new Map<D, UnknownRecord>(), absent: new Set<D>() };
		for (const delivery of deliveries) this.lookedUp.add(delivery);
		await Promise.all(Object.entries(this.byTag(deliveries)).map(async ([tag, group]) => this.findUnder(tag, group, found)));
		return found;
	}

	hasLookedUp(delivery: D): boolean {
		return this.lookedUp.has(delivery);
	}

	private byTag(deliveries: readonly D[]): Record<string, D[]> {
		const { tag } = this.kind;
		return tag === undefined ? {} : omit(groupBy(deliveries, (delivery) => tag(delivery) ?? ''), '');
	}

	private async findUnder(tag: string, group: readonly D[], found: { sent: Map<D, UnknownRecord>; absent: Set<D> }): Promise<void> {
		const before = await this.before.get(tag);
		if (!before?.ok || !before.body.complete) return;
		const looks: Array<{ fresh: Map<D, UnknownRecord>; missing: Set<D> } | undefined> = [];
		let waited = 0;
		for (const at of LOOKS_MS) {
			const stopped = this.context.getExecutionCancelSignal();
			await pause(at - waited, stopped);
			waited = at;
			if (stopped?.aborted) break;
			const after = await this.read(tag);
			const look = after.ok ? this.compare(tag, group, before.body, after.body) : undefined;
			looks.push(look);
			if (look?.fresh.size === group.length) break;
		}
		for (const look of looks) for (const [delivery, record] of look?.fresh ?? []) found.sent.set(delivery, record);
		const [first, second] = looks;
		const agree = first && second && first.fresh.size === second.fresh.size && [...first.fresh.keys()].every((delivery) => second.fresh.has(delivery));
		if (agree && second.fresh.size > 0) for (const delivery of second.missing) if (first.missing.has(delivery)) found.absent.add(delivery);
	}

	private compare(tag: string, group: readonly D[], before: Listing, after: Listing) {
		const fresh = new Map<D, UnknownRecord>();
		const missing = new Set<D>();
		for (const delivery of group) {
			const planned = this.plannedFor(tag, delivery);
			const records = after.records.get(delivery.phoneNumber) ?? [];
			const known = before.records.get(delivery.phoneNumber) ?? [];
			const more = records.length - known.length;
			// Of several SMS to one number nobody knows which is listed, unless all are.
			if (more >= planned && records.length > 0) fresh.set(delivery, commonRecord(differenceWith(records, known, isEqual)));
			else if (after.complete && more === 0 && planned === 1) missing.add(delivery);
		}
		return { fresh, missing };
	}

	private plannedFor(tag: string, delivery: D): number {
		return this.planned.get(keyOf(tag, delivery)) ?? 0;
	}

	private async read(tag: string, pages?: number): Promise<Answer<Listing>> {
		const list = await allStatusesOfTag(this.context, tag, pages);
		return list.ok ? { ok: true, body: toListing(list.body) } : list;
	}
}

function toListing({ entries, complete }: Pages): Listing {
	const records = groupBy(entries, ({ phoneNumber }) => displayPhoneNumber(phoneNumber) ?? '');
	// An entry that nobody can be recognised by may be anybody.
	const areReadable = Object.keys(records).every((number) => /^\+\d+$/.test(number));
	return { records: new Map(Object.entries(records)), complete: complete && areReadable };
}

/** Of several records nobody knows which is whose: what one says is believed only where all say the same. */
function commonRecord([record = {}, ...others]: readonly UnknownRecord[]): UnknownRecord {
	return others.every((other) => isEqual(other, record)) ? record : {};
}

function keyOf(tag: string, { phoneNumber }: Delivery): string {
	return `${phoneNumber} ${tag}`;
}
