import { areTaken, notSentItem, refusePart, type PartlySent, type PartRefusal } from '../partlySent';
import type { Draft, Platform } from '../state';
import { readNumber, roundEuros } from './numbers';
import { judgeSend, type Form, type Line } from './sending';
import type { Fields } from './values';

/** A send that was not refused. */
export interface Taken {
	messageId: string;
	/** One for each line. */
	drafts: readonly Draft[];
	/** Those that were sent. */
	taken: readonly Draft[];
}

/**
 * Takes a whole send, or refuses it: as a whole, or after the part that `partlySent` or the behaviour towards people
 * who said STOP lets through. `leftOut`: E.164 numbers not to send to although the send succeeds.
 */
export function takeSend(
	lines: readonly Line[],
	body: Fields,
	form: Form,
	partlySent: PartlySent | undefined,
	platform: Platform,
	leftOut: ReadonlySet<string> = new Set(),
): Taken {
	const take = (part: readonly Line[]) => takeSend(part, body, form, undefined, platform, leftOut);
	if (partlySent !== undefined) throw takePart(lines, partlySent, form, take);
	const { numbers, draft } = judgeSend(lines, body, form, platform);
	const optedOut = numbers.map(({ e164 }) => e164).filter((number) => platform.stopList.has(number));
	if (optedOut.length > 0) throw takePart(lines, refusalOf(optedOut, platform), form, take);
	const drafts = draft();
	const taken = drafts.filter(({ phoneNumber }) => !leftOut.has(phoneNumber));
	return { messageId: platform.accept(taken), drafts, taken };
}

/** What a send with people who said STOP meets. */
function refusalOf(optedOut: readonly string[], { behaviour }: Platform): PartlySent {
	const parts = {
		refuseWhole: { first: 0 },
		sendOthersThenRefuse: { allBut: optedOut },
		stopAtOffender: { before: optedOut },
	};
	return { taken: parts[behaviour.optedOutBatch], code: 14, evidence: behaviour.refusalEvidence };
}

/** `take` takes what is not refused, if anything is left. */
function takePart(
	lines: readonly Line[],
	part: PartlySent,
	form: Form,
	take: (lines: readonly Line[]) => Taken,
): PartRefusal {
	const sent = areTaken(part.taken, lines.map(({ phoneNumber }) => phoneNumber));
	const rest = lines.filter((_, index) => sent[index]);
	const done = rest.length > 0 ? take(rest) : undefined;
	const taken = done?.taken ?? [];
	const items = taken.map(takenItem).values();
	return refusePart(part, {
		id: done && { message_id: Number(done.messageId) },
		totals: totalsOf(taken, form.countField),
		list: lines.map(({ phoneNumber }, index) => {
			const item = sent[index] ? items.next().value : undefined;
			return item ?? notSentItem(part, readNumber(phoneNumber)?.e164 ?? phoneNumber);
		}),
	});
}

export function totalsOf(taken: readonly Draft[], countField: Form['countField']): object {
	return {
		[countField]: taken.reduce((sum, sms) => sum + sms.segments, 0),
		cost: roundEuros(taken.reduce((sum, sms) => sum + sms.cost, 0)),
	};
}

/** One recipient of the list who was sent to. */
export function takenItem(sms: Draft): object {
	return {
		success: true,
		code: 200,
		nbSms: sms.segments,
		cost: sms.cost,
		phoneNumber: sms.phoneNumber,
	};
}
