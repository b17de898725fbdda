import { asNumber, asText } from './narrow';

/** A duration of the platform in seconds: `m:ss`, `h:mm:ss`, or a number of seconds (docs: voice, audio files; voice SMS). */
export function toSeconds(input: unknown): number | undefined {
	const text = asText(input)?.trim();
	if (text === undefined || !/^\d+(:\d{1,2}){1,2}$/.test(text)) return asNumber(input);
	return text.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0);
}
