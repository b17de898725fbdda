import type { IDataObject } from 'n8n-workflow';

import type { UnknownRecord } from '../../values/narrow';
import { translate } from '../../values/vocabulary';
import { describeDetails } from './details';

/**
 * A contact of the platform. Its own `groupId` is left out: it is a number of the platform's that no other endpoint
 * takes (docs: get-contact-details).
 */
export function describeContact(record: UnknownRecord): IDataObject {
	return {
		...translate(record, ['contactId', 'phoneNumber']),
		...describeDetails(record),
		...translate(record, ['createdAt', 'optedOut']),
	};
}
