import type { IExecuteFunctions } from 'n8n-workflow';

import { normalise, type CallbackItem } from '../callbacks/normalise';
import { automaticZone } from '../callbacks/sourceTime';
import { lookUpOne } from '../lookups/statuses';
import { infoHints } from '../running/hints';
import type { ItemResult } from '../running/operation';
import { asText, type UnknownRecord } from '../values/narrow';
import { toStatus } from '../values/status';
import { translate } from '../values/vocabulary';
import { deliveryOutput } from './match';
import { TIMED_OUT } from './outputs';
import { sentMessageId, type Wait } from './wait';

/** How the workflow goes on when the time is up: a report that never came is looked up, once. */
export async function atLimit(context: IExecuteFunctions, wait: Wait): Promise<ItemResult> {
	const { sent, waitFor } = wait;
	const messageId = sentMessageId(wait);
	const timedOut = (status = sent.status): ItemResult => ({ itemIndex: 0, json: { event: 'timedOut', ...sent, status }, output: TIMED_OUT });
	if (waitFor === 'reply' || messageId === undefined) return timedOut();

	const found = await lookUpOne(context, { messageId, phoneNumber: sent.phoneNumber });
	if (!found.ok) {
		context.addExecutionHints(...infoHints(`The status could not be looked up: ${found.failure.message}`));
		return timedOut();
	}
	if (found.body === undefined) return timedOut('notFound');
	const report = toReport(found.body, wait);
	const output = deliveryOutput(report);
	return output === undefined ? timedOut(toStatus(wordOf(found.body))) : { itemIndex: 0, json: report, output };
}

/** The record of a look-up as the delivery report that it stands for: the same columns, and the same `eventId`. */
function toReport(record: UnknownRecord, wait: Wait): CallbackItem {
	const { doneAt, cost, currency } = translate(record, ['doneAt', 'cost', 'currency']);
	const { phoneNumber, tag } = wait.sent;
	const payload = { msgId: sentMessageId(wait), status: wordOf(record), phone: phoneNumber, date: doneAt, cost, currency, tag };
	return normalise(payload, { event: 'deliveryReport' }, { now: new Date(), zone: automaticZone, includeRaw: false });
}

function wordOf({ statut, status }: UnknownRecord): string | undefined {
	return asText(statut ?? status);
}
