import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { inputFailure } from '../../api/errors';
import { refuse, type Checked } from '../../values/checked';
import { measureMessage } from '../../values/messageText';
import { asText, isRecord } from '../../values/narrow';
import { inQuietHours, nextDeliveryWindow, parseSchedule } from '../../values/schedule';
import type { ItemResult, Operation } from '../operation';
import { parameterReader } from '../parameters';
import { itemText, usesInputFields } from './sources';
import { messageField, recipientSourceField, unicodeOption } from './textFields';

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const read = parameterReader(context);
	const textOf = itemText(read, items, usesInputFields(context));
	const timezone = context.getTimezone();
	const now = new Date();
	return items.map((_item, itemIndex) => {
		const options = read('options', itemIndex);
		const { unicode, scheduledAt } = isRecord(options) ? options : {};
		const leaves = leavesAt(scheduledAt, timezone, now);
		const text = nonEmpty(textOf(itemIndex));
		if (!text.ok) return { itemIndex, json: {}, failure: inputFailure(text) };
		if (!leaves.ok) return { itemIndex, json: {}, failure: inputFailure(leaves) };
		return { itemIndex, json: { message: text.value, ...describe(text.value, unicode === true, leaves.value) } };
	});
}

function nonEmpty(text: Checked<unknown>): Checked<string> {
	if (!text.ok) return text;
	const value = asText(text.value);
	return value === undefined ? refuse('Message is empty', 'Fill in the text of the SMS.') : { ok: true, value };
}

function leavesAt(scheduledAt: unknown, timezone: string, now: Date): Checked<Date> {
	if (scheduledAt === undefined || scheduledAt === '') return { ok: true, value: now };
	const schedule = parseSchedule(scheduledAt, timezone, now);
	return schedule.ok ? { ok: true, value: new Date(schedule.value.instant) } : schedule;
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
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				{
					displayName: 'Scheduled At',
					name: 'scheduledAt',
					type: 'dateTime',
					default: '',
					description: 'When the SMS will leave, to see whether it falls into the quiet hours of marketing SMS',
				},
				unicodeOption,
			],
		},
	],
	execute,
};
