import { asNumber, asText, type UnknownRecord } from '../values/narrow';
import type { CallbackEvent } from './events';
import { isStopText, smsText } from './smsText';

/** A short code carries mass sendings, a virtual (long) number conversations. */
export type Channel = 'shortCode' | 'virtualNumber';

/** What a payload is, with what its shape alone tells. */
export type Classified =
	| { event: 'reply'; channel: Channel }
	/** `platform`: announced as a STOP; `keyword`: a text that begins with STOP. */
	| { event: 'stop'; channel: Channel; source: 'platform' | 'keyword' }
	| { event: 'deliveryReport' }
	| { event: 'voiceStatus'; kind: 'voiceSms' | 'voicemailCampaign' }
	| { event: 'numberCheck' }
	| { event: 'unrecognised' };

type Signature = (payload: UnknownRecord, urlEvent: CallbackEvent | undefined) => Classified | undefined;

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
 */
export function classify(payload: UnknownRecord, urlEvent?: CallbackEvent): Classified {
	const matches = signatures.flatMap((signature) => signature(payload, urlEvent) ?? []);
	return (
		matches.find(({ event }) => event === 'stop') ??
		matches.find(({ event }) => event === urlEvent) ??
		matches[0] ?? { event: 'unrecognised' }
	);
}

/** `type` is `response` or `stop`; without it, only the URL or the text tells. */
function shortCode(payload: UnknownRecord, urlEvent: CallbackEvent | undefined): Classified | undefined {
	if (!isNumberLike(payload.phone_number)) return undefined;
	const channel = 'shortCode';
	const type = typeOf(payload);
	if (type === 'stop') return { event: 'stop', channel, source: 'platform' };
	const text = smsText(payload.text);
	if (text === undefined) return undefined;
	if (type === '' && urlEvent === 'stop') return { event: 'stop', channel, source: 'platform' };
	if (isStopText(text)) return { event: 'stop', channel, source: 'keyword' };
	const isReply = type === 'response' || (type === '' && urlEvent === 'reply');
	return isReply ? { event: 'reply', channel } : undefined;
}

/** No event announces a STOP to a virtual number (docs: webhooks): its text is all there is. */
function virtualNumber(payload: UnknownRecord): Classified | undefined {
	if (!isNumberLike(payload.msisdn)) return undefined;
	const channel = 'virtualNumber';
	const type = typeOf(payload);
	if (type === 'stop') return { event: 'stop', channel, source: 'platform' };
	// The first word of a later part stands in the middle of the message.
	const isBeginning = (asNumber(payload['concat-part']) ?? 1) <= 1;
	const says = [payload.text, payload.keyword].some((said) => isStopText(asText(said) ?? ''));
	if (isBeginning && says) return { event: 'stop', channel, source: 'keyword' };
	return type === undefined || smsText(payload.text) === undefined ? undefined : { event: 'reply', channel };
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

/** Empty where there is none; undefined where it cannot be read, which might be a STOP and is never a reply. */
function typeOf({ type }: UnknownRecord): string | undefined {
	return smsText(type ?? '')?.trim().toLowerCase();
}
