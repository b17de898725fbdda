import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { phoneNumberField } from '../../fields/phoneNumberField';
import type { ReadParameter } from '../../fields/readParameter';
import { itemValue, PHONE_FIELD, usesInputFields, type ItemValue } from '../sms/sources';
import { phoneFieldField, recipientSourceField } from '../sms/textFields';

/** Which number each item is about; shared by both verifications. */
export const numberFields: INodeProperties[] = [
	{ ...recipientSourceField, displayName: 'Number Source', description: 'Where the phone number of each item comes from' },
	{
		...phoneNumberField('The phone number to verify. The numbers of all items are verified together, up to 500 in one request.'),
		displayOptions: { show: { recipientSource: ['parameters'] } },
	},
	phoneFieldField,
];

/** The number of each item, as it is written there. */
export function numberReader(context: IExecuteFunctions, items: INodeExecutionData[], read: ReadParameter): ItemValue {
	return itemValue(read, items, 'phoneNumber', usesInputFields(context) ? PHONE_FIELD : undefined);
}
