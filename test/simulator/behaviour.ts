import type { RefusalEvidence } from './partlySent';

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
	/** What a send to several people does when one of them said STOP (code 14); not documented. Default `refuseWhole`. */
	optedOutBatch: OptedOutBatch;
	/** What that refusal shows of what was sent. Default none. */
	refusalEvidence: RefusalEvidence;
	/** Code of a bad e-mail on `/vn/callforward`: 9 in the table, 5 in the sample. Default 9. */
	callForwardMailCode: 5 | 9;
	/** Whether support has activated sub-accounts. Default true. */
	subaccountsAllowed: boolean;
	/** Entries on a page of `/bulk-status-by-tag`; not documented. Default 20. */
	statusesPerPage: number;
	/** Name of its page parameter; not documented. With another name than the caller's, page 1 comes for ever. Default `page`. */
	statusPageParameter: string;
	/** Milliseconds of the platform's clock until `/bulk-status-by-tag` knows an SMS that was taken. Default 0. */
	tagListLagMs: number;
	/** What its `total` counts. Default `entries`. */
	tagListTotal: ListTotal;
	/** Whether it holds SMS that never left: scheduled ones before their time, cancelled ones, and those of the sandbox. Default both. */
	tagListHolds: Readonly<{ scheduled: boolean; sandbox: boolean }>;
	/** How it writes numbers. Default `international`. */
	tagListNumbers: NumberForm;
	/** What it says of a tag without SMS: code 4, or a success without entries. Default `notFound`. */
	emptyTagList: 'notFound' | 'emptyList';
	/** Entries on a page of `/stop-sms/list`. Default undefined: all at once, as documented. */
	stopListPerPage: number | undefined;
	/** Name of its page parameter, if it has pages. Default `page`. */
	stopListPageParameter: string;
	/** What its `nbData` counts. Default `entries`. */
	stopListTotal: ListTotal;
	/** Entries at its end that `nbData` counts and that are not given. Default 0. */
	stopListMissing: number;
	/** How it writes numbers. Default `international`. */
	stopListNumbers: NumberForm;
	/** More entries in it, in front, each with this for a number, such as `+33` or null. They concern no send. Default none. */
	stopListUnreadable: readonly (string | number | null)[];
	/** What `creditSms` of `/me` says: what the balance buys, nothing, or something of its own. Default `fromBalance`. */
	creditSms: 'fromBalance' | 'absent' | 'unreadable' | number;
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

/** Nobody gets an SMS, everyone else does, or those before the first one who said STOP do. */
export type OptedOutBatch = 'refuseWhole' | 'sendOthersThenRefuse' | 'stopAtOffender';

/** All entries there are, one more than that, those of the page; or there is no such field. */
export type ListTotal = 'entries' | 'tooMany' | 'perPage' | 'absent';

/** `+33612345678`, `0612345678`, `33612345678`, `+336XXXXXXX8`. */
export type NumberForm = 'international' | 'national' | 'digits' | 'masked';

export const DEFAULT_BEHAVIOUR: Behaviour = {
	unknownRoutes: [],
	rateLimits: false,
	groupListSuccess: false,
	contactsPerPage: 20,
	optedOutBatch: 'refuseWhole',
	refusalEvidence: 'none',
	callForwardMailCode: 9,
	subaccountsAllowed: true,
	statusesPerPage: 20,
	statusPageParameter: 'page',
	tagListLagMs: 0,
	tagListTotal: 'entries',
	tagListHolds: { scheduled: true, sandbox: true },
	tagListNumbers: 'international',
	emptyTagList: 'notFound',
	stopListPerPage: undefined,
	stopListPageParameter: 'page',
	stopListTotal: 'entries',
	stopListMissing: 0,
	stopListNumbers: 'international',
	stopListUnreadable: [],
	creditSms: 'fromBalance',
	voiceErrorShape: 'message',
	rentalFile: 'csv',
};
