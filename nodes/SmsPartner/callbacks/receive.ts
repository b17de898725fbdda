import { sleep } from 'n8n-workflow';

import { accepted, acceptedList, ignored, refused } from './answers';
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
 * payloads -> events -> items, with the parts of long replies put together on the way. Messages that have waited too long
 * for a part leave along with whatever comes next.
 *
 * A request that is not understood is refused. Of a list, what is understood leaves all the same: it may hold a STOP, and
 * the platform may never send it again. Nothing that waits leaves with it, because its answer tells nothing about the
 * execution.
 *
 * @param urlEvent the event of the URL the request came to
 * @param parts those that wait, of this node
 */
export async function receive(
	payloads: readonly Payload[],
	urlEvent: CallbackEvent | undefined,
	settings: TriggerSettings,
	parts: WaitingParts,
	now: Date,
): Promise<Received> {
	const incoming = payloads.map((payload) => read(payload, urlEvent, settings, now));
	const isSelected = (event: CallbackEvent) => settings.events.includes(event);
	const unknown = incoming.find(({ classified: { event } }) => event === 'unrecognised' && !isSelected(event));
	const own = incoming.flatMap(({ part }) => part ?? []);
	// First of all: a message that is late may have been waiting for one of these.
	for (const part of own) parts.add(part);
	const departing = incoming.filter(({ part, classified: { event } }) => part === undefined && isSelected(event));
	const departures = departing.map(({ payload, classified }) => toDeparture(payload, classified, settings, now));
	const isPart = own.length > 0;
	if (unknown !== undefined) return { status: 400, answer: refused(unknown.payload.fields), departures, messages: [], isPart };

	const messages = parts.overdue(now.getTime(), settings.joinsReplies ? settings.missingPartWaitMs : 0).slice(0, maxLate);
	parts.take(messages);
	messages.push(...(await Promise.all(own.map(async (part) => await takeWith(part, parts, settings)))).flat());
	const joined = messages.map((message) => toJoined(message, settings, now)).filter(({ event }) => isSelected(event));
	return { status: 200, answer: answerTo(incoming, isSelected), departures: [...joined, ...departures], messages, isPart };
}

interface Incoming {
	payload: Payload;
	classified: Classified;
	/** Of a long reply; undefined for anything else, and where parts leave one by one. */
	part: Part | undefined;
}

function read(payload: Payload, urlEvent: CallbackEvent | undefined, settings: TriggerSettings, now: Date): Incoming {
	const classified = classify(payload.fields, urlEvent, settings.optOutWords);
	const isJoined = settings.joinsReplies && isSms(classified.event) && settings.events.some(isSms);
	return { payload, classified, part: isJoined ? readPart(payload, now) : undefined };
}

function answerTo(incoming: readonly Incoming[], isSelected: (event: CallbackEvent) => boolean): object {
	const [first, ...others] = incoming.map(({ part, classified: { event } }) => ({ event, isKept: part !== undefined || isSelected(event) }));
	if (first !== undefined && others.length === 0) return first.isKept ? accepted(first.event) : ignored(first.event);
	return acceptedList(incoming.map(({ classified: { event } }) => event), isSelected);
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
	const arrival = new Date(message.parts[0]?.arrivedAt ?? now);
	const { event, json } = toDeparture(payload, classify(payload.fields, undefined, settings.optOutWords), settings, arrival);
	return { event, json: { ...json, part: null, complete: message.complete } };
}

function toDeparture({ fields, raw }: Payload, classified: Classified, { zone, includeRaw }: TriggerSettings, now: Date): Departure {
	return { event: classified.event, json: normalise(fields, classified, { now, zone, includeRaw, raw }) };
}
