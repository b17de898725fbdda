import type { NodeExecutionHint } from 'n8n-workflow';

import type { Guards } from '../sending/guards';
import { htmlEntity } from '../values/htmlEntity';
import type { Schedule } from '../values/schedule';
import { isOftenBlocked } from '../values/senderName';

/** n8n's limit for the text of a hint. */
const MAX_LENGTH = 120;

/** France and its overseas territories, whose operators are the same. */
const FRENCH = /^\+(?:33|262|59[046])/;

/** Shows texts beside the output, each in at most 120 characters. */
export function infoHints(...texts: Array<string | undefined>): NodeExecutionHint[] {
	return texts
		.filter((text) => text !== undefined)
		.map((text) => ({ message: asHtml(text), location: 'outputPane', type: 'info' }));
}

/** The editor reads hints as HTML, in which &eacute; would look like the letter that it is not. */
function asHtml(text: string): string {
	let shown = text.slice(0, MAX_LENGTH);
	let html = escaped(shown);
	while (html.length > MAX_LENGTH) {
		shown = shown.slice(0, -1);
		html = escaped(shown);
	}
	return html;
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Nowhere is documented whether the list of a tag holds what has not left, or never will. */
export function listingHint(messages: ReadonlyArray<{ guards?: Guards; isWaiting: boolean }>): string | undefined {
	return messages.some(({ guards, isWaiting }) => isWaiting && guards?.skip.includes('sameTag'))
		? 'Same Tag may not see scheduled and sandbox SMS: do not run this campaign again before it has left.'
		: undefined;
}

export function roundedSchedule(schedules: ReadonlyArray<Schedule | undefined>): string | undefined {
	const rounded = schedules.find((schedule) => schedule?.rounded);
	return rounded && `Scheduled At was rounded up to ${rounded.instant}: the platform sends at 5-minute steps.`;
}

export function movedSchedule(schedules: ReadonlyArray<Schedule | undefined>): string | undefined {
	const moved = schedules.find((schedule) => schedule?.moved);
	return moved && `Scheduled At was moved to ${moved.instant}: the hour before comes twice, and the platform takes no offset.`;
}

/** Whose name French people may not see as it was written. */
export function blockedSender(messages: ReadonlyArray<{ sender?: string | undefined; phoneNumber: string }>): string | undefined {
	const blocked = messages.find(({ sender, phoneNumber }) => sender !== undefined && FRENCH.test(phoneNumber) && isOftenBlocked(sender));
	return blocked && `French operators may replace or block "${blocked.sender}" (a space, or a common word): use your brand in one word.`;
}

/** A hint that names as many of the entries as it has room for; undefined if there are none. */
export function namingHint(beginning: string, entries: Iterable<string>): string | undefined {
	const [first, ...others] = entries;
	if (first === undefined) return undefined;
	let hint = beginning + first;
	for (const entry of others) {
		if (hint.length + entry.length + ', , …'.length > MAX_LENGTH) return `${hint}, …`;
		hint += `, ${entry}`;
	}
	return hint;
}

/** Phones show an entity as it is written. */
export function htmlEntityHint(texts: readonly string[]): string | undefined {
	const entities = texts.map(htmlEntity).filter((entity) => entity !== undefined);
	const [first] = entities;
	return first && `${entities.length} of ${texts.length} texts hold HTML entities such as ${first}, which people see as written: decode them first.`;
}
