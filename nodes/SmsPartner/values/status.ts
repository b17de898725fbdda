/** The one vocabulary for what became of an SMS or a voice message. */
export type SmsStatus = 'delivered' | 'notDelivered' | 'waiting' | 'notSent' | 'notFound' | 'unknown';

/**
 * The platform's words (docs: status, error codes, webhooks), without case, accents and separators: the look-ups
 * write "Not delivered", the delivery report "not delivered", the voice status "undelivered".
 */
const STATUS_OF_WORD: Readonly<Record<string, SmsStatus>> = {
	delivered: 'delivered',
	delivrd: 'delivered',
	notdelivered: 'notDelivered',
	undelivered: 'notDelivered',
	undeliv: 'notDelivered',
	expired: 'notDelivered',
	rejectd: 'notDelivered',
	waiting: 'waiting',
	pending: 'waiting',
	acceptd: 'waiting',
	enroute: 'waiting',
	ko: 'notSent',
	numerointrouvable: 'notFound',
};

/** No word of the platform is longer. */
const MAX_LENGTH = 64;

/** The status a platform's word stands for; `unknown` for the word UNKNOWN and for any that is not documented. */
export function toStatus(word: unknown): SmsStatus {
	if (typeof word !== 'string' || word.length > MAX_LENGTH) return 'unknown';
	const key = word
		.normalize('NFD')
		.replace(/[^a-z]/gi, '')
		.toLowerCase();
	return Object.hasOwn(STATUS_OF_WORD, key) ? (STATUS_OF_WORD[key] ?? 'unknown') : 'unknown';
}

/** Whether no other status can follow. */
export function isFinalStatus(status: SmsStatus): boolean {
	return status === 'delivered' || status === 'notDelivered' || status === 'notSent';
}
