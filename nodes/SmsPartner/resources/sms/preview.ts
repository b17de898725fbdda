import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { inputFailure } from '../../api/errors';
import { optionsField } from '../../fields/optionsField';
import { unicodeOption } from '../../fields/sendingFields';
import { guarded } from '../../running/guard';
import { htmlEntityHint, infoHints } from '../../running/hints';
import type { ItemResult, Operation } from '../../running/operation';
import { parameterReader } from '../../running/parameters';
import { checkScheduledAt, type Clock } from '../../sending/options';
import { accept, refuse, type Checked } from '../../values/checked';
import { cleanText } from '../../values/cleanText';
import { checkFlag } from '../../values/flag';
import { measureMessage } from '../../values/messageText';
import { asText, isRecord, type UnknownRecord } from '../../values/narrow';
import { inQuietHours, nextDeliveryWindow } from '../../values/schedule';
import { itemText, usesInputFields } from './sources';
import { messageField, recipientSourceField } from './textFields';

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const read = parameterReader(context);
	const textOf = itemText(context, read, items, usesInputFields(context));
	const clock = { timezone: context.getTimezone(), now: new Date() };
	const previews = items.map((_item, itemIndex) => guarded(() => previewOf(textOf(itemIndex), read('options', itemIndex), clock)));
	context.addExecutionHints(...infoHints(htmlEntityHint(previews.map((preview) => (preview.ok ? preview.value.message : '')))));
	return previews.map((preview, itemIndex) => (preview.ok ? { itemIndex, json: preview.value } : { itemIndex, json: {}, failure: inputFailure(preview) }));
}

function previewOf(template: Checked<unknown>, options: unknown, clock: Clock): Checked<IDataObject & { message: string }> {
	const given = isRecord(options) ? options : {};
	const unicode = checkFlag(given, 'unicode', 'Unicode');
	if (!unicode.ok) return unicode;
	const message = nonEmpty(template);
	if (!message.ok) return message;
	const leaves = leavesAt(given, clock);
	if (!leaves.ok) return leaves;
	// Measured as written, so that it tells what cleaning left out.
	return accept({ message: cleanText(message.value), ...describe(message.value, unicode.value, leaves.value) });
}

function nonEmpty(text: Checked<unknown>): Checked<string> {
	if (!text.ok) return text;
	const written = asText(text.value) ?? '';
	return cleanText(written).trim() === '' ? refuse('Message is empty', 'Fill in the text of the SMS.') : accept(written);
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
