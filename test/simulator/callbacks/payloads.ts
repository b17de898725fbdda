import { randomUUID } from 'node:crypto';
import { unixSeconds, wallTime } from '../rules/dates';
import type { DeliveryStatus } from '../types';

/** Callback payloads, field by field as the documentation prints them (docs: webhooks). Every field has a default. */
export type Payload = Record<string, unknown>;

const SOMEONE = '+33612345678';
const VIRTUAL_NUMBER = '+33700000001';

export interface ReplyFields {
	/** E.164, like every number of these fields. */
	phoneNumber?: string;
	text?: string;
	messageId?: string;
}

/** Reply to a short code; `message_id` is a number here, text on older pages. */
export function replyPayload(fields: ReplyFields = {}): Payload {
	return shortCodePayload('response', { text: 'test', ...fields });
}

export function stopPayload(fields: ReplyFields = {}): Payload {
	return shortCodePayload('stop', { text: 'Stop', ...fields });
}

function shortCodePayload(type: string, fields: ReplyFields): Payload {
	const { phoneNumber = SOMEONE, text, messageId = '1111111' } = fields;
	return { type, phone_number: phoneNumber, text, message_id: Number(messageId) };
}

export interface DeliveryReportFields {
	phoneNumber?: string;
	messageId?: string;
	status?: DeliveryStatus;
	/** Euros */
	cost?: number;
	tag?: string;
	date?: Date;
}

/** What a report without a tag looks like is not documented: empty here. */
export function deliveryReportPayload(fields: DeliveryReportFields = {}): Payload {
	const { phoneNumber = SOMEONE, messageId = '1111111', status = 'delivered' } = fields;
	const { cost = 0.045, tag = '', date = new Date() } = fields;
	return {
		status,
		msgId: messageId,
		date: unixSeconds(date),
		phone: phoneNumber,
		cost: cost.toFixed(3),
		currency: 'EUR',
		tag,
	};
}

export interface VirtualNumberReplyFields {
	phoneNumber?: string;
	/** The virtual number. */
	to?: string;
	text?: string;
	date?: Date;
}

export interface LongReplyFields extends VirtualNumberReplyFields {
	/** The parts as they are; by default `text` is cut into parts of 153 characters. */
	parts?: string[];
	/** What the parts have in common. */
	ref?: number;
}

/** Reply to a virtual number, in one part. */
export function virtualNumberReplyPayload(fields: VirtualNumberReplyFields = {}): Payload {
	const { text = 'Test' } = fields;
	return { ...inboundStart(fields), ...inboundEnd(text, text.trim().split(/\s/)[0] ?? '', fields.date) };
}

/** Reply to a virtual number in several parts: one payload each, all values text, a new id per part. */
export function longReplyPayloads(fields: LongReplyFields = {}): Payload[] {
	const { text = 'Message long'.padEnd(160, '.') + ' très long', ref = 171, date } = fields;
	const parts = fields.parts ?? text.match(/[^]{1,153}/g) ?? [''];
	return parts.map((part, index) => ({
		...inboundStart(fields),
		concat: 'true',
		'concat-ref': String(ref),
		'concat-total': String(parts.length),
		'concat-part': String(index + 1),
		...inboundEnd(part, bareKeyword(part), date),
	}));
}

function inboundStart({ phoneNumber = SOMEONE, to = VIRTUAL_NUMBER }: VirtualNumberReplyFields): Payload {
	return { msisdn: withoutPlus(phoneNumber), to: withoutPlus(to), messageId: randomUUID() };
}

function inboundEnd(text: string, keyword: string, date: Date | undefined): Payload {
	return { text, type: 'text', keyword, 'message-timestamp': wallTime(date ?? new Date()) };
}

/** Upper case without spaces and accents, as in the multipart samples. */
function bareKeyword(text: string): string {
	const bare = text.normalize('NFD').replace(/[^A-Za-z0-9]/g, '');
	return bare.slice(0, 20).toUpperCase();
}

export interface VoiceSmsFields {
	phoneNumber?: string;
	campaignId?: string;
	status?: 'pending' | 'delivered' | 'undelivered';
	additionalStatus?: 'VOICE_ANSWERED' | 'VOICE_NOT_ANSWERED';
	sentAt?: Date;
	doneAt?: Date;
	durationSeconds?: number;
	/** What became of an audio file added to the request; no such block by default. */
	audioFileStatus?: string;
}

/** Voice SMS status; the number starts with 00, as in the sample. */
export function voiceSmsPayload(fields: VoiceSmsFields = {}): Payload {
	const { phoneNumber = SOMEONE, campaignId = 'XHa7GXvhy6zkhQEf4HtHG', audioFileStatus } = fields;
	const { status = 'delivered', additionalStatus = 'VOICE_ANSWERED', durationSeconds = 6 } = fields;
	return {
		campaignId,
		status,
		additionnal_status: additionalStatus,
		phoneNumber: `00${withoutPlus(phoneNumber)}`,
		sendAt: wallTime(fields.sentAt ?? new Date()),
		doneAt: wallTime(fields.doneAt ?? new Date()),
		duration: durationSeconds,
		...(audioFileStatus !== undefined && { audioFileComplementaire: { status: audioFileStatus } }),
	};
}

export interface VoiceCampaignFields {
	campaignToken?: string;
	campaignId?: string;
	deliveredQuantity?: number;
	totalQuantity?: number;
}

/** Voicemail campaign status: the query of a GET, so everything is text. */
export function voiceCampaignPayload(fields: VoiceCampaignFields = {}): Payload {
	const { campaignToken = 'oiTCpIVk2jvIY3xcfg', campaignId = 'NDA_20230111_00811' } = fields;
	const { deliveredQuantity = 1, totalQuantity = 1 } = fields;
	return {
		campaign_token: campaignToken,
		campaign_id: campaignId,
		delivered_quantity: String(deliveredQuantity),
		total_quantity: String(totalQuantity),
	};
}

export interface NumberCheckFields {
	phoneNumber?: string;
	messageId?: string;
	networkCode?: string;
	ported?: boolean;
	errorId?: number;
	errorName?: string;
	errorDescription?: string;
	date?: Date;
}

/** HLR result; the trailing space of `errorName` is the sample's. */
export function numberCheckPayload(fields: NumberCheckFields = {}): Payload {
	const { phoneNumber = SOMEONE, messageId = '1234-12344-1234-1234', networkCode = '20815' } = fields;
	const { ported = true, errorId = 0, errorName = 'NO_ERROR ', errorDescription = 'No Error' } = fields;
	return {
		phone: phoneNumber,
		messageId,
		mccMnc: networkCode,
		ported: ported ? 1 : 0,
		errorGrpId: errorId,
		errorName,
		errorDesc: errorDescription,
		date: (fields.date ?? new Date()).toISOString().replace('Z', '+0000'),
	};
}

function withoutPlus(phoneNumber: string): string {
	return phoneNumber.replace('+', '');
}
