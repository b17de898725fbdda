import type { NodeExecutionHint } from 'n8n-workflow';

import type { Sms } from '../../sending/recipients';

/** n8n's limit for the text of a hint. */
const MAX_LENGTH = 120;

/** What a sender would want to know although it is no failure, each in at most 120 characters. */
export function hintsFor(messages: readonly Sms[]): NodeExecutionHint[] {
	return [roundedSchedule(messages), longTexts(messages), lostCharacters(messages)]
		.filter((message) => message !== undefined)
		.map((message) => ({ message: message.slice(0, MAX_LENGTH), location: 'outputPane', type: 'info' }));
}

function roundedSchedule(messages: readonly Sms[]): string | undefined {
	const schedule = messages.find(({ settings }) => settings.schedule?.rounded)?.settings.schedule;
	return schedule && `Scheduled At was rounded up to ${schedule.instant}: the platform sends at 5-minute steps.`;
}

function longTexts(messages: readonly Sms[]): string | undefined {
	const long = messages.filter(({ size }) => size.segments > 1);
	if (long.length === 0) return undefined;
	const most = long.reduce((max, { size }) => Math.max(max, size.segments), 0);
	return `${long.length} of ${messages.length} texts need more than one SMS (up to ${most}), and each is billed.`;
}

function lostCharacters(messages: readonly Sms[]): string | undefined {
	const characters = new Set(messages.flatMap(({ size }) => size.unsupportedCharacters));
	if (characters.size === 0) return undefined;
	return `Not sent as written without the Unicode option: ${[...characters].slice(0, 10).join(' ')}`;
}
