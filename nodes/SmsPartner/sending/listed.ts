import type { IDataObject } from 'n8n-workflow';

import type { Endpoint } from '../api/endpoint';
import type { Failure } from '../api/failure';
import { refusal } from '../api/judge';
import { allByNumber } from '../values/entriesByNumber';
import { asBoolean, asText, type UnknownRecord } from '../values/narrow';
import type { Delivery, Outcome } from './kind';

const LOOK_FIRST =
	'It may or may not have gone through, so it was not repeated. Look for it on my.smspartner.fr before you run this item again.';

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
	const entriesOf = allByNumber(batch.map(({ phoneNumber }) => phoneNumber), entries);
	return new Map(
		batch.map((delivery, index): [D, Outcome] => {
			const own = entriesOf[index] ?? [];
			const entry = own.at(-1);
			if (!entry) return [delivery, unlisted(delivery)];
			const taken = areTaken(own);
			if (taken === undefined) return [delivery, unclear(delivery, refusal(endpoint, 200, entry))];
			return [delivery, taken ? { ok: true, json: describe(delivery, entry) } : { ok: false, failure: refusal(endpoint, 200, entry) }];
		}),
	);
}

/** Undefined where the entry says both yes and no, or only something that is not known to mean either. */
export function isTaken({ success, code, error, errors, message, status }: UnknownRecord): boolean | undefined {
	const answer = asBoolean(success);
	const number = asText(code);
	const yes = answer === true || number === '200';
	const no = answer === false || (number !== undefined && number !== '200') || !isBlank(error) || !isBlank(errors);
	if (yes || no) return yes && no ? undefined : yes;
	return isBlank(message) && isBlank(status) ? true : undefined;
}

/** Undefined also where the entries of one number contradict each other. */
export function areTaken(entries: readonly UnknownRecord[]): boolean | undefined {
	const [answer, ...others] = new Set(entries.map(isTaken));
	return others.length > 0 ? undefined : answer;
}

function isBlank(value: unknown): boolean {
	return !value || (Array.isArray(value) && value.length === 0);
}

function unclear({ phoneNumber }: Delivery, { message, code = 'UNCLEAR' }: Failure): Outcome {
	return {
		ok: false,
		failure: {
			kind: 'unknown',
			message: `Outcome unknown: the platform does not say clearly whether it took ${phoneNumber}: ${message}`,
			description: LOOK_FIRST,
			code,
		},
	};
}

/** The platform took the batch without a word about this recipient. */
export function notListed({ phoneNumber }: Delivery): Outcome {
	return {
		ok: false,
		failure: {
			kind: 'unknown',
			message: `Outcome unknown: the platform took the batch but did not mention ${phoneNumber}`,
			description: LOOK_FIRST,
			code: 'NOT_LISTED',
		},
	};
}
