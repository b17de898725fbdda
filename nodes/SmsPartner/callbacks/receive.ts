import { sleep } from 'n8n-workflow';

import { accepted, ignored, refused } from './answers';
import { classify, type Classified } from './classify';
import type { CallbackEvent } from './events';
import { joinParts, type Message } from './longReplies/messages';
import { readPart, type Part } from './longReplies/part';
import type { WaitingParts } from './longReplies/waitingParts';
import { normalise, type CallbackItem } from './normalise';
import type { Payload } from './payload';
import type { TriggerSettings } from './settings';

/** An item and the event whose branch it leaves by. */
export interface Departure {
	event: CallbackEvent;
	json: CallbackItem;
}

/** What a request comes to. */
export interface Received {
	status: 200 | 400;
	answer: object;
	departures: Departure[];
	/** Long replies among the departures. */
	messages: Message[];
	/** Whether a part of a long reply came, so that the state has to be stored before the answer. */
	isPart: boolean;
}

/** A STOP is urgent: it waits for its other parts, which come within a second (docs: webhooks), but not for long. */
const stopPatienceMs = 3_000;
const sliceMs = 50;
/** Messages that leave late along with one event; the rest leaves with the next. */
const maxLate = 400;

/**
 * payload -> event -> item, with the parts of long replies put together on the way. Messages that have waited too long
 * for a part leave along with whatever comes next.
 *
 * @param urlEvent the event of the URL the payload came to
 * @param parts those that wait, of this node
 */
export async function receive(
	payload: Payload,
	urlEvent: CallbackEvent | undefined,
	settings: TriggerSettings,
	parts: WaitingParts,
	now: Date,
): Promise<Received> {
	const classified = classify(payload.fields, urlEvent, settings.optOutWords);
	const { event } = classified;
	const isSelected = settings.events.includes(event);
	if (event === 'unrecognised' && !isSelected) {
		return { status: 400, answer: refused(payload.fields), departures: [], messages: [], isPart: false };
	}

	const part = settings.joinsReplies && isSms(event) && settings.events.some(isSms) ? readPart(payload, now) : undefined;
	// First of all: the message that is late may have been waiting for this part.
	if (part !== undefined) parts.add(part);
	const messages = parts.overdue(now.getTime(), settings.joinsReplies ? settings.missingPartWaitMs : 0).slice(0, maxLate);
	parts.take(messages);
	if (part !== undefined) messages.push(...(await takeWith(part, parts, settings)));
	const own = part === undefined && isSelected ? [toDeparture(payload, classified, settings, now)] : [];
	const joined = messages.map((message) => toJoined(message, settings, now)).filter((each) => settings.events.includes(each.event));
	const answer = part === undefined && !isSelected ? ignored(event) : accepted(event);
	return { status: 200, answer, departures: [...joined, ...own], messages, isPart: part !== undefined };
}

/** A STOP may begin in a part that comes later, so that parts are kept when either of the two is selected. */
function isSms(event: CallbackEvent): boolean {
	return event === 'reply' || event === 'stop';
}

async function takeWith(part: Part, parts: WaitingParts, settings: TriggerSettings): Promise<Message[]> {
	const message = () => parts.messageOf(part);
	if (isIncompleteStop(message(), settings)) {
		for (let waited = 0; waited < stopPatienceMs && parts.isWaiting(part); waited += sliceMs) await sleep(sliceMs);
		return taken(message(), parts);
	}
	return message()?.complete === true ? taken(message(), parts) : [];
}

function isIncompleteStop(message: Message | undefined, { optOutWords }: TriggerSettings): boolean {
	return message?.complete === false && classify(joinParts(message).fields, undefined, optOutWords).event === 'stop';
}

function taken(message: Message | undefined, parts: WaitingParts): Message[] {
	if (message === undefined) return [];
	parts.take([message]);
	return [message];
}

function toJoined(message: Message, settings: TriggerSettings, now: Date): Departure {
	const payload = joinParts(message);
	const { event, json } = toDeparture(payload, classify(payload.fields, undefined, settings.optOutWords), settings, now);
	return { event, json: { ...json, part: null, complete: message.complete } };
}

function toDeparture({ fields, raw }: Payload, classified: Classified, { zone, includeRaw }: TriggerSettings, now: Date): Departure {
	return { event: classified.event, json: normalise(fields, classified, { now, zone, includeRaw, raw }) };
}
