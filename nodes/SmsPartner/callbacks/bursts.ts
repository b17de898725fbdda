import { sleep } from 'n8n-workflow';

import { answered, type Response } from './answered';

interface Waiting<T> {
	items: T[];
	/** Ends the wait: with the items to start an execution with, or, when another request has done so, without. */
	go(turn: 'lead' | 'left'): void;
}

/** In a burst, the next execution waits for more as long as more comes within a slice, up to the limit. */
const gatherSliceMs = 25;
const gatherLimitMs = 500;

/**
 * Requests of one node whose items leave together: while n8n is busy with one execution, what comes in the meantime
 * waits, and then leaves in the next, in order of arrival. A request goes on, and is answered, when its items are in an
 * execution; the first one of a burst, or a lone one, does not wait.
 */
export class Burst<T> {
	private readonly queue: Array<Waiting<T>> = [];

	private isBusy = false;

	constructor(private readonly maxItems: number) {}

	/** The items that this request has to start an execution with; none when its own have left with another request. */
	async join(items: T[], response: Response): Promise<T[]> {
		const isBurst = this.isBusy;
		const turn = await new Promise<'lead' | 'left'>((go) => {
			this.queue.push({ items, go });
			this.next();
		});
		if (turn === 'left') return [];
		if (isBurst) await this.gather();
		const [leader, ...followers] = this.takeBatch();
		void answered(response).then((isDone) => {
			if (isDone) for (const { go } of followers) go('left');
			else this.queue.unshift(...followers);
			this.isBusy = false;
			this.next();
		});
		return [...(leader?.items ?? []), ...followers.flatMap((follower) => follower.items)];
	}

	private next(): void {
		const [first] = this.queue;
		if (this.isBusy || first === undefined) return;
		this.isBusy = true;
		first.go('lead');
	}

	/** An execution costs n8n many times what another item in it does. */
	private async gather(): Promise<void> {
		for (let waited = 0, before = 0; this.queue.length > before && waited < gatherLimitMs; waited += gatherSliceMs) {
			before = this.queue.length;
			if (before >= this.maxItems) return;
			await sleep(gatherSliceMs);
		}
	}

	/** As many requests as fit, but at least one. */
	private takeBatch(): Array<Waiting<T>> {
		let count = 0;
		const tooMany = this.queue.findIndex(({ items }, index) => {
			count += items.length;
			return count > this.maxItems && index > 0;
		});
		return this.queue.splice(0, tooMany < 0 ? this.queue.length : tooMany);
	}
}
