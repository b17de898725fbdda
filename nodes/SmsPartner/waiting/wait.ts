import type { IDataObject } from 'n8n-workflow';

import { asText, isRecord } from '../values/narrow';
import type { WaitFor } from './outputs';

/** What an execution waits for, as plain data that n8n stores with it. */
export interface Wait {
	/** Part of the URL. Other calls, such as those for an earlier wait of the same execution, do not have it. */
	nonce: string;
	waitFor: WaitFor;
	/** The item of the SMS as Send gives it. */
	sent: IDataObject & { phoneNumber: string };
}

/** A wait as it was stored; undefined for anything else. */
export function restoreWait(value: unknown): Wait | undefined {
	if (!isRecord(value) || !isRecord(value.sent)) return undefined;
	const { nonce, waitFor } = value;
	const sent: IDataObject = JSON.parse(JSON.stringify(value.sent));
	const { phoneNumber } = sent;
	if (typeof nonce !== 'string' || typeof phoneNumber !== 'string' || (waitFor !== 'reply' && waitFor !== 'delivery')) return undefined;
	return { nonce, waitFor, sent: { ...sent, phoneNumber } };
}

/** The id that the platform gave the SMS. */
export function sentMessageId({ sent }: Wait): string | undefined {
	return asText(sent.messageId);
}
