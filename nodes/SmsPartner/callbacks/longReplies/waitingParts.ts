import groupBy from 'lodash/groupBy';

import { asList, isRecord } from '../../values/narrow';
import { toMessages, type Message } from './messages';
import { restorePart, type Part } from './part';

/** What is kept across a restart. */
export interface StoredParts {
	waiting: Part[];
	/** Parts that have left, and when, in milliseconds of Unix time. */
	left: Record<string, number>;
}

/** How long a part that has left is known, so that a repeated delivery of it is not taken for a new one. */
const rememberMs = 24 * 60 * 60_000;
const maxRemembered = 2_000;
/** What is younger may still be on its way to the database. */
const settledMs = 1_000;
/** A complete message that is younger may be leaving with another request, or another process. */
const stuckMs = 5_000;
/** Beyond it the oldest messages leave as they are: whoever knows the URL could fill the database otherwise. */
const maxWaiting = 2_000;

/**
 * The parts of long replies that wait for the rest of their message. A part waits, is taken out to start the workflow,
 * and has left once n8n holds the execution; only then is it given up. What came and what left are sets, so that this
 * state and a stored one, older or newer, merge without losing a part or letting one leave twice.
 */
export class WaitingParts {
	private readonly waiting = new Map<string, Part>();

	private readonly leaving = new Map<string, Part>();

	private readonly left = new Map<string, number>();

	get isEmpty(): boolean {
		return this.waiting.size === 0;
	}

	isWaiting({ id }: Part): boolean {
		return this.waiting.has(id);
	}

	/** A part that is here, or was, changes nothing. */
	add(part: Part): void {
		if (!this.isKnown(part.id)) this.waiting.set(part.id, part);
	}

	/** Adds what another process, or this one before a restart, has stored. */
	merge(stored: unknown): void {
		if (!isRecord(stored)) return;
		for (const [id, at] of Object.entries(isRecord(stored.left) ? stored.left : {})) {
			if (typeof at === 'number' && !this.left.has(id)) this.leave(id, at);
		}
		for (const value of asList(stored.waiting)) {
			const part = isRecord(value) && !this.isKnown(value.id) ? restorePart(value) : undefined;
			if (part !== undefined) this.waiting.set(part.id, part);
		}
	}

	/**
	 * Whether what is stored lacks what has been known here for a while, that a part waits or that it has left: another
	 * process, or another node, wrote over it.
	 */
	isMissingFrom(stored: unknown, now: number): boolean {
		const ids = asList(isRecord(stored) ? stored.waiting : undefined).map((part) => (isRecord(part) ? part.id : undefined));
		const known = new Set(ids);
		const isLacking = [...this.waiting.values()].some(({ id, arrivedAt }) => now - arrivedAt > settledMs && !known.has(id));
		return isLacking || ids.some((id) => typeof id === 'string' && now - (this.left.get(id) ?? now) > settledMs);
	}

	/** The message that a waiting part belongs to. */
	messageOf(part: Part): Message | undefined {
		const together = [...this.waiting.values()].filter(({ reference }) => reference === part.reference);
		return toMessages(together).find(({ parts }) => parts.some(({ id }) => id === part.id));
	}

	/**
	 * The messages that have waited for `maxWaitMs`, complete or not, and the oldest when there are too many; also those
	 * that are complete and still here, because their parts came to several processes or their execution failed.
	 */
	overdue(now: number, maxWaitMs: number): Message[] {
		if (this.isEmpty) return [];
		const excess = new Set([...this.waiting.keys()].slice(0, Math.max(0, this.waiting.size - maxWaiting)));
		const messages = Object.values(groupBy([...this.waiting.values()], ({ reference }) => reference)).flatMap(toMessages);
		return messages.filter(
			({ complete, since, parts }) =>
				// A clock that was put back leaves parts behind that came in the future.
				Math.abs(now - since) >= maxWaitMs ||
				(complete && parts.every(({ arrivedAt }) => now - arrivedAt >= stuckMs)) ||
				parts.some(({ id }) => excess.has(id)),
		);
	}

	/** From now on no other request finds these messages. */
	take(messages: readonly Message[]): void {
		for (const part of partsOf(messages)) {
			this.waiting.delete(part.id);
			this.leaving.set(part.id, part);
		}
	}

	/** n8n holds the execution that these messages started. */
	confirm(messages: readonly Message[], now: number): void {
		for (const { id } of partsOf(messages)) this.leave(id, now);
		for (const [id, at] of this.left) {
			if (Math.abs(now - at) <= rememberMs) break;
			this.left.delete(id);
		}
	}

	/** There is no such execution: they wait again. */
	putBack(messages: readonly Message[]): void {
		for (const part of partsOf(messages)) {
			this.leaving.delete(part.id);
			this.add(part);
		}
	}

	/**
	 * What to store. n8n writes it after the request, as late as it can, so that it holds what all requests have brought
	 * by then.
	 *
	 * @param departing messages that have left when this is written: the execution comes before the static data
	 */
	storedWithout(departing: readonly Message[]): { toJSON(): StoredParts } {
		const gone = partsOf(departing).map(({ id }) => id);
		return {
			toJSON: () => {
				const now = Date.now();
				const left = [...this.left, ...gone.map((id): [string, number] => [id, now])].slice(-maxRemembered);
				const waiting = [...this.waiting.values(), ...this.leaving.values()].filter(({ id }) => !gone.includes(id));
				return { waiting, left: Object.fromEntries(left) };
			},
		};
	}

	private isKnown(id: unknown): boolean {
		return typeof id === 'string' && (this.waiting.has(id) || this.leaving.has(id) || this.left.has(id));
	}

	private leave(id: string, at: number): void {
		this.waiting.delete(id);
		this.leaving.delete(id);
		this.left.set(id, at);
	}
}

function partsOf(messages: readonly Message[]): Part[] {
	return messages.flatMap(({ parts }) => parts);
}
