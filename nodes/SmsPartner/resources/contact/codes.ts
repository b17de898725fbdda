import { COMMON_CODES } from '../../api/codes';
import type { CodeMeanings } from '../../api/endpoint';

/** Endpoints that name a contact by its id (docs: contact details, contact delete). */
export const CONTACT_ID_CODES: CodeMeanings = {
	...COMMON_CODES,
	1: 'The contact is missing. Fill in Contact ID.',
	404: 'The platform does not know this contact; it may be deleted already. Contact > Get Many lists the contacts of a group with their contactId.',
};

/** Endpoints that take the details of a contact (docs: add-contact, update-contact; 14 and 50 as on other endpoints). */
export const CONTACT_DETAIL_CODES: CodeMeanings = {
	...COMMON_CODES,
	9: 'One or more values are not accepted; the text above names them. Correct them and run the node again.',
	14: 'This number is on the opt-out (STOP) list of the account, so that it cannot be added.',
	15: 'This number is in the group already. To change its details, use Contact > Update.',
	50: 'More than 500 contacts in one request. Lower Batch Size.',
};
