import groupBy from 'lodash/groupBy';

import type { NonEmpty } from '../values/nonEmpty';
import type { Delivery, SendKind } from './kind';

/**
 * Groups deliveries into the least number of requests. A number stands at most once in a batch, since the platform
 * refuses repeats (code 15) and its answers and delivery reports tell the recipients of one batch apart only by number.
 */
export function planBatches<D extends Delivery>(deliveries: readonly D[], kind: SendKind<D>): Array<NonEmpty<D>> {
	return Object.values(groupBy(deliveries, (delivery) => kind.key(delivery))).flatMap((group) => fillBatches(group, kind));
}

function fillBatches<D extends Delivery>(group: readonly D[], kind: SendKind<D>): Array<NonEmpty<D>> {
	const batches: Array<[D, ...D[]]> = [];
	const earliestFor = new Map<string, number>();
	let firstOpen = 0;
	for (const delivery of group) {
		const size = kind.maxBatch(delivery);
		let index = Math.max(firstOpen, earliestFor.get(delivery.phoneNumber) ?? 0);
		while ((batches[index]?.length ?? 0) >= size) index++;
		const batch = batches[index];
		if (batch) batch.push(delivery);
		else batches[index] = [delivery];
		earliestFor.set(delivery.phoneNumber, index + 1);
		while ((batches[firstOpen]?.length ?? 0) >= size) firstOpen++;
	}
	return batches;
}
