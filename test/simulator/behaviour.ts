/** How the platform behaves where its documentation contradicts itself or is silent. */
export interface Behaviour {
	/** Routes that are not there, such as `POST /group/delete`: they answer a 404 page. Default none. */
	unknownRoutes: readonly string[];
	/** Whether the documented rate limits hold: 429 beyond. Default false, so that tests may ask as often as they like. */
	rateLimits: boolean;
	/** What the success of `/group/list` says; the documentation prints false. Default false. */
	groupListSuccess: boolean;
	/** Contacts on a page of `/contact/list`: 20 by a page, 500 by a client library. Default 20. */
	contactsPerPage: number;
	/** Code of a bad e-mail on `/vn/callforward`: 9 in the table, 5 in the sample. Default 9. */
	callForwardMailCode: 5 | 9;
	/** Whether support has activated sub-accounts. Default true. */
	subaccountsAllowed: boolean;
	/** Entries on a page of `/bulk-status-by-tag`; not documented. Default 20. */
	statusesPerPage: number;
	/** Name of its page parameter; not documented. With another name than the caller's, page 1 comes for ever. Default `page`. */
	statusPageParameter: string;
	/** Where Voice refusals hold their name, such as `NOT_CREDIT`; not documented. Default `message`. */
	voiceErrorShape: VoiceErrorShape;
	/** What `/location/file/download` gives: one number a line, or `{success, phoneNumbers}`; not documented. Default `csv`. */
	rentalFile: 'csv' | 'json';
}

/**
 * `message`, `code`, `error`: the name in that field. `codeAndMessage`: name and a sentence. `errorObject`: both, in
 * an object under `error`. `errors`: a list of names. `errorsObject`: a list of names for each field.
 */
export type VoiceErrorShape =
	| 'message'
	| 'code'
	| 'codeAndMessage'
	| 'error'
	| 'errorObject'
	| 'errors'
	| 'errorsObject';

export const DEFAULT_BEHAVIOUR: Behaviour = {
	unknownRoutes: [],
	rateLimits: false,
	groupListSuccess: false,
	contactsPerPage: 20,
	callForwardMailCode: 9,
	subaccountsAllowed: true,
	statusesPerPage: 20,
	statusPageParameter: 'page',
	voiceErrorShape: 'message',
	rentalFile: 'csv',
};
