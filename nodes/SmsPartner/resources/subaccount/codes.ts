import { COMMON_CODES, NO_KEY } from '../../api/codes';
import type { CodeMeanings } from '../../api/endpoint';

const NOT_ALLOWED = 'Sub-accounts are not enabled for this account, or this key may not manage them. Ask SMS Partner support (help@smspartner.fr).';

const UNKNOWN_SUBACCOUNT = 'Your account has no such sub-account. Choose it from the list, or copy the subaccountId that Get Many returns.';

/** docs: create sub-account */
export const CREATE_CODES: CodeMeanings = {
	...COMMON_CODES,
	1: NO_KEY,
	2: NOT_ALLOWED,
	3: 'The platform misses whether the sub-account can buy credit. Set Can Buy Credit again.',
	4: 'The type is missing. Choose one in Type.',
	5: 'The platform does not know this type. Choose Simple or Advanced in Type.',
	6: 'The e-mail address is missing. Fill in Email.',
	7: 'This e-mail address already has an account. Use another one in Email.',
	8: 'Initial Credit must be above 0. Enter a higher amount, or remove the option.',
	9: 'The balance of your account does not cover Initial Credit. Top it up on my.smspartner.fr, or remove the option.',
};

/** docs: delete sub-account */
export const REMOVE_CODES: CodeMeanings = {
	...COMMON_CODES,
	1: 'The sub-account is missing. Choose it from the list.',
	404: UNKNOWN_SUBACCOUNT,
};

/**
 * docs: manage sub-account credits. The global list of codes counts these refusals one higher than the page of the
 * endpoint, so that 3 to 7 have two meanings each.
 */
export const CREDIT_CODES: CodeMeanings = {
	...COMMON_CODES,
	1: NO_KEY,
	2: `Either the amount is missing or sub-accounts are not enabled; the text above says which. Fill in Amount. ${NOT_ALLOWED}`,
	3: 'The sub-account or the amount is missing; the text above says which. Choose the sub-account and fill in Amount.',
	4: `Either the sub-account is missing or you may not move its credit; the text above says which. Choose the sub-account from the list. ${NOT_ALLOWED}`,
	5: 'Amount must be above 0. Enter what should be moved, in euros.',
	6: `Either the account that pays has no credit left or the sub-account does not exist; the text above says which. ${UNKNOWN_SUBACCOUNT}`,
	7: `Either the sub-account does not exist or it has not enough credit; the text above says which. ${UNKNOWN_SUBACCOUNT}`,
	8: 'The account that pays has not enough credit. Lower Amount, or top the account up on my.smspartner.fr.',
	// The English page prints 9 where the others print 10.
	9: 'The API key is not accepted. Open the credential, paste the key from the API menu of your dashboard again and test it.',
};
