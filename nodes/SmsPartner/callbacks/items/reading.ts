import { asText } from '../../values/narrow';
import { displayPhoneNumber } from '../../values/phoneNumber';
import { toStatus, type SmsStatus } from '../../values/status';

export type Value = string | number | boolean | null;

/** What the reader of an event makes of its payload. */
export interface Reading {
	/** What makes a repeated delivery recognisable. */
	identity: readonly unknown[];
	phoneNumber: string | null;
	messageId: string | null;
	/** The payload's own time, ISO 8601, where it has one. */
	receivedAt?: string | null;
	fields: { [name: string]: Value };
}

/** Text without surrounding spaces, null where there is none. */
export function trimmed(value: unknown): string | null {
	return asText(value)?.trim() ?? null;
}

/** E.164 where it can be read, else as it came: the platform masks some numbers. */
export function phoneNumberOf(value: unknown): string | null {
	const text = trimmed(value);
	return text === null ? null : (displayPhoneNumber(text) ?? text);
}

export function statusOf(value: unknown): SmsStatus {
	return toStatus(trimmed(value));
}
