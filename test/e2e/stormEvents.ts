import fc from 'fast-check';
import type { UnknownRecord } from '../../nodes/SmsPartner/values/narrow';
import { fixture } from '../fixtures';

/** A callback of a storm; `n` is in its payload and tells it from every other. */
export interface StormEvent {
	n: number;
	path: string;
	payload: UnknownRecord;
	/** By GET, as voicemail campaigns report. */
	isGet?: boolean;
	branch: string;
}

export interface LongReply {
	text: string;
	/** `n` of its parts, in part order. */
	parts: number[];
}

export interface Storm {
	/** In the order of sending, parts and their repeats among the others. */
	events: StormEvent[];
	/** Those that are no parts. */
	singles: StormEvent[];
	longReplies: LongReply[];
}

type Kind = Omit<StormEvent, 'n'>;

const kinds: Kind[] = [
	{ path: 'delivery-report', payload: fixture('webhook.dlr'), branch: 'Delivery' },
	{ path: 'reply', payload: fixture('webhook.response'), branch: 'Reply' },
	{ path: 'stop', payload: fixture('webhook.stop'), branch: 'STOP' },
	{ path: 'reply', payload: fixture('webhook.vn-reply'), branch: 'Reply' },
	{ path: 'reply', payload: { ...fixture('webhook.vn-reply'), text: 'STOP 36123', keyword: 'STOP' }, branch: 'STOP' },
	{ path: 'voice-status', payload: fixture('webhook.voice-sms'), branch: 'Voice Status' },
	{ path: 'voice-status', payload: fixture('webhook.voice-campaign.query'), isGet: true, branch: 'Voice Status' },
	{ path: 'number-check', payload: fixture('webhook.hlr'), branch: 'Number Check' },
	{ path: 'delivery-report', payload: { something: 'else' }, branch: 'Unrecognised' },
];

/**
 * Callbacks of all kinds in a random order that is the same for the same seed.
 *
 * @param parts how many of them are parts of long replies of 2 to 4 parts; a tenth of these are repeats
 */
export function makeStorm(total: number, parts: number, seed: number): Storm {
	let n = 0;
	const long: StormEvent[][] = [];
	const repeats = Math.round(parts / 10);
	for (let left = parts - repeats; left > 0; ) {
		const wanted = [2, 3, 4][long.length % 3] ?? 2;
		const count = left - wanted === 1 ? wanted + 1 : Math.min(wanted, left);
		const reference = long.length;
		long.push(Array.from({ length: count }, (_, index) => partOf(reference, index + 1, count, (n += 1))));
		left -= count;
	}
	const singles = Array.from({ length: total - parts }, (_, index): StormEvent => {
		const { payload, ...kind } = kinds[index % kinds.length] ?? { path: '', payload: {}, branch: '' };
		n += 1;
		return { ...kind, n, payload: { ...payload, n } };
	});
	const repeated = fc.sample(fc.shuffledSubarray(long.flat(), { minLength: repeats, maxLength: repeats }), { numRuns: 1, seed }).flat();
	const all = [...long.flat(), ...repeated, ...singles];
	const events = fc.sample(fc.shuffledSubarray(all, { minLength: all.length }), { numRuns: 1, seed }).flat();
	const longReplies = long.map((events) => ({ text: events.map(({ payload }) => payload['text']).join(''), parts: events.map((event) => event.n) }));
	return { events, singles, longReplies };
}

/** Senders and references repeat, as they do in life; the virtual number tells the messages apart. */
function partOf(message: number, part: number, total: number, n: number): StormEvent {
	const payload = {
		...fixture('webhook.vn-reply.concat-1'),
		msisdn: `3361234${String(message % 50).padStart(4, '0')}`,
		to: `3375511${String(Math.floor(message / 50)).padStart(4, '0')}`,
		'concat-ref': String(message % 7),
		'concat-total': String(total),
		'concat-part': String(part),
		messageId: `in-${n}`,
		text: `${message}.${part} `,
		n,
	};
	return { n, path: 'reply', payload, branch: 'Reply' };
}
