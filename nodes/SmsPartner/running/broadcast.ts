import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { ReadParameter } from '../fields/readParameter';
import { toBroadcast, type Broadcast, type BroadcastDelivery } from '../sending/broadcast';
import { clockOf } from '../sending/clock';
import { checkGuards } from '../sending/guards';
import type { SendKind } from '../sending/kind';
import { checkCommonOptions, type Clock, type CommonOptions } from '../sending/options';
import { collectRecipients } from '../sending/recipients';
import { accept, type Checked } from '../values/checked';
import { asText, isRecord, type UnknownRecord } from '../values/narrow';
import { callbackUrlHint } from './callbackUrlHint';
import { deliverChecked } from './deliverChecked';
import { guarded } from './guard';
import { blockedSender, htmlEntityHint, infoHints, listingHint, movedSchedule, roundedSchedule } from './hints';
import type { ItemResult } from './operation';
import { writtenPlaces, parameterReader, sharedCheck, type WrittenAt } from './parameters';

/** The message that an item's parameters ask for. */
export interface Message {
	/** The request without its recipients, in the platform's names. */
	body: IDataObject;
	/** What the output items say of it whatever the platform answers. */
	shown: IDataObject;
}

/**
 * Reads a message from the values of its parameters; `common` are its options that all messages have, and `writtenAt` says
 * of a text whether it is what the user wrote.
 */
export type CheckMessage = (values: UnknownRecord, options: UnknownRecord, common: CommonOptions, writtenAt: WrittenAt) => Checked<Message>;

/**
 * Sends the message of each input item to the recipients in its `to`; items that agree on everything but the recipients
 * share requests. `parameters` names those the message is read from, besides `options`.
 */
export async function sendBroadcasts(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	parameters: readonly string[],
	checkMessage: CheckMessage,
	kind: SendKind<BroadcastDelivery>,
): Promise<ItemResult[]> {
	const read = parameterReader(context);
	const names = [...parameters, 'options'];
	const clock = clockOf(context);
	const writtenAt = writtenPlaces(context);
	const check = sharedCheck(context, names, (itemIndex) => checkBroadcast(checkMessage, valuesOf(read, names, itemIndex), clock, writtenAt));
	const { deliveries, rejected } = collectRecipients(items.length, (itemIndex) => {
		const to = guarded(() => accept(read('to', itemIndex)));
		if (!to.ok) return to;
		const broadcast = guarded(() => check(itemIndex));
		if (!broadcast.ok) return accept({ to: to.value, defaultCountry: 'FR', content: broadcast });
		const { options, guards } = broadcast.value;
		return accept({ to: to.value, defaultCountry: options.defaultCountry, content: accept({ broadcast: broadcast.value, guards }) });
	});
	const schedules = deliveries.map(({ broadcast }) => broadcast.options.schedule);
	// Only the messages of Voice Partner name a URL.
	const urls = deliveries.map(({ broadcast }) => asText(broadcast.body.notifyUrl));
	const unlisted = listingHint(deliveries.map(({ broadcast: { guards, options } }) => ({ guards, isWaiting: options.schedule !== undefined })));
	// And only the SMS that stands in for RCS a sender name.
	const blocked = blockedSender(deliveries.map(({ broadcast: { body }, phoneNumber }) => ({ sender: isRecord(body.failover) ? asText(body.failover.sender) : undefined, phoneNumber })));
	const entities = htmlEntityHint([...new Set(deliveries.map(({ broadcast }) => broadcast))].map(({ body }) => JSON.stringify(body)));
	context.addExecutionHints(...infoHints(roundedSchedule(schedules), movedSchedule(schedules), unlisted, entities, blocked, await callbackUrlHint(context, 'voice', urls)));
	return deliverChecked(context, deliveries, rejected, kind);
}

function valuesOf(read: ReadParameter, names: readonly string[], itemIndex: number): UnknownRecord {
	return Object.fromEntries(names.map((name) => [name, read(name, itemIndex)]));
}

function checkBroadcast(checkMessage: CheckMessage, values: UnknownRecord, clock: Clock, writtenAt: WrittenAt): Checked<Broadcast> {
	const options = isRecord(values.options) ? values.options : {};
	const common = checkCommonOptions(options, clock);
	if (!common.ok) return common;
	const message = checkMessage(values, options, common.value, writtenAt);
	if (!message.ok) return message;
	const guards = checkGuards(options, asText(message.value.body.tag));
	return guards.ok ? accept(toBroadcast(message.value.body, message.value.shown, common.value, guards.value)) : guards;
}
