import type { NodeExecutionHint } from 'n8n-workflow';

import type { Guards } from '../sending/guards';
import type { Schedule } from '../values/schedule';

/** n8n's limit for the text of a hint. */
const MAX_LENGTH = 120;

/** Shows texts beside the output, each in at most 120 characters. */
export function infoHints(...texts: Array<string | undefined>): NodeExecutionHint[] {
	return texts
		.filter((text) => text !== undefined)
		.map((text) => ({ message: text.slice(0, MAX_LENGTH), location: 'outputPane', type: 'info' }));
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
