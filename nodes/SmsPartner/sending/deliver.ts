import { BATCH_WIDE_CODES, TEXT_CODES } from '../api/codes';
import type { Answer, Failure } from '../api/failure';
import type { UnknownRecord } from '../values/narrow';
import { isNonEmpty, type NonEmpty } from '../values/nonEmpty';
import { readOutcomes, type Outcome } from './outcomes';
import type { Job } from './recipients';

/** Parameters of a batch that all its SMS share: a complaint about one of them is about every SMS. */
const SHARED_FIELDS = new Set(['sender', 'tag', 'scheduledDeliveryDate', 'time', 'minute', 'urlDlr', 'urlResponse', 'apiKey', 'from']);

/**
 * Sends a batch so that every SMS goes out at most once. A batch that is refused as a whole has sent nothing, so it is
 * taken apart until the offending SMS stand alone; any other trouble is reported and not repeated.
 */
export async function deliver(batch: NonEmpty<Job>, post: (batch: NonEmpty<Job>) => Promise<Answer<UnknownRecord>>): Promise<Map<Job, Outcome>> {
	const outcomes = new Map<Job, Outcome>();
	const waiting: Array<readonly Job[]> = [batch];
	for (let part = waiting.shift(); part; part = waiting.shift()) {
		if (!isNonEmpty(part)) continue;
		const answer = await post(part);
		if (answer.ok) {
			for (const [job, outcome] of readOutcomes(part, answer.body)) outcomes.set(job, outcome);
		} else if (part.length === 1 || !isAboutSomeOnly(part, answer.failure)) {
			for (const job of part) outcomes.set(job, { ok: false, failure: answer.failure });
		} else {
			const named = part.filter((job) => complaintAbout(job, answer.failure) !== undefined);
			const culprits = named.length < part.length ? named : [];
			for (const job of culprits) outcomes.set(job, { ok: false, failure: ownFailure(job, answer.failure) });
			waiting.push(...(culprits.length > 0 ? [without(part, culprits)] : halves(part)));
		}
	}
	return outcomes;
}

/** Whether leaving some SMS out can help: not when the account, the sender, the schedule or the one text is refused. */
function isAboutSomeOnly(part: readonly Job[], { kind, code, httpStatus, fields }: Failure): boolean {
	if (kind !== 'refused' || (code !== undefined && code === String(httpStatus))) return false;
	const sharedText = part.every(({ text }) => text === part[0]?.text);
	if (fields && fields.length > 0) {
		return !fields.some(({ field }) => SHARED_FIELDS.has(field) || (sharedText && field === 'message'));
	}
	return code === undefined || !(BATCH_WIDE_CODES.has(code) || (sharedText && TEXT_CODES.has(code)));
}

/** The platform's sentence that names this number, in national or international form (docs: error 9). */
function complaintAbout({ phoneNumber }: Job, { message, fields }: Failure): string | undefined {
	const international = phoneNumber.slice(1);
	const spellings = new Set([international, `00${international}`, ...(international.startsWith('33') ? [`0${international.slice(2)}`] : [])]);
	return [...(fields ?? []).map((field) => field.message), message].find((text) =>
		(text.match(/\d{6,}/g) ?? []).some((digits) => spellings.has(digits)),
	);
}

function ownFailure(job: Job, failure: Failure): Failure {
	const { fields: _others, ...facts } = failure;
	return { ...facts, message: complaintAbout(job, failure) ?? failure.message };
}

function without(part: readonly Job[], culprits: readonly Job[]): readonly Job[] {
	const out = new Set(culprits);
	return part.filter((job) => !out.has(job));
}

function halves(part: readonly Job[]): Array<readonly Job[]> {
	const middle = Math.ceil(part.length / 2);
	return [part.slice(0, middle), part.slice(middle)];
}
