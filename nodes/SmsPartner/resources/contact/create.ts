import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { stopOnFailureOption } from '../../fields/guardOptions';
import { checkPhoneNumber, phoneNumberField, phoneNumberOptions } from '../../fields/phoneNumberField';
import type { ReadParameter } from '../../fields/readParameter';
import { batchSizeOption } from '../../fields/sendingFields';
import { prepareAll } from '../../running/allAtOnce';
import { deliverChecked } from '../../running/deliverChecked';
import type { ItemResult, Operation } from '../../running/operation';
import { parameterReader } from '../../running/parameters';
import { checkGuards } from '../../sending/guards';
import { checkCommonOptions, type Clock } from '../../sending/options';
import { accept, checkAll, type Checked } from '../../values/checked';
import { isRecord } from '../../values/narrow';
import { checkGroupId, groupField } from '../group/groupPicker';
import { contactKind, type NewContact } from './contactKind';
import { detailFields } from './detailFields';
import { checkDetails } from './details';

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const read = parameterReader(context);
	const clock = { timezone: context.getTimezone(), now: new Date() };
	const { passed, rejected } = prepareAll(items, (itemIndex) => read('phoneNumber', itemIndex), (itemIndex) => prepare(read, itemIndex, clock));
	return deliverChecked(context, passed, rejected, contactKind);
}

function prepare(read: ReadParameter, itemIndex: number, clock: Clock): Checked<NewContact> {
	const given = read('options', itemIndex);
	const options = isRecord(given) ? given : {};
	const common = checkCommonOptions(options, clock);
	if (!common.ok) return common;
	return checkAll<NewContact>({
		itemIndex: accept(itemIndex),
		groupId: checkGroupId(read('groupId', itemIndex)),
		phoneNumber: checkPhoneNumber(read, itemIndex),
		details: checkDetails(read('additionalFields', itemIndex), clock.timezone, 'leaveOut'),
		batchSize: accept(common.value.batchSize),
		guards: checkGuards(options),
	});
}

export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a contact',
		description: 'Add contacts to a group; those of many items are added together, up to 500 in one request',
	},
	effect: 'write',
	sends: { done: 'added' },
	fields: [
		groupField('The group to put the contact into'),
		phoneNumberField('Phone number of the contact'),
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add field',
			default: {},
			description: 'What else is known about the contact. Empty fields are left out.',
			options: detailFields,
		},
		phoneNumberOptions({
			...batchSizeOption,
			description: 'How many contacts go in one request, up to 500. With 1 the output holds the contactId of each, which the platform does not tell for a batch.',
		}, stopOnFailureOption),
	],
	execute,
};
