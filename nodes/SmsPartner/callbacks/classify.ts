import { asText, type UnknownRecord } from '../values/narrow';
import type { CallbackEvent } from './events';
import { placeOf } from './longReplies/place';
import { beginsWithOne, type FurtherWords } from './optOut/furtherWords';
import { beginsWithStop, saysStop } from './optOut/stop';
import { smsText } from './smsText';

/** A short code carries mass sendings, a virtual (long) number conversations. */
export type Channel = 'shortCode' | 'virtualNumber';

/** What a payload is, with what its shape alone tells. */
export type Classified =
	| { event: 'reply'; channel: Channel }
	/** `platform`: announced as a STOP; `keyword`: a text that says STOP. */
	| { event: 'stop'; channel: Channel; source: 'platform' | 'keyword' }
	| { event: 'deliveryReport' }
	| { event: 'voiceStatus'; kind: 'voiceSms' | 'voicemailCampaign' }
	| { event: 'numberCheck' }
	| { event: 'unrecognised' };

type Signature = (payload: UnknownRecord, urlEvent: CallbackEvent | undefined, optOutWords: FurtherWords) => Classified | undefined;

const signatures: readonly Signature[] = [
	shortCode,
	virtualNumber,
	deliveryReport,
	numberCheck,
	voicemailCampaign,
	voiceSms,
];

/**
 * Which event a payload is, by the fields it holds: nothing else tells them apart (docs: webhooks). A STOP wins over the
 * rest, because it must not be missed; the URL decides only where several other shapes match.
 *
 * @param urlEvent the event of the URL the payload came to
 * @param optOutWords words besides STOP with which a text opts out
 */
export function classify(payload: UnknownRecord, urlEvent?: CallbackEvent, optOutWords: FurtherWords = []): Classified {
	const matches = signatures.flatMap((signature) => signature(payload, urlEvent, optOutWords) ?? []);
	return (
		matches.find(({ event }) => event === 'stop') ??
		matches.find(({ event }) => event === urlEvent) ??
		matches[0] ?? { event: 'unrecognised' }
	);
}

/** `type` is `response` or `stop`; without it, only the URL or the text tells. */
function shortCode(payload: UnknownRecord, urlEvent: CallbackEvent | undefined, optOutWords: FurtherWords): Classified | undefined {
	if (!isNumberLike(shortCodeSender(payload))) return undefined;
	const channel = 'shortCode';
	const type = typeOf(payload);
	if (type === 'stop') return { event: 'stop', channel, source: 'platform' };
	const text = smsText(payload.text);
	if (text === undefined) return undefined;
	if (type === '' && urlEvent === 'stop') return { event: 'stop', channel, source: 'platform' };
	if (optsOut(text, optOutWords)) return { event: 'stop', channel, source: 'keyword' };
	const isReply = type === 'response' || (type === '' && urlEvent === 'reply');
	return isReply ? { event: 'reply', channel } : undefined;
}

/** No event announces a STOP to a virtual number (docs: webhooks): its text is all there is. */
function virtualNumber(payload: UnknownRecord, _urlEvent: CallbackEvent | undefined, optOutWords: FurtherWords): Classified | undefined {
	if (!isNumberLike(payload.msisdn)) return undefined;
	const channel = 'virtualNumber';
	const type = typeOf(payload);
	if (type === 'stop') return { event: 'stop', channel, source: 'platform' };
	const isLaterPart = (placeOf(payload)?.part ?? 1) > 1;
	const text = asText(payload.text) ?? '';
	const says = isLaterPart ? saysStop(text, false) : optsOut(text, optOutWords) || optsOutByKeyword(payload.keyword, text, optOutWords);
	if (says) return { event: 'stop', channel, source: 'keyword' };
	return type === undefined || smsText(payload.text) === undefined ? undefined : { event: 'reply', channel };
}

function optsOut(text: string, optOutWords: FurtherWords): boolean {
	return saysStop(text) || beginsWithOne(text, optOutWords);
}

/** The first word, as the platform gives it. Where the text has it too, what follows there counts: "Stop ou encore ?". */
function optsOutByKeyword(keyword: unknown, text: string, optOutWords: FurtherWords): boolean {
	const said = asText(keyword) ?? '';
	return (beginsWithStop(said) && !beginsWithStop(text)) || beginsWithOne(said, optOutWords);
}

function deliveryReport(payload: UnknownRecord): Classified | undefined {
	return has(payload.msgId) && has(payload.status) ? { event: 'deliveryReport' } : undefined;
}

function numberCheck(payload: UnknownRecord): Classified | undefined {
	const hasResult = has(payload.mccMnc) || has(payload.errorGrpId) || has(payload.errorName);
	return isNumberLike(payload.phone) && hasResult ? { event: 'numberCheck' } : undefined;
}

function voicemailCampaign(payload: UnknownRecord): Classified | undefined {
	return has(payload.campaign_token) ? { event: 'voiceStatus', kind: 'voicemailCampaign' } : undefined;
}

/** Nothing says that the misspelt `additionnal_status` is there before the call has ended. */
function voiceSms(payload: UnknownRecord): Classified | undefined {
	const hasStatus = has(payload.status) && isNumberLike(payload.phoneNumber);
	const isVoiceSms = has(payload.campaignId) && (has(payload.additionnal_status) || hasStatus);
	return isVoiceSms ? { event: 'voiceStatus', kind: 'voiceSms' } : undefined;
}

function has(value: unknown): boolean {
	return asText(value) !== undefined;
}

/** Text with a digit: numbers are partly masked in the documentation. */
function isNumberLike(value: unknown): boolean {
	return /\d/.test(asText(value) ?? '');
}

/**
 * Who writes to a short code. A STOP must not be missed for the name of a field: there, those of other callbacks count
 * as well.
 */
export function shortCodeSender(payload: UnknownRecord): unknown {
	const { phone_number, msisdn, phone, phoneNumber, number } = payload;
	const isElsewhere = typeOf(payload) === 'stop' && !isNumberLike(phone_number) && !isNumberLike(msisdn);
	return isElsewhere ? [phone, phoneNumber, number].find(isNumberLike) : phone_number;
}

/** Empty where there is none; undefined where it cannot be read, which is never a reply. Of several, any STOP counts. */
function typeOf({ type }: UnknownRecord): string | undefined {
	const types = (Array.isArray(type) ? type : [type ?? '']).map((each) => smsText(each)?.trim().toLowerCase());
	return types.includes('stop') ? 'stop' : Array.isArray(type) ? undefined : types[0];
}
