import type { NodeExecutionHint } from 'n8n-workflow';

import type { Sms } from '../../sending/sms';
import { infoHints, roundedSchedule } from '../hints';

/** What a sender would want to know although it is no failure. */
export function hintsFor(messages: readonly Sms[]): NodeExecutionHint[] {
	return infoHints(roundedSchedule(messages.map(({ settings }) => settings.schedule)), longTexts(messages), lostCharacters(messages));
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
