import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { callbackUrlHint } from '../../running/callbackUrlHint';
import { deliverChecked } from '../../running/deliverChecked';
import { guarded } from '../../running/guard';
import { infoHints } from '../../running/hints';
import type { ItemResult, Operation } from '../../running/operation';
import { parameterReader, sharedCheck } from '../../running/parameters';
import { clockOf } from '../../sending/clock';
import type { Collected } from '../../sending/recipients';
import { checkSettings, type SendSettings } from '../../sending/settings';
import { collectSms, type SmsContent } from '../../sending/sms';
import { smsKind } from '../../sending/smsKind';
import { accept, type Checked } from '../../values/checked';
import { sendFields } from './sendFields';
import { callbackUrls, hintsFor } from './sendHints';
import { itemText, itemValue, noPhoneField, usesInputFields } from './sources';

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
	const recipient = itemValue(read, items, 'to', fromFields ? 'phoneField' : undefined);
	const textOf = itemText(context, read, items, fromFields);
	const settingsOf = settingsReader(context, read);
	return collectSms(items.length, (itemIndex) =>
		guarded(() => {
			const settings = settingsOf(itemIndex);
			if (!settings.ok) return settings;
			const to = recipient(itemIndex);
			if (fromFields && String(to ?? '').trim() === '') return noPhoneField(read('phoneField', itemIndex));
			const text = textOf(itemIndex);
			return text.ok ? accept({ to, text: text.value, settings: settings.value }) : text;
		}),
	);
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
	fields: sendFields,
	execute,
};
