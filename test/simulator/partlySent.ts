/** A send whose request is refused as a whole although part of it was sent: nothing documented rules that out (docs: single-send). */
import { jsonReply, type TextReply } from './replies';
import { Refusal, refusalBody } from './refusal';
import { anyForm } from './rules/numbers';

/** Who is sent to all the same. Numbers may be written in any usual form. */
export type TakenPart =
	| 'everyone'
	/** Everyone but these. */
	| { allBut: readonly string[] }
	/** In order, up to the first of these: the platform stops there. */
	| { before: readonly string[] }
	/** The first so many. */
	| { first: number };

/**
 * What the refusal shows of what was sent: its id (`message_id`, `campaignId`), its count and cost under the names of
 * the success, an `SMSResponse_List` that tells those sent to from the others, or all three.
 */
export type RefusalEvidence = 'none' | 'id' | 'totals' | 'list' | 'all';

/** How a whole request is refused after part of it was sent. */
export interface PartlySent {
	taken: TakenPart;
	/** Of Voice a name, such as `NOT_CREDIT`. Left out: the refusal has no code. */
	code?: number | string;
	/** Left out: the platform's own words for the code, if it has any. */
	message?: string;
	/** HTTP status; left out: that of every refusal. */
	status?: number;
	/** Seconds or an HTTP date. */
	retryAfter?: number | string;
	/** Default none. */
	evidence?: RefusalEvidence;
}

/** As a fault it meets sends alone, and with `allBut` and `before` only those that hold one of the numbers; no other request uses it up. */
export type PartlySentFault = { kind: 'partlySent' } & PartlySent;

/** The evidence there could be, in the words of the endpoint. */
export interface Signs {
	/** Absent if nothing was sent. */
	id: object | undefined;
	totals: object;
	list: readonly object[];
}

/** Thrown once part of a request is done. */
export class PartRefusal extends Error {
	constructor(
		private readonly body: object,
		private readonly how: Pick<PartlySent, 'status' | 'retryAfter'>,
	) {
		super('Refused after a part was sent');
	}

	reply(usualStatus: number): TextReply {
		const { status = usualStatus, retryAfter } = this.how;
		return jsonReply(status, this.body, retryAfter);
	}
}

/** Whether a send to these recipients meets the fault. */
export function concerns({ taken }: PartlySentFault, recipients: readonly string[]): boolean {
	if (taken === 'everyone' || 'first' in taken) return recipients.length > 0;
	const isNamed = namedBy('allBut' in taken ? taken.allBut : taken.before);
	return recipients.some(isNamed);
}

/** Whether each of the recipients, in their order, is sent to. */
export function areTaken(taken: TakenPart, recipients: readonly string[]): boolean[] {
	if (taken === 'everyone') return recipients.map(() => true);
	if ('first' in taken) return recipients.map((_, index) => index < taken.first);
	if ('allBut' in taken) {
		const isNamed = namedBy(taken.allBut);
		return recipients.map((recipient) => !isNamed(recipient));
	}
	const end = recipients.findIndex(namedBy(taken.before));
	return recipients.map((_, index) => end === -1 || index < end);
}

/** One recipient of the list who was not sent to; the shape of a refused item in the other lists (docs: error shapes). */
export function notSentItem({ code, message }: PartlySent, phoneNumber: string): object {
	return { success: false, ...given({ code, message }), phoneNumber };
}

/** `head` where the API has a shape of its own for refusals. */
export function refusePart(part: PartlySent, signs: Signs, head: object = refusalHead(part)): PartRefusal {
	return new PartRefusal({ ...head, ...shown(part.evidence ?? 'none', signs) }, part);
}

function shown(evidence: RefusalEvidence, { id, totals, list }: Signs): object {
	const fields = { id: id ?? {}, totals, list: { SMSResponse_List: list } };
	if (evidence === 'none') return {};
	return evidence === 'all' ? { ...fields.id, ...fields.totals, ...fields.list } : fields[evidence];
}

function refusalHead({ code, message }: PartlySent): object {
	if (typeof code === 'number') return refusalBody(new Refusal(code, message));
	return { success: false, ...given({ code, message }) };
}

function given({ code, message }: { code: PartlySent['code']; message: string | undefined }): object {
	return { ...(code !== undefined && { code }), ...(message !== undefined && { message }) };
}

function namedBy(numbers: readonly string[]): (written: string) => boolean {
	const named = new Set(numbers.map(anyForm));
	return (written) => named.has(anyForm(written));
}
