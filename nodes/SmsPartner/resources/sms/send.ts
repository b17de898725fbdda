import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { collectSms, type Collected } from '../../sending/recipients';
import { checkSettings, type SendSettings } from '../../sending/settings';
import { smsKind } from '../../sending/smsKind';
import { accept, type Checked } from '../../values/checked';
import { deliverChecked } from '../deliverChecked';
import { guarded } from '../guard';
import type { ItemResult, Operation } from '../operation';
import { parameterReader } from '../parameters';
import { sendFields } from './sendFields';
import { hintsFor } from './sendHints';
import { itemText, itemValue, usesInputFields } from './sources';

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const { messages, rejected } = collect(context, items);
	context.addExecutionHints(...hintsFor(messages));
	return deliverChecked(context, messages, rejected, smsKind);
}

function collect(context: IExecuteFunctions, items: INodeExecutionData[]): Collected {
	const read = parameterReader(context);
	const fromFields = usesInputFields(context);
	const recipient = itemValue(read, items, 'to', fromFields ? 'phoneField' : undefined);
	const textOf = itemText(read, items, fromFields);
	const settingsOf = settingsReader(context, read);
	return collectSms(items.length, (itemIndex) =>
		guarded(() => {
			const settings = settingsOf(itemIndex);
			if (!settings.ok) return settings;
			const text = textOf(itemIndex);
			return text.ok ? accept({ to: recipient(itemIndex), text: text.value, settings: settings.value }) : text;
		}),
	);
}

/** Settings are checked once for all items that share them. */
function settingsReader(context: IExecuteFunctions, read: ReturnType<typeof parameterReader>): (itemIndex: number) => Checked<SendSettings> {
	const clock = { timezone: context.getTimezone(), now: new Date() };
	const checked = new Map<string, Checked<SendSettings>>();
	return (itemIndex) => {
		const sendFrom = read('sendFrom', itemIndex);
		const raw = {
			sendFrom,
			virtualNumber: sendFrom === 'virtualNumber' ? read('virtualNumber', itemIndex) : undefined,
			options: read('options', itemIndex),
		};
		const key = JSON.stringify(raw);
		const settings = checked.get(key) ?? checkSettings(raw, clock);
		checked.set(key, settings);
		return settings;
	};
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
