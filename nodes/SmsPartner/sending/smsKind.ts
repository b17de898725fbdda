import { TEXT_CODES } from '../api/codes';
import type { NonEmpty } from '../values/nonEmpty';
import type { SendKind } from './kind';
import { readOutcomes } from './outcomes';
import { toRequest } from './requests';
import { settingsKey, type SendSettings } from './settings';
import type { Sms } from './sms';

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
};

function sharesText(batch: NonEmpty<Sms>): boolean {
	return batch.every(({ text }) => text === batch[0].text);
}
