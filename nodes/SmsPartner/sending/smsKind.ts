import { TEXT_CODES } from '../api/codes';
import { measureMessage } from '../values/messageText';
import type { NonEmpty } from '../values/nonEmpty';
import type { SendKind } from './kind';
import { describe, readOutcomes } from './outcomes';
import { toRequest } from './requests';
import { settingsKey, type SendSettings } from './settings';
import type { Sms } from './sms';

/** The platform appends a notice to the text, whose length is not documented (docs: single-send, isStopSms): counted as so long. */
const STOP_NOTICE = '.'.repeat(20);

const keys = new WeakMap<SendSettings, string>();

/** How SMS go out: those that agree on everything except recipient and text share a request. */
export const smsKind: SendKind<Sms> = {
	key: ({ settings }) => {
		const key = keys.get(settings) ?? settingsKey(settings);
		keys.set(settings, key);
		return key;
	},
	// /vn/send takes one recipient (docs: long-number send).
	maxBatch: ({ settings }) => (settings.virtualNumber === undefined ? settings.batchSize : 1),
	// Without the text: an expression such as {{ $now }} reads differently when n8n calls the node again.
	identity: ({ itemIndex, phoneNumber }) => `${itemIndex} ${phoneNumber}`,
	request: toRequest,
	read: readOutcomes,
	concernsAll: (batch, { field, code }) =>
		sharesText(batch) && (field === 'message' || (code !== undefined && TEXT_CODES.has(code))),
	describe,
	tag: ({ settings }) => settings.tag,
	skips: ['duplicates', 'optedOut', 'sameTag'],
	unit: 'SMS',
	billed: ({ text, size, settings }) => (settings.stopNotice ? measureMessage(text + STOP_NOTICE, settings).segments : size.segments),
	isFree: ({ settings }) => settings.sandbox,
};

/** One alone shares its text with nobody: a complaint about it says nothing of others. */
function sharesText(batch: NonEmpty<Sms>): boolean {
	return batch.length > 1 && batch.every(({ text }) => text === batch[0].text);
}
