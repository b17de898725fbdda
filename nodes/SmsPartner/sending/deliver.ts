import { BATCH_WIDE_CODES, BATCH_WIDE_STATUSES } from '../api/codes';
import type { Answer, Failure } from '../api/failure';
import type { UnknownRecord } from '../values/narrow';
import { isNonEmpty, type NonEmpty } from '../values/nonEmpty';
import type { Delivery, Outcome, SendKind } from './kind';

/** Parameters that all deliveries of a batch share: a complaint about one of them is about every delivery. */
const SHARED_FIELDS = new Set([
	...['sender', 'from', 'tag', 'scheduledDeliveryDate', 'time', 'minute', 'urlDlr', 'urlResponse'],
	...['isStopSms', 'isUnicode', 'sandbox', 'sondageIdent', 'apiKey'],
]);

/** Parameters that hold recipients; a complaint may also come without its parameter. */
const PHONE_FIELDS = new Set(['phoneNumber', 'phoneNumbers', 'to', '']);

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
			for (const [delivery, outcome] of readSafely(part, kind, answer.body)) outcomes.set(delivery, outcome);
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

/** An answer that cannot be read was still an acceptance: an exception would have n8n send everything again. */
function readSafely<D extends Delivery>(part: NonEmpty<D>, kind: SendKind<D>, body: UnknownRecord): Map<D, Outcome> {
	try {
		return kind.read(part, body);
	} catch {
		return new Map(part.map((delivery) => [delivery, { ok: false, failure: UNREADABLE }]));
	}
}

const UNREADABLE: Failure = {
	kind: 'unknown',
	message: 'Outcome unknown: the platform took the request, but its answer cannot be read',
	description: 'It may or may not have gone through, so it was not repeated. Look for it in your dashboard before you run this item again.',
	code: 'UNREADABLE',
};

/** Whether leaving some recipients out can help: not when the account, the sender or the schedule is what was refused. */
function isAboutSomeOnly<D extends Delivery>(part: NonEmpty<D>, kind: SendKind<D>, { kind: failed, code, httpStatus, fields }: Failure): boolean {
	if (failed !== 'refused') return false;
	if (code === undefined && httpStatus !== undefined && BATCH_WIDE_STATUSES.has(httpStatus)) return false;
	if (code !== undefined && (code === String(httpStatus) || BATCH_WIDE_CODES.has(code) || kind.concernsAll?.(part, { code }))) return false;
	return !fields?.some(({ field }) => SHARED_FIELDS.has(field) || kind.concernsAll?.(part, { field }));
}

/**
 * The platform's sentence that names this number, in national or international form (docs: error 9). A complaint about
 * another parameter may quote a number too, such as one in the text, and the overall message repeats all complaints.
 */
function complaintAbout({ phoneNumber }: Delivery, { message, fields = [] }: Failure): string | undefined {
	const international = phoneNumber.slice(1);
	const spellings = new Set([international, `00${international}`, ...(international.startsWith('33') ? [`0${international.slice(2)}`] : [])]);
	const about = fields.filter(({ field }) => PHONE_FIELDS.has(field));
	const sentences = about.map((complaint) => complaint.message);
	return (about.length === fields.length ? [...sentences, message] : sentences).find((text) =>
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
