import { EVERYBODYS_STATUSES } from '../api/codes';
import type { Endpoint, Reach } from '../api/endpoint';
import type { Failure } from '../api/failure';
import type { NonEmpty } from '../values/nonEmpty';
import { displayPhoneNumber } from '../values/phoneNumber';
import type { Delivery, SendKind } from './kind';

/** Parameters that all deliveries of a batch share: a complaint about one of them is about every delivery. */
const SHARED_FIELDS = new Set([
	...['sender', 'from', 'tag', 'scheduledDeliveryDate', 'time', 'minute', 'urlDlr', 'urlResponse'],
	...['isStopSms', 'isUnicode', 'sandbox', 'sondageIdent', 'apiKey'],
]);

/** Parameters that hold recipients; a complaint may also come without its parameter. */
const PHONE_FIELDS = new Set(['phoneNumber', 'phoneNumbers', 'to', '']);
const TEXT_FIELDS = new Set(['message', 'SMSList', 'contactsList']);

/**
 * How far a refusal reaches: as the endpoint declares its code, and undefined where some of the batch may have gone out
 * before the refusal. Complaints field by field are validation (docs: error 9) and, about a field that all share,
 * everybody's.
 */
export function reachOf<D extends Delivery>(batch: NonEmpty<D>, kind: SendKind<D>, { reaches = {} }: Endpoint, failure: Failure): Reach | undefined {
	const { code, httpStatus, fields, bodiless, unknownRoute } = failure;
	if (unknownRoute) return 'everybody';
	if (fields?.some(({ field }) => SHARED_FIELDS.has(field) || kind.concernsAll?.(batch, { field }))) return 'everybody';
	if (code !== undefined && kind.concernsAll?.(batch, { code })) return 'everybody';
	if (code !== undefined && Object.hasOwn(reaches, code)) return reaches[code];
	if (httpStatus !== undefined && (code === undefined || bodiless)) {
		if (EVERYBODYS_STATUSES.has(httpStatus) || (httpStatus >= 300 && httpStatus < 400)) return 'everybody';
		// What the platform cannot parse it answers with a plain 400 (docs: conventions).
		if (bodiless && httpStatus === 400) return 'validation';
	}
	return code === '9' && fields?.every(({ field }) => PHONE_FIELDS.has(field) || TEXT_FIELDS.has(field)) ? 'validation' : undefined;
}

/**
 * The platform's sentence that names this number, in national or international form (docs: error 9). A complaint about
 * another parameter may quote a number too, such as one in the text, and the overall message repeats all complaints.
 */
export function complaintAbout({ phoneNumber }: Delivery, { message, fields = [] }: Failure): string | undefined {
	const about = fields.filter(({ field }) => PHONE_FIELDS.has(field));
	const sentences = about.map((complaint) => complaint.message);
	return (about.length === fields.length ? [...sentences, message] : sentences).find((text) =>
		(text.match(/\d{6,}/g) ?? []).some((digits) => displayPhoneNumber(digits) === phoneNumber),
	);
}

/** The refusal as it is about one recipient. */
export function ownFailure(delivery: Delivery, failure: Failure): Failure {
	const { fields: _others, ...facts } = failure;
	return { ...facts, message: complaintAbout(delivery, failure) ?? failure.message };
}

/** Codes whose meaning is about one recipient (docs: error codes 14, 15), who is not the one that it would be shown to. */
const ABOUT_ANOTHER = new Set(['14', '15']);

/** Something of a refused request may have gone out, and nobody says to whom. */
export function maybeSent(refusal: Failure, advice: readonly string[]): Failure {
	return {
		kind: 'unknown',
		message: `Outcome unknown: the platform refused the request for several recipients (${refusal.message}) and does not say whether it had sent part of it`,
		description: [
			'It may have gone out before the refusal, so it was not sent again. Look for it in your dashboard before you run this item again.',
			...(ABOUT_ANOTHER.has(refusal.code ?? '') ? [] : [refusal.description]),
			...advice,
		].join(' '),
		code: refusal.code ?? 'REFUSED',
		...(refusal.httpStatus !== undefined && { httpStatus: refusal.httpStatus }),
		refusal,
	};
}
