import { readPart, type Part } from '../../../nodes/SmsPartner/callbacks/longReplies/part';
import type { UnknownRecord } from '../../../nodes/SmsPartner/values/narrow';

/** A part of a long reply as the platform sends it. */
export function partPayload(fields: UnknownRecord = {}): UnknownRecord {
	return {
		msisdn: '33612345678',
		to: '33755112233',
		messageId: 'a1b2',
		concat: 'true',
		'concat-ref': '171',
		'concat-total': '2',
		'concat-part': '1',
		text: 'One ',
		type: 'text',
		keyword: 'ONE',
		'message-timestamp': '2026-03-09 16:00:30',
		...fields,
	};
}

/** The same, read. @param arrivedAt milliseconds of Unix time */
export function samplePart(fields: UnknownRecord = {}, arrivedAt = 0): Part {
	const payload = partPayload(fields);
	const part = readPart({ fields: payload, raw: payload }, new Date(arrivedAt));
	if (part === undefined) throw new Error('The sample is no part');
	return part;
}
