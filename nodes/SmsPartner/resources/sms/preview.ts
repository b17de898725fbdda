import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { inputFailure } from '../../api/errors';
import { optionsField } from '../../fields/optionsField';
import { unicodeOption } from '../../fields/sendingFields';
import { guarded } from '../../running/guard';
import type { ItemResult, Operation } from '../../running/operation';
import { parameterReader } from '../../running/parameters';
import { checkScheduledAt, type Clock } from '../../sending/options';
import { accept, refuse, type Checked } from '../../values/checked';
import { checkFlag } from '../../values/flag';
import { measureMessage } from '../../values/messageText';
import { asText, isRecord, type UnknownRecord } from '../../values/narrow';
import { inQuietHours, nextDeliveryWindow } from '../../values/schedule';
import { wellFormed } from '../../values/wellFormed';
import { itemText, usesInputFields } from './sources';
import { messageField, recipientSourceField } from './textFields';

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const read = parameterReader(context);
	const textOf = itemText(context, read, items, usesInputFields(context));
	const clock = { timezone: context.getTimezone(), now: new Date() };
	return items.map((_item, itemIndex) => {
		const preview = guarded(() => previewOf(textOf(itemIndex), read('options', itemIndex), clock));
		return preview.ok ? { itemIndex, json: preview.value } : { itemIndex, json: {}, failure: inputFailure(preview) };
	});
}

function previewOf(template: Checked<unknown>, options: unknown, clock: Clock): Checked<IDataObject> {
	const given = isRecord(options) ? options : {};
	const unicode = checkFlag(given, 'unicode', 'Unicode');
	if (!unicode.ok) return unicode;
	const message = nonEmpty(template);
	if (!message.ok) return message;
	const leaves = leavesAt(given, clock);
	if (!leaves.ok) return leaves;
	return accept({ message: message.value, ...describe(message.value, unicode.value, leaves.value) });
}

function nonEmpty(text: Checked<unknown>): Checked<string> {
	if (!text.ok) return text;
	const value = wellFormed(asText(text.value) ?? '');
	return value.trim() === '' ? refuse('Message is empty', 'Fill in the text of the SMS.') : accept(value);
}

function leavesAt(options: UnknownRecord, clock: Clock): Checked<Date> {
	const schedule = checkScheduledAt(options, clock);
	return schedule.ok ? accept(schedule.value ? new Date(schedule.value.instant) : clock.now) : schedule;
}

function describe(message: string, unicode: boolean, leaves: Date): IDataObject {
	const { encoding, characters, segments, replacedCharacters, unsupportedCharacters } = measureMessage(message, { unicode });
	const quiet = inQuietHours(leaves);
	return {
		encoding,
		characters,
		segments,
		replacedCharacters,
		unsupportedCharacters,
		quietHours: quiet,
		marketingSmsLeavesAt: quiet ? nextDeliveryWindow(leaves) : null,
	};
}

export const preview: Operation = {
	option: {
		name: 'Preview',
		value: 'preview',
		action: 'Preview an SMS',
		description: 'Count characters and billed SMS, and see what the platform will replace, without sending anything',
	},
	effect: 'read',
	fields: [
		recipientSourceField,
		messageField,
		optionsField([
			{
				displayName: 'Scheduled At',
				name: 'scheduledAt',
				type: 'dateTime',
				default: '',
				description: 'When the SMS will leave, to see whether it falls into the quiet hours of marketing SMS',
			},
			unicodeOption,
		]),
	],
	execute,
};
