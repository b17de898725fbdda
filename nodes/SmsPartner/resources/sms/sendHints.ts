import type { NodeExecutionHint } from 'n8n-workflow';

import { blockedSender, htmlEntityHint, infoHints, listingHint, movedSchedule, namingHint, roundedSchedule } from '../../running/hints';
import type { Sms } from '../../sending/sms';
import { REPLACEMENTS } from '../../values/gsm7';
import { inQuietHours, nextDeliveryWindow } from '../../values/schedule';

/** So many recipients of one run are a campaign. */
export const CAMPAIGN = 10;

/** What a sender would want to know although it is no failure. */
export function hintsFor(messages: readonly Sms[], now: Date): NodeExecutionHint[] {
	const schedules = messages.map(({ settings }) => settings.schedule);
	return infoHints(
		roundedSchedule(schedules),
		movedSchedule(schedules),
		listingHint(messages.map(({ settings: { guards, schedule, sandbox } }) => ({ guards, isWaiting: schedule !== undefined || sandbox }))),
		longTexts(messages),
		...changedCharacters(messages),
		htmlEntityHint(messages.map(({ text }) => text)),
		heldTexts(messages, now),
		missingStopNotice(messages),
		unheardReplies(messages),
		blockedSender(messages.map(({ settings, phoneNumber }) => ({ sender: settings.sender, phoneNumber }))),
		automatedMobile(messages),
		landlines(messages),
	);
}

/** Where the platform is to report what becomes of the messages. */
export function callbackUrls(messages: readonly Sms[]): Array<string | undefined> {
	return messages.flatMap(({ settings }) => [settings.deliveryReportUrl, settings.replyUrl]);
}

function longTexts(messages: readonly Sms[]): string | undefined {
	const long = messages.filter(({ size }) => size.segments > 1);
	if (long.length === 0) return undefined;
	const most = long.reduce((max, { size }) => Math.max(max, size.segments), 0);
	return `${long.length} of ${messages.length} texts need more than one SMS (up to ${most}), and each is billed.`;
}

/** What is not sent as it was written. That spaces are plain, and what the platform replaces in every French text, is no news. */
function changedCharacters(messages: readonly Sms[]): Array<string | undefined> {
	const lost = new Set<string>();
	const plain = new Map<string, string>();
	for (const { size } of messages) {
		for (const character of size.unsupportedCharacters) lost.add(character);
		for (const { from, to } of size.replacedCharacters) if (to !== ' ' && !REPLACEMENTS.has(from)) plain.set(from, to);
	}
	const replaced = [...plain].filter(([, to]) => to !== '').map(([from, to]) => `${from} as ${to}`);
	const leftOut = [...plain].filter(([, to]) => to === '').map(([from]) => from);
	return [
		namingHint('May not arrive as written without the Unicode option: ', lost),
		namingHint('Sent as plain characters: ', replaced),
		namingHint('Left out of the texts, since it cannot be seen or sent: ', leftOut),
	];
}

/** The platform accepts marketing SMS at any time and holds them (docs: commercial quiet hours). */
function heldTexts(messages: readonly Sms[], now: Date): string | undefined {
	// A campaign has few times of departure, and each is looked up in the calendar.
	const departures = new Set(messages.filter(offersStop).map(({ settings }) => settings.schedule?.instant));
	const held = [...departures].map((instant) => (instant === undefined ? now : new Date(instant))).find(inQuietHours);
	return held && `Quiet hours: SMS Partner holds marketing SMS until ${nextDeliveryWindow(held)}.`;
}

/** Nobody can answer a sender name, so that only the notice tells how to opt out. */
function missingStopNotice(messages: readonly Sms[]): string | undefined {
	const silent = messages.filter((sms) => sms.settings.sender !== undefined && !offersStop(sms));
	return silent.length >= CAMPAIGN
		? 'If these SMS are marketing, the law asks for a way to opt out: turn on the option STOP Notice.'
		: undefined;
}

function offersStop({ settings, text }: Sms): boolean {
	return settings.stopNotice || /\bSTOP\b/.test(text);
}

/** 01 to 05 and 09, in France and overseas; in Saint Pierre and Miquelon their digits do not tell. */
const LANDLINE = /^\+(?:33|262|59[046])[1-59]/;

/** They are valid, and the platform takes them. */
function landlines(messages: readonly Sms[]): string | undefined {
	const count = messages.filter(({ phoneNumber }) => LANDLINE.test(phoneNumber)).length;
	return count > 0 ? `${count} of ${messages.length} numbers are French landlines (01 to 05, 09), where an SMS rarely arrives.` : undefined;
}

function unheardReplies(messages: readonly Sms[]): string | undefined {
	return messages.some(({ settings }) => settings.replyUrl !== undefined && settings.sender !== undefined)
		? 'People cannot reply to a sender name: leave Sender empty to send from a short code.'
		: undefined;
}

/** French numbering plan (ARCEP), since 2023: 06 and 07 are for people, and automated systems have ranges of their own. */
function automatedMobile(messages: readonly Sms[]): string | undefined {
	const sent = messages.filter(({ settings }) => /^33[67]/.test(settings.virtualNumber ?? ''));
	return sent.length >= CAMPAIGN
		? 'Since 2023 French +336 and +337 numbers are not for automated sending: use a short code or a sender name instead.'
		: undefined;
}
