import type { IDataObject } from 'n8n-workflow';

import type { Endpoint } from '../api/endpoint';
import { refusal } from '../api/judge';
import { entriesByNumber } from '../values/entriesByNumber';
import { asBoolean, asText, type UnknownRecord } from '../values/narrow';
import type { Delivery, Outcome } from './kind';

/**
 * One outcome for each delivery of an answer that lists them, each entry with a success of its own (docs: bulk-send,
 * batch contacts). `describe` gives the output of a taken one, `unlisted` the outcome of one without an entry.
 */
export function readListed<D extends Delivery>(
	batch: readonly D[],
	entries: readonly UnknownRecord[],
	endpoint: Endpoint,
	describe: (delivery: D, entry: UnknownRecord) => IDataObject,
	unlisted: (delivery: D) => Outcome = notListed,
): Map<D, Outcome> {
	const entryOf = entriesByNumber(batch.map(({ phoneNumber }) => phoneNumber), entries);
	return new Map(
		batch.map((delivery, index): [D, Outcome] => {
			const entry = entryOf[index];
			if (!entry) return [delivery, unlisted(delivery)];
			return [delivery, isTaken(entry) ? { ok: true, json: describe(delivery, entry) } : { ok: false, failure: refusal(endpoint, 200, entry) }];
		}),
	);
}

function isTaken(entry: UnknownRecord): boolean {
	const code = asText(entry.code);
	return asBoolean(entry.success) ?? (code === undefined || code === '200');
}

/** The platform took the batch without a word about this recipient. */
export function notListed({ phoneNumber }: Delivery): Outcome {
	return {
		ok: false,
		failure: {
			kind: 'unknown',
			message: `Outcome unknown: the platform took the batch but did not mention ${phoneNumber}`,
			description: 'It may or may not have gone through, so it was not repeated. Look for it on my.smspartner.fr before you run this item again.',
			code: 'NOT_LISTED',
		},
	};
}
