import { IANAZone } from 'luxon';
import { accept, checkAll, refuse, type Checked } from '../values/checked';
import { asBoolean, asNumber, asText, isRecord, type UnknownRecord } from '../values/narrow';
import { callbackEvents, type CallbackEvent } from './events';
import { readFurtherWords, type FurtherWords } from './optOut/furtherWords';
import { automaticZone } from './sourceTime';

/** How long a long reply waits for a part by default. */
export const defaultMissingPartMinutes = 10;

/** The parameters of the trigger, checked. */
export interface TriggerSettings {
	events: CallbackEvent[];
	joinsReplies: boolean;
	missingPartWaitMs: number;
	groupsBursts: boolean;
	/** The zone of times without one, or `auto`. */
	zone: string;
	includeRaw: boolean;
	/** Words besides STOP with which a text opts out. */
	optOutWords: FurtherWords;
}

/** @param parameters as n8n gives them, expressions evaluated */
export function checkSettings(parameters: { events: unknown; longReplies: unknown; options: unknown }): Checked<TriggerSettings> {
	const options: UnknownRecord = isRecord(parameters.options) ? parameters.options : {};
	return checkAll({
		events: checkEvents(parameters.events),
		joinsReplies: accept(parameters.longReplies !== 'parts'),
		missingPartWaitMs: checkMissingPartWait(options.missingPartWait ?? defaultMissingPartMinutes),
		groupsBursts: accept(asBoolean(options.groupBursts) === true),
		zone: checkZone(asText(options.sourceTimezone) ?? automaticZone),
		includeRaw: accept(asBoolean(options.includeRaw) !== false),
		optOutWords: readFurtherWords(options.optOutWords),
	});
}

export function checkZone(zone: string): Checked<string> {
	if (zone === automaticZone || IANAZone.isValidZone(zone)) return accept(zone);
	return refuse(
		`"Source Timezone" of the SMS Partner Trigger is no time zone (${zone}): change it and publish again`,
		`Use ${automaticZone}, or a name such as Europe/Paris, Indian/Reunion or UTC.`,
	);
}

function checkMissingPartWait(minutes: unknown): Checked<number> {
	const wait = asNumber(minutes);
	if (wait !== undefined && wait >= 0) return accept(wait * 60_000);
	return refuse(
		'"Missing Part Wait" of the SMS Partner Trigger is no number of minutes: change it and publish again',
		'Use a number such as 10, or remove the option.',
	);
}

/** The selected events: a list, or one by itself, as an expression may give it. */
export function checkEvents(events: unknown): Checked<CallbackEvent[]> {
	const names: unknown[] = Array.isArray(events) ? events : [events];
	const selected = callbackEvents.filter(({ value }) => names.includes(value)).map(({ value }) => value);
	const isKnown = names.every((name) => callbackEvents.some(({ value }) => value === name));
	if (isKnown && selected.length > 0) return accept(selected);
	return refuse(
		'"Events to Receive" of the SMS Partner Trigger holds none, or one that does not exist: change it and publish again',
		`Select at least one event. An expression has to give some of ${callbackEvents.map(({ value }) => value).join(', ')}.`,
	);
}
