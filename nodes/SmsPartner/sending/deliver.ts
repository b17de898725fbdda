import { BATCH_WIDE_CODES } from '../api/codes';
import type { Answer, Failure } from '../api/failure';
import type { UnknownRecord } from '../values/narrow';
import { isNonEmpty, type NonEmpty } from '../values/nonEmpty';
import type { Delivery, Outcome, SendKind } from './kind';

/** Parameters that all deliveries of a batch share: a complaint about one of them is about every delivery. */
const SHARED_FIELDS = new Set(['sender', 'tag', 'scheduledDeliveryDate', 'time', 'minute', 'urlDlr', 'urlResponse', 'apiKey', 'from']);

/**
 * Sends a batch so that everything goes out at most once. A batch that is refused as a whole has sent nothing, so it is
 * taken apart until the offending deliveries stand alone; any other trouble is reported and not repeated.
 */
export async function deliver<D extends Delivery>(
	batch: NonEmpty<D>,
	kind: SendKind<D>,
	post: (batch: NonEmpty<D>) => Promise<Answer<UnknownRecord>>,
): Promise<Map<D, Outcome>> {
	const outcomes = new Map<D, Outcome>();
	const waiting: Array<readonly D[]> = [batch];
	for (let part = waiting.shift(); part; part = waiting.shift()) {
		if (!isNonEmpty(part)) continue;
		const answer = await post(part);
		if (answer.ok) {
			for (const [delivery, outcome] of kind.read(part, answer.body)) outcomes.set(delivery, outcome);
		} else if (part.length === 1 || !isAboutSomeOnly(part, kind, answer.failure)) {
			for (const delivery of part) outcomes.set(delivery, { ok: false, failure: answer.failure });
		} else {
			const named = part.filter((delivery) => complaintAbout(delivery, answer.failure) !== undefined);
			const culprits = new Set(named.length < part.length ? named : []);
			for (const delivery of culprits) outcomes.set(delivery, { ok: false, failure: ownFailure(delivery, answer.failure) });
			waiting.push(...(culprits.size > 0 ? [part.filter((delivery) => !culprits.has(delivery))] : halves(part)));
		}
	}
	return outcomes;
}

/** Whether leaving some recipients out can help: not when the account, the sender or the schedule is what was refused. */
function isAboutSomeOnly<D extends Delivery>(part: NonEmpty<D>, kind: SendKind<D>, { kind: failed, code, httpStatus, fields }: Failure): boolean {
	if (failed !== 'refused') return false;
	if (code !== undefined && (code === String(httpStatus) || BATCH_WIDE_CODES.has(code) || kind.concernsAll?.(part, { code }))) return false;
	return !fields?.some(({ field }) => SHARED_FIELDS.has(field) || kind.concernsAll?.(part, { field }));
}

/** The platform's sentence that names this number, in national or international form (docs: error 9). */
function complaintAbout({ phoneNumber }: Delivery, { message, fields }: Failure): string | undefined {
	const international = phoneNumber.slice(1);
	const spellings = new Set([international, `00${international}`, ...(international.startsWith('33') ? [`0${international.slice(2)}`] : [])]);
	return [...(fields ?? []).map((field) => field.message), message].find((text) =>
		(text.match(/\d{6,}/g) ?? []).some((digits) => spellings.has(digits)),
	);
}

function ownFailure(delivery: Delivery, failure: Failure): Failure {
	const { fields: _others, ...facts } = failure;
	return { ...facts, message: complaintAbout(delivery, failure) ?? failure.message };
}

function halves<D>(part: readonly D[]): Array<readonly D[]> {
	const middle = Math.ceil(part.length / 2);
	return [part.slice(0, middle), part.slice(middle)];
}
