import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { callbackUrlHint } from '../../running/callbackUrlHint';
import { deliverChecked } from '../../running/deliverChecked';
import { guarded } from '../../running/guard';
import { infoHints } from '../../running/hints';
import type { ItemResult, Operation } from '../../running/operation';
import { parameterReader, sharedCheck } from '../../running/parameters';
import { clockOf } from '../../sending/clock';
import { collectRecipients, type Collected } from '../../sending/recipients';
import { checkSettings, type SendSettings } from '../../sending/settings';
import { checkContent, type SmsContent } from '../../sending/sms';
import { smsKind } from '../../sending/smsKind';
import { accept, type Checked } from '../../values/checked';
import { sendFields } from './sendFields';
import { callbackUrls, hintsFor } from './sendHints';
import { itemText, itemValue, PHONE_FIELD, usesInputFields } from './sources';

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const { deliveries, rejected } = collectMessages(context, items);
	const urlHint = await callbackUrlHint(context, 'sms', callbackUrls(deliveries));
	context.addExecutionHints(...hintsFor(deliveries, new Date()), ...infoHints(urlHint));
	return deliverChecked(context, deliveries, rejected, smsKind);
}

/** What the user asked for, checked: an SMS for each recipient, and the recipients that cannot have one. */
export function collectMessages(context: IExecuteFunctions, items: INodeExecutionData[]): Collected<SmsContent> {
	const read = parameterReader(context);
	const fromFields = usesInputFields(context);
	const recipientOf = itemValue(read, items, 'to', fromFields ? { ...PHONE_FIELD, lacking: ', so there is no recipient' } : undefined);
	const textOf = itemText(context, read, items, fromFields);
	const settingsOf = settingsReader(context, read);
	return collectRecipients(items.length, (itemIndex) => {
		const to = guarded(() => recipientOf(itemIndex));
		if (!to.ok) return to;
		const settings = guarded(() => settingsOf(itemIndex));
		if (!settings.ok) return accept({ to: to.value, defaultCountry: 'FR', content: settings });
		const content = guarded(() => {
			const text = textOf(itemIndex);
			return text.ok ? checkContent(text.value, settings.value) : text;
		});
		return accept({ to: to.value, defaultCountry: settings.value.defaultCountry, content });
	});
}

/** Settings are checked once for all items that share them. */
function settingsReader(context: IExecuteFunctions, read: ReturnType<typeof parameterReader>): (itemIndex: number) => Checked<SendSettings> {
	const clock = clockOf(context);
	return sharedCheck(context, ['sendFrom', 'virtualNumber', 'options'], (itemIndex) => {
		const sendFrom = read('sendFrom', itemIndex);
		const raw = {
			sendFrom,
			virtualNumber: sendFrom === 'virtualNumber' ? read('virtualNumber', itemIndex) : undefined,
			options: read('options', itemIndex),
		};
		return checkSettings(raw, clock);
	});
}

export const send: Operation = {
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send an SMS',
		description: 'Send one or many SMS; recipients are sent together in batches of up to 500',
	},
	effect: 'write',
	sends: { done: 'sent', billed: 'SMS' },
	fields: sendFields,
	execute,
};
