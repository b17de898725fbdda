import type { IDataObject } from 'n8n-workflow';

import { asText, isRecord } from '../values/narrow';
import type { WaitFor } from './outputs';

/** What an execution waits for, as plain data that n8n stores with it. */
export interface Wait {
	/** Part of the URL. Other calls, such as those for an earlier wait of the same execution, do not have it. */
	nonce: string;
	waitFor: WaitFor;
	/** The time limit, in milliseconds of Unix time. */
	until: number;
	/** The item of the SMS as Send gives it. */
	sent: IDataObject & { phoneNumber: string };
	/** Fields that every output item carries along: those of the input item, where asked for. */
	input: IDataObject;
}

/** A wait as it was stored; undefined for anything else. */
export function restoreWait(value: unknown): Wait | undefined {
	if (!isRecord(value) || !isRecord(value.sent)) return undefined;
	const { nonce, waitFor, until } = value;
	const sent: IDataObject = JSON.parse(JSON.stringify(value.sent));
	const { phoneNumber } = sent;
	if (typeof nonce !== 'string' || typeof until !== 'number' || typeof phoneNumber !== 'string') return undefined;
	const input: IDataObject = isRecord(value.input) ? JSON.parse(JSON.stringify(value.input)) : {};
	return waitFor === 'reply' || waitFor === 'delivery' ? { nonce, waitFor, until, sent: { ...sent, phoneNumber }, input } : undefined;
}

/** The id that the platform gave the SMS. */
export function sentMessageId({ sent }: Wait): string | undefined {
	return asText(sent.messageId);
}
