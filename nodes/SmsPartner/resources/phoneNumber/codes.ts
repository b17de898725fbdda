import { COMMON_CODES, NO_KEY } from '../../api/codes';
import type { CodeMeanings } from '../../api/endpoint';

/** Codes of both verifications (docs: number verification; the global list of error codes, section number verification). */
export const VERIFICATION_CODES: CodeMeanings = {
	...COMMON_CODES,
	1: NO_KEY,
	2: 'The platform received no phone number. Fill in Phone Number.',
	3: 'The platform could not read the list of phone numbers. Check Phone Number of each item.',
	13: 'There is no price for this destination. Ask SMS Partner support to open the country, or leave the number out.',
	14: 'This number is on your opt-out (STOP) list. Leave it out.',
	19: 'The platform could not read the list of phone numbers. Check Phone Number of each item.',
	50: 'More than 500 phone numbers in one request. Run the node with fewer items.',
	55: 'None of the phone numbers can be checked. Check Phone Number of each item.',
};
