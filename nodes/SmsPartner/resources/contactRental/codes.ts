import { COMMON_CODES, NO_KEY } from '../../api/codes';
import type { CodeMeanings } from '../../api/endpoint';

const VALUES_MISSING = 'The platform misses part of the targeting. Check Gender, the ages, Interest ID and Areas.';

/** docs: targeting and calculation; the global list of error codes, section contact rental */
export const TARGETING_CODES: CodeMeanings = {
	...COMMON_CODES,
	1: NO_KEY,
	3: VALUES_MISSING,
	4: VALUES_MISSING,
	5: 'The address for notifications is not accepted.',
	6: 'This operation is not allowed for your account. Ask SMS Partner support (help@smspartner.fr).',
	7: 'The gender is missing. Choose one in Gender.',
	8: 'The platform does not know this gender. Choose Everyone, Men or Women in Gender.',
	9: 'The minimum age is missing. Fill in Minimum Age.',
	12: 'The minimum age must be 18 or more. Correct Minimum Age.',
	13: 'The maximum age is missing. Fill in Maximum Age.',
	14: 'The maximum age must be 98 or less. Correct Maximum Age.',
	15: 'The interest is not accepted. Correct Interest ID.',
	16: 'The interest is missing. Fill in Interest ID.',
	17: 'The sub-interest is empty. Fill in Sub-Interest ID, or remove the option.',
	18: 'The sub-interest is not accepted. Correct Sub-Interest ID, or remove the option.',
	19: 'Neither an interest nor a sub-interest is given. Fill in Interest ID.',
	22: 'The social category is empty. Choose one in Social Category, or remove the option.',
	23: 'The social category is not accepted. Choose one in Social Category, or remove the option.',
	24: VALUES_MISSING,
	25: 'An area is missing. Add a ZIP code or a department in Areas.',
	26: 'The wanted number of contacts is missing. Fill in Volume of each area.',
	27: 'More contacts are wanted than there are. Lower Volume, or estimate first to see how many there are.',
	28: 'More contacts are wanted than there are in all. Lower Volume, or estimate first to see how many there are.',
	61: 'Nobody matches this targeting. Widen the ages or the areas, or choose another interest.',
};

const UNKNOWN_RENTAL = 'The platform does not know this rental. Use the rentalId that Rent returned.';

/** docs: rental status; the global list of error codes, section contact rental */
export const RENTAL_CODES: CodeMeanings = {
	...COMMON_CODES,
	1: NO_KEY,
	31: 'The rental is missing. Fill in Rental ID with the rentalId that Rent returned.',
	32: UNKNOWN_RENTAL,
	33: 'The file of this rental does not exist yet. Use Get to see when the status is ready.',
	34: 'The file of this rental was already used. It can be downloaded once; look for it in the first execution, or on my.smspartner.fr.',
	35: 'The file is being downloaded at this moment. Use Get to see what becomes of it.',
	36: 'This rental failed on the platform. Contact SMS Partner support (help@smspartner.fr) before you rent again.',
};
