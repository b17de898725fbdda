import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Endpoint } from '../../api/endpoint';
import { callApi } from '../../api/request';
import { phoneNumberField, phoneNumberOptions } from '../../fields/phoneNumberField';
import type { ReadParameter } from '../../fields/readParameter';
import { eachItemOnce } from '../../running/eachItem';
import type { ItemResult, Operation } from '../../running/operation';
import { parameterReader } from '../../running/parameters';
import { defaultCountryOf } from '../../sending/options';
import { accept, checkAll, refuse, type Checked } from '../../values/checked';
import { isRecord, type UnknownRecord } from '../../values/narrow';
import { isHole } from '../../values/option';
import { parsePhoneNumber } from '../../values/phoneNumber';
import { CONTACT_DETAIL_CODES, CONTACT_ID_CODES } from './codes';
import { checkContactId, contactIdField } from './contactId';
import { detailFields } from './detailFields';
import { checkDetails, detailsIn } from './details';

/** docs: update-contact */
const CONTACT_UPDATE: Endpoint = {
	api: 'sms',
	method: 'POST',
	path: '/contact/update',
	effect: 'write',
	codes: {
		...CONTACT_DETAIL_CODES,
		...CONTACT_ID_CODES,
		2: 'There is nothing to change. Add at least one field under Update Fields.',
		15: 'Another contact of the group has this number already.',
	},
};

interface Change {
	contactId: string;
	/** As the platform names them. */
	contact: IDataObject;
}

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const read = parameterReader(context);
	const timezone = context.getTimezone();
	return eachItemOnce(
		context,
		items,
		(itemIndex) => prepare(read, itemIndex, timezone),
		async ({ contactId, contact }) => callApi(context, CONTACT_UPDATE, { body: { contactId, contact } }),
		// Not the details themselves: null for those that stay as they are would read as emptied.
		(_body, { contactId, contact }) => ({ contactId, updated: true, changedFields: ['phoneNumber' in contact ? 'phoneNumber' : [], detailsIn(contact)].flat() }),
	);
}

function prepare(read: ReadParameter, itemIndex: number, timezone: string): Checked<Change> {
	const changes = read('updateFields', itemIndex);
	return checkAll<Change>({
		contactId: checkContactId(read('contactId', itemIndex)),
		contact: checkChanges(isRecord(changes) ? changes : {}, read('options', itemIndex), timezone),
	});
}

function checkChanges(changes: UnknownRecord, options: unknown, timezone: string): Checked<IDataObject> {
	const details = checkDetails(changes, timezone, 'keep');
	if (!details.ok) return details;
	const { phoneNumber } = changes;
	if (isHole(changes, 'phoneNumber')) return refuse('"Phone Number" is empty', 'Its expression gives nothing on this item: let it give a number, or remove it to keep the one there is.');
	const number = phoneNumber === undefined ? undefined : parsePhoneNumber(phoneNumber, defaultCountryOf(options));
	if (number && !number.ok) return number;
	const contact = { ...(number && { phoneNumber: number.value }), ...details.value };
	return Object.keys(contact).length === 0
		? refuse('There is nothing to change', 'Add at least one field under Update Fields. If they come from the input, check that this item has them.')
		: accept(contact);
}

const { required: _required, ...newNumberField } = phoneNumberField('New phone number of the contact');

export const update: Operation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a contact',
		description: 'Change details of a contact; what you do not add stays as it is',
	},
	effect: 'write',
	fields: [
		contactIdField,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add field',
			default: {},
			description: 'What to change. A field that is added and left empty is emptied on the platform.',
			options: [...detailFields, newNumberField],
		},
		phoneNumberOptions(),
	],
	execute,
};
