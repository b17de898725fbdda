import type { CodeMeanings, Reach } from './endpoint';

/** Codes that mean the same wherever they appear (docs: error codes). */
export const COMMON_CODES: CodeMeanings = {
	10: 'The API key is not accepted. Open the credential, paste the key from the API menu of your dashboard again and test it. SMS Partner and Voice Partner have different keys.',
	11: 'The account has not enough credit for this. Top it up on my.smspartner.fr, then run the node again.',
	20: 'The account is disabled. Contact SMS Partner support (help@smspartner.fr).',
	30: 'The account is blocked. Contact SMS Partner support (help@smspartner.fr).',
	40: 'API access is not enabled for this account. Contact SMS Partner support (help@smspartner.fr).',
	90: 'The platform could not read the request. Look for unusual characters in the text fields.',
	96: 'The account only accepts calls from listed IP addresses. Add the address of your n8n server in the API settings of your dashboard.',
};

/** What the code of a missing key means: 1 on most endpoints, and something else on a few (docs: error codes). */
export const NO_KEY = 'The API key did not reach the platform. Select the credential in the node and test it.';

/** Codes of the sending endpoints (docs: single-send, and the global list of error codes, section sending). */
export const SENDING_CODES: CodeMeanings = {
	...COMMON_CODES,
	11: 'The account has not enough credit for this. Top it up on my.smspartner.fr, then send to those who got none.',
	1: NO_KEY,
	2: 'The platform received no recipient. Fill in To with at least one phone number.',
	9: 'One or more values are not accepted; the text above names them. Correct them and run the node again.',
	13: 'There is no price for this destination. Ask SMS Partner support to open the country.',
	14: 'This recipient is on your opt-out (STOP) list and must not be texted. Remove the number from your list of recipients, or choose Opted Out in Recipients to Skip.',
	15: 'This number is already in the list of recipients. Send to each number once.',
	22: 'Marketing SMS may not leave at this hour. Choose a time from 8:00 to 20:00 in Scheduled At.',
	23: 'Marketing SMS may not leave on Sundays and public holidays. Choose another day in Scheduled At.',
	42: 'The low-cost range only takes one SMS of 160 characters. Shorten the text.',
	43: 'The text is missing. Fill in Message.',
	44: 'The sender is not accepted. Use 3 to 11 letters and digits, or leave Sender empty.',
	45: 'The date is missing. Set Scheduled At again.',
	46: 'The hour is missing. Set Scheduled At again.',
	47: 'The minutes are not accepted. Set Scheduled At to a 5-minute step.',
	48: 'The minutes are not accepted. Set Scheduled At to a 5-minute step.',
	49: 'The date is not accepted. Set Scheduled At to a moment in the future.',
	50: 'More than 500 recipients in one request. Lower Batch Size.',
	51: 'This account may not use the low-cost range.',
	52: 'The text is longer than 10 SMS. Shorten it.',
	55: 'The platform found no number to send to. Check the phone numbers.',
	500: 'The platform could not queue the SMS. Try again later.',
	992: 'This sender is not authorised for your account. Ask SMS Partner support to register it, or leave Sender empty.',
};

/** Voice Partner: symbolic names for sending, HTTP-like numbers for the rest (docs: voice, sending errors; cancel). */
export const VOICE_CODES: CodeMeanings = {
	...COMMON_CODES,
	11: 'The Voice Partner account has not enough credit for this. Top it up on my.voicepartner.fr, then call those who got no call.',
	401: 'Voice Partner does not accept the API key. It has a key of its own, in the API menu of my.voicepartner.fr: paste that one into the Voice Partner credential and test it.',
	NOT_CREDIT: 'The Voice Partner account has not enough credit for this. Top it up on my.voicepartner.fr, then call those who got no call.',
	PHONE_NUMBER_REQUIRED: 'The platform received no recipient. Fill in To with at least one phone number.',
	PHONE_NUMBER_SIZE_ERROR: 'More than 500 recipients in one request. Split the list of recipients.',
	DESTINATION_INVALID: 'Voice Partner does not call this destination. Leave the number out, or ask Voice Partner support to open the country.',
	TOKEN_AUDIO_REQUIRED: 'The audio file is missing. Choose one in Audio File.',
	AUDIO_FILE_NOT_FOUND: 'The platform does not know this audio file, or has not validated it yet. Choose one from the list in Audio File.',
	NOTIFY_URL_INVALID: 'The address for status reports is not accepted. Give a public https address in Notify URL, or remove the option.',
	SENDER_NOT_AUTHORIZED: 'This sender is not validated for your account. Validate the number on my.voicepartner.fr, or remove the option Sender.',
	SENDER_INVALID: 'The sender is not written as the platform expects. Write the mobile number in Sender as my.voicepartner.fr shows it.',
};

/** Refusals that reach as far on every endpoint for several recipients. */
const COMMON_REACHES: Readonly<Record<string, Reach>> = {
	...reaching('everybody', 1, 10, 20, 30, 40, 96),
	...reaching('validation', 90),
	...reaching('endsRun', 11, 500),
};

/** docs: error codes, section sending */
export const SENDING_REACHES: Readonly<Record<string, Reach>> = {
	...COMMON_REACHES,
	...reaching('everybody', 22, 23, 42, 44, 45, 46, 47, 48, 49, 50, 51, 992),
	...reaching('validation', 2, 43, 52),
};

/** docs: voice, sending errors */
export const VOICE_REACHES: Readonly<Record<string, Reach>> = {
	...COMMON_REACHES,
	...reaching('everybody', 401, 'TOKEN_AUDIO_REQUIRED', 'AUDIO_FILE_NOT_FOUND', 'NOTIFY_URL_INVALID', 'SENDER_NOT_AUTHORIZED', 'SENDER_INVALID', 'PHONE_NUMBER_SIZE_ERROR'),
	...reaching('validation', 'PHONE_NUMBER_REQUIRED'),
	...reaching('endsRun', 'NOT_CREDIT'),
};

/** docs: number verification, whose codes about the list of numbers concern the request as a whole */
export const VERIFICATION_REACHES: Readonly<Record<string, Reach>> = {
	...COMMON_REACHES,
	...reaching('everybody', 3, 19, 50),
	...reaching('validation', 2),
};

/** docs: batch contacts. Who is in the group already is refused (15) and cannot be added twice, so that trying again is safe. */
export const CONTACT_REACHES: Readonly<Record<string, Reach>> = {
	...COMMON_REACHES,
	...reaching('everybody', 404),
	...reaching('validation', 2, 9, 15),
};

function reaching(reach: Reach, ...codes: Array<number | string>): Record<string, Reach> {
	return Object.fromEntries(codes.map((code) => [String(code), reach]));
}

/** HTTP statuses that, without a code in the body, refuse a request whoever its recipients are. */
export const EVERYBODYS_STATUSES: ReadonlySet<number> = new Set([401, 403, 404, 405, 407, 413]);

/** Codes about the text: they refuse the whole batch when all its SMS share one text. */
export const TEXT_CODES: ReadonlySet<string> = new Set([42, 43, 52].map(String));
