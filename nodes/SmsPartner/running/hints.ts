import type { NodeExecutionHint } from 'n8n-workflow';

import type { Schedule } from '../values/schedule';

/** n8n's limit for the text of a hint. */
const MAX_LENGTH = 120;

/** Shows texts beside the output, each in at most 120 characters. */
export function infoHints(...texts: Array<string | undefined>): NodeExecutionHint[] {
	return texts
		.filter((text) => text !== undefined)
		.map((text) => ({ message: text.slice(0, MAX_LENGTH), location: 'outputPane', type: 'info' }));
}

export function roundedSchedule(schedules: ReadonlyArray<Schedule | undefined>): string | undefined {
	const rounded = schedules.find((schedule) => schedule?.rounded);
	return rounded && `Scheduled At was rounded up to ${rounded.instant}: the platform sends at 5-minute steps.`;
}
