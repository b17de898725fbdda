import fc from 'fast-check';
import type { CallbackEvent } from '../../../nodes/SmsPartner/callbacks/events';
import type { UnknownRecord } from '../../../nodes/SmsPartner/values/narrow';
import { fixtures, readFixture } from './fixtures';

export interface ValidEvent {
	event: CallbackEvent;
	payload: UnknownRecord;
}

/** Up to `maxLength`: by itself, fast-check would stop at ten. */
export const digits = (minLength: number, maxLength = minLength) =>
	fc.string({ unit: fc.constantFrom(...'0123456789'), minLength, maxLength, size: 'max' });
const word = fc.string({ unit: fc.constantFrom(...'abcdefXYZ0123456789-_'), minLength: 1, maxLength: 20 });
const anyText = fc.string({ unit: 'binary', maxLength: 30 });
const localTime = fc
	.date({ min: new Date('2001-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 19).replace('T', ' '));

const international = fc.oneof(
	digits(8).map((rest) => `+336${rest}`),
	digits(8).map((rest) => `+3247${rest}`),
	fc.constantFrom('+336....', '+336XXXXXXX1'),
);
const bare = fc.oneof(digits(8).map((rest) => `336${rest}`), fc.constant('33xxxxxxxxx'), digits(5).map((code) => `3${code}`));
const sentId = fc.oneof(
	fc.integer({ min: 1 }),
	digits(0, 24).map((rest) => `1${rest}`),
	word,
);

/** Begins with a word other than STOP: with another letter, or with a word that only looks like it. */
const replyText = fc.oneof(
	fc.tuple(fc.constantFrom('Oui', 'ok ', 'Non merci. ', 'été', '1 ', 'Ж', '是', 'مرحبا '), anyText).map((parts) => parts.join('')),
	fc.constantFrom('Stopping by later', 'Super', 'stoppez-vous', 'S top', 'Stopover', '', '...', '👍'),
);

/** STOP in front of other words, which is none where it does not begin the message. */
const stopInFront = fc.tuple(fc.constantFrom('stop', 'Stop', 's.t.o.p', 'st0p'), fc.constantFrom(' by later', ' à Lyon', ' ou encore', ' and go')).map((parts) => parts.join(''));

/** STOP as the last word of a text. */
const textAndStop = fc
	.record({ text: fc.constantFrom('Merci de me retirer', 'ok', 'Non,', '36180', 'Qui êtes-vous ?', 'NE PLUS RECEVOIR\n'), stop: fc.mixedCase(fc.constantFrom('stop', 'stopsms', 's.t.o.p', 'st0p')), after: fc.constantFrom('', '.', ' merci', ' svp !') })
	.map(({ text, stop, after }) => `${text} ${stop}${after}`);

/** STOP as people and handsets write it, and what they write around it. */
const stopText = fc
	.record({
		before: fc.constantFrom('', ' ', '\n', '"', '... ', '\u200b', '\ufeff', '🛑 ', '\0'),
		stop: fc.oneof(
			fc.mixedCase(fc.constant('stop')),
			fc.mixedCase(fc.constantFrom('stopsms', 'stop36123', 's.t.o.p', 's t o p', 'stopstop', 'stopp', 'stóp')),
		),
		after: fc.oneof(fc.constantFrom('', '.', ' 36123', ', merci', '\r\n', '!', '\0'), anyText.map((text) => ` ${text}`)),
	})
	.map(({ before, stop, after }) => before + stop + after);

const shortCode = (type: string, text: fc.Arbitrary<string>) =>
	fc.record({ type: fc.constant(type), phone_number: international, text, message_id: sentId });

function virtualNumber(text: fc.Arbitrary<string>): fc.Arbitrary<UnknownRecord> {
	return fc.record({ msisdn: bare, to: bare, messageId: word, text, type: fc.constant('text'), 'message-timestamp': localTime });
}

function partOf(text: fc.Arbitrary<string>, parts: fc.Arbitrary<number>): fc.Arbitrary<UnknownRecord> {
	const concat = fc.record({ reference: fc.nat({ max: 255 }), part: parts, more: fc.nat({ max: 4 }) });
	return fc.tuple(virtualNumber(text), concat).map(([payload, { reference, part, more }]) => ({
		...payload,
		concat: 'true',
		'concat-ref': String(reference),
		'concat-total': String(Math.max(2, part + more)),
		'concat-part': String(part),
	}));
}

/** Numbered as a later part, but of no message of several: it is one of its own, and begins it. */
function noPartOf(text: fc.Arbitrary<string>): fc.Arbitrary<UnknownRecord> {
	const numbers = fc.constantFrom(
		...[{ 'concat-part': '2' }, { 'concat-part': 2, 'concat-total': 1 }, { 'concat-part': '3', 'concat-total': '2' }, { 'concat-part': '1.5', 'concat-total': '2' }],
		...[{ 'concat-part': '2', 'concat-total': '300' }, { 'concat-part': '2', 'concat-total': '2', concat: 'false' }, { 'concat-part': '9', 'concat-total': '' }],
	);
	return fc.tuple(virtualNumber(text), numbers).map(([payload, concat]) => ({ ...payload, ...concat }));
}

const deliveryReport = fc.record({
	status: fc.constantFrom('delivered', 'not delivered', 'waiting', 'ko'),
	msgId: sentId.map(String),
	date: fc.integer({ min: 1_000_000_000, max: 4_000_000_000 }),
	phone: international,
	cost: fc.nat({ max: 999 }).map((cost) => `0.${cost}`),
	currency: fc.constant('EUR'),
	tag: anyText,
});

const numberCheck = fc.record({
	phone: international,
	messageId: word,
	mccMnc: digits(5),
	ported: fc.constantFrom(0, 1),
	errorGrpId: fc.constantFrom(0, 1, 5, 27, 255),
	errorName: fc.constantFrom('NO_ERROR ', 'EC_ABSENT_SUBSCRIBER', 'EC_UNKNOWN_ERROR'),
	errorDesc: anyText,
	date: localTime.map((time) => `${time.replace(' ', 'T')}.355+0000`),
});

const voicemailCampaign = fc.record({
	campaign_token: word,
	campaign_id: word,
	delivered_quantity: digits(1, 6),
	total_quantity: digits(1, 6),
});

const voiceSms = fc.record(
	{
		campaignId: word,
		status: fc.constantFrom('pending', 'delivered', 'undelivered'),
		additionnal_status: fc.constantFrom('VOICE_ANSWERED', 'VOICE_NOT_ANSWERED'),
		phoneNumber: bare.map((number) => `00${number}`),
		sendAt: localTime,
		doneAt: localTime,
		duration: fc.nat({ max: 600 }),
		audioFileComplementaire: fc.record({ status: fc.constantFrom('Deposit', 'Failed') }),
	},
	{ requiredKeys: ['campaignId', 'status', 'additionnal_status', 'phoneNumber', 'sendAt', 'doneAt', 'duration'] },
);

const as =
	(event: CallbackEvent) =>
	(payload: UnknownRecord): ValidEvent => ({ event, payload });

/** A STOP in any way that is documented, or that must be taken for one. */
export const stops: fc.Arbitrary<ValidEvent> = fc.oneof(
	shortCode('stop', fc.oneof(stopText, anyText)).map(as('stop')),
	shortCode('response', stopText).map(as('stop')),
	virtualNumber(stopText).map(as('stop')),
	partOf(stopText, fc.constant(1)).map(as('stop')),
	shortCode('response', textAndStop).map(as('stop')),
	virtualNumber(textAndStop).map(as('stop')),
	partOf(textAndStop, fc.integer({ min: 1, max: 5 })).map(as('stop')),
	noPartOf(stopText).map(as('stop')),
);

/** Every documented callback, with values of its own. */
export const validEvents: fc.Arbitrary<ValidEvent> = fc.oneof(
	stops,
	shortCode('response', replyText).map(as('reply')),
	virtualNumber(replyText).map(as('reply')),
	partOf(replyText, fc.integer({ min: 1, max: 5 })).map(as('reply')),
	// What stands in a later part begins no message, though it may end it.
	partOf(stopInFront, fc.integer({ min: 2, max: 5 })).map(as('reply')),
	deliveryReport.map(as('deliveryReport')),
	numberCheck.map(as('numberCheck')),
	voicemailCampaign.map(as('voiceStatus')),
	voiceSms.map(as('voiceStatus')),
);

/** The names of all fields the documentation prints. */
export const documentedNames = [...new Set(fixtures.flatMap(({ name }) => Object.keys(readFixture(name))))];

const lowerCase = new Set(documentedNames.map((name) => name.toLowerCase()));
const treacherous = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'toJSON', 'length', '0', '', 'data', 'body', 'json'];
const unknownName = fc
	.oneof(fc.constantFrom(...treacherous), fc.string({ unit: 'binary', maxLength: 10 }))
	.filter((name) => !/[[\]]/.test(name) && !lowerCase.has(name.toLowerCase()));
const unknownValue = fc.oneof(anyText, fc.integer(), fc.constantFrom('STOP', 'stop', 'response', '+33612345678'));

/** Fields that no documentation knows. */
export const unknownFields: fc.Arbitrary<UnknownRecord> = fc.oneof(
	fc.constant({}),
	fc.dictionary(unknownName, fc.oneof(unknownValue, fc.dictionary(word, unknownValue, { maxKeys: 3, minKeys: 1 })), { maxKeys: 5 }),
);

/** The same fields, and more, in any order. */
export function shuffled(payload: UnknownRecord, more: UnknownRecord): fc.Arbitrary<UnknownRecord> {
	const entries = [...Object.entries(more), ...Object.entries(payload)];
	return fc.shuffledSubarray(entries, { minLength: entries.length }).map((order) => Object.fromEntries(order));
}
