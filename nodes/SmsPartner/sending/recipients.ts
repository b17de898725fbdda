import { inputFailure } from '../api/errors';
import type { Failure } from '../api/failure';
import { refuse, type Checked } from '../values/checked';
import { parsePhoneNumber, splitRecipients } from '../values/phoneNumber';
import { shortened } from '../values/shortened';
import type { Delivery } from './kind';

/** What the user asked for in one input item: recipients, and what each of them gets. */
export interface Request<Content> {
	to: unknown;
	/** Of the numbers that are written without their country code. */
	defaultCountry: string;
	content: Checked<Content>;
}

export interface Rejected {
	itemIndex: number;
	/** Its place among all recipients of the run, as they were written. */
	place?: number;
	/** E.164, or as the user wrote it, shortened; null where there is no number at all. */
	phoneNumber: string | null;
	failure: Failure;
}

export interface Collected<Content> {
	deliveries: Array<Delivery & Content>;
	rejected: Rejected[];
}

/** Turns input items into one delivery for each recipient, checking every number before anything is spent. */
export function collectRecipients<Content extends object>(
	itemCount: number,
	requestOf: (itemIndex: number) => Checked<Request<Content>>,
): Collected<Content> {
	const collected: Collected<Content> = { deliveries: [], rejected: [] };
	for (let itemIndex = 0; itemIndex < itemCount; itemIndex++) {
		const request = requestOf(itemIndex);
		if (request.ok) collectItem(collected, itemIndex, request.value);
		else collected.rejected.push({ itemIndex, phoneNumber: null, failure: inputFailure(request) });
	}
	return collected;
}

function collectItem<Content extends object>(
	{ deliveries, rejected }: Collected<Content>,
	itemIndex: number,
	{ to, defaultCountry, content }: Request<Content>,
): void {
	const recipients = splitRecipients(to);
	if (recipients.length === 0) rejected.push({ itemIndex, phoneNumber: null, failure: inputFailure(content.ok ? noRecipient : content) });
	const seen = new Set<string>();
	for (const recipient of recipients) {
		const place = deliveries.length + rejected.length;
		const number = parsePhoneNumber(recipient, defaultCountry);
		if (!number.ok || !content.ok) {
			const phoneNumber = number.ok ? number.value : asWritten(recipient);
			const refusal = content.ok ? number : content;
			if (!refusal.ok) rejected.push({ itemIndex, place, phoneNumber, failure: inputFailure(refusal) });
		} else if (!seen.has(number.value)) {
			// A number listed twice in one item is one recipient: nobody wants the same message twice.
			seen.add(number.value);
			deliveries.push({ itemIndex, place, phoneNumber: number.value, ...content.value });
		}
	}
}

/** A number as the user wrote it. An object is no number to show. */
export function asWritten(recipient: unknown): string | null {
	if (typeof recipient !== 'string' && typeof recipient !== 'number' && typeof recipient !== 'bigint') return null;
	return shortened(String(recipient).trim());
}

const noRecipient = refuse(
	'There is no recipient',
	'Fill in To with a phone number such as +33612345678, or several separated by commas.',
);
