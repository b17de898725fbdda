import type { IDataObject } from 'n8n-workflow';

import { showsAcceptance } from '../api/acceptance';
import { SENDING_CODES, SENDING_REACHES } from '../api/codes';
import type { CodeMeanings, Endpoint } from '../api/endpoint';
import { encodeMessage } from '../values/messageText';
import { asBoolean, asText } from '../values/narrow';
import type { NonEmpty } from '../values/nonEmpty';
import type { Schedule } from '../values/schedule';
import type { SendRequest } from './kind';
import { requestOptions } from './options';
import type { SendSettings } from './settings';
import type { Sms } from './sms';

/** An endpoint of SMS Partner that sends; `codes` are those with a meaning of their own there. */
export function sendingEndpoint(path: string, codes: CodeMeanings = {}): Endpoint {
	return {
		api: 'sms',
		method: 'POST',
		path,
		effect: 'write',
		codes: { ...SENDING_CODES, ...codes },
		reaches: SENDING_REACHES,
		showsAcceptance,
		recognises: (body) => asBoolean(body.success) === undefined && (body.code ?? 200) === 200 && asText(body.message_id) !== undefined,
		// Without its id nothing was certainly sent, whatever the rest of the answer says.
		holds: (body) => asText(body.message_id) !== undefined,
	};
}

export const SEND = sendingEndpoint('/send');
export const BULK_SEND = sendingEndpoint('/bulk-send');
export const VN_SEND = sendingEndpoint('/vn/send');

/** The request that sends a batch: one text to all (/send), one each (/bulk-send), or one from a virtual number. */
export function toRequest(batch: NonEmpty<Sms>): SendRequest {
	const [first] = batch;
	const { settings } = first;
	const options = requestOptions(settings);
	if (settings.virtualNumber !== undefined) {
		return {
			endpoint: VN_SEND,
			body: { to: first.phoneNumber, from: settings.virtualNumber, message: encode(first), ...common(settings) },
			...options,
		};
	}
	if (batch.every(({ text }) => text === first.text)) {
		const phoneNumbers = batch.map(({ phoneNumber }) => phoneNumber).join(',');
		return { endpoint: SEND, body: { phoneNumbers, message: encode(first), ...common(settings) }, ...options };
	}
	const SMSList = batch.map((sms) => ({ phoneNumber: sms.phoneNumber, message: encode(sms) }));
	return { endpoint: BULK_SEND, body: { SMSList, ...common(settings) }, ...options };
}

function encode({ text, settings }: Sms): string {
	return encodeMessage(text, settings);
}

/** Parameter names of the platform (docs: single-send). */
function common({ sender, tag, schedule, deliveryReportUrl, replyUrl, stopNotice, unicode, sandbox }: SendSettings): IDataObject {
	return {
		...(sender !== undefined && { sender }),
		...(tag !== undefined && { tag }),
		...departure(schedule),
		...(deliveryReportUrl !== undefined && { urlDlr: deliveryReportUrl }),
		...(replyUrl !== undefined && { urlResponse: replyUrl }),
		...(stopNotice && { isStopSms: 1 }),
		...(unicode && { isUnicode: 1 }),
		...(sandbox && { sandbox: 1 }),
	};
}

/** When a message leaves, in the three parameters of SMS Partner (docs: single-send). */
export function departure(schedule: Schedule | undefined): IDataObject {
	if (!schedule) return {};
	const { scheduledDeliveryDate, time, minute } = schedule;
	return { scheduledDeliveryDate, time, minute };
}
