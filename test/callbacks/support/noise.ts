import fc from 'fast-check';
import isEqual from 'lodash/isEqual';
import type { CallbackRequest } from '../../../nodes/SmsPartner/callbacks/payload';
import type { UnknownRecord } from '../../../nodes/SmsPartner/values/narrow';
import { encodings } from './encodings';
import { oddValue, wellFormed } from './hostileRequests';
import { documentedNames } from './validEvents';

/*
 * Payloads that hold no documented reply or STOP. Those are (docs: webhooks) `phone_number` with a `type` of response or
 * stop and a `text`, and `msisdn` with a `text` and its `keyword`. The type stop counts beside any name of a number, and
 * among several types.
 */

const senders = ['phone_number', 'msisdn'];
const saying = ['type', 'text', 'keyword'];
const sender = fc.constantFrom('+33612345678', '33612345678', '+336....', 33612345678);
const words = fc.constantFrom<unknown>('STOP', 'Oui', 'stop', 'response', 'text', '+33612345678', 1);

function fields(names: string[]): fc.Arbitrary<UnknownRecord> {
	return fc.dictionary(fc.constantFrom(...names), fc.oneof(words, oddValue), { noNullPrototype: true });
}

/** A STOP is one beside any of these. */
const numbers = ['phone', 'phoneNumber', 'number'];
const fromNobody = fc.oneof(...[numbers, ['type']].map((left) => fields(documentedNames.filter((name) => ![...senders, ...left].includes(name)))));

const sayingNothing = fc
	.record({
		rest: fields(documentedNames.filter((name) => ![...senders, ...saying].includes(name))),
		names: fc.subarray(senders, { minLength: 1 }),
		sender,
		type: fc.constantFrom(undefined, 'response', 'text', 'survey', ''),
	})
	.map(({ rest, names, sender: from, type }): UnknownRecord => ({
		...rest,
		...Object.fromEntries(names.map((name) => [name, from])),
		...(type !== undefined && { type }),
	}));

const ofAnotherType = fc
	.record({
		type: fc.constantFrom('survey', 'dlr', 'mms', 'response2', 'nonstop', 'unstop'),
		phone_number: sender,
		text: fc.constantFrom('Oui', '', '4', 'I am at the stop'),
	})
	.map((payload): UnknownRecord => payload);

const unreadable = fc.constantFrom<unknown>(true, false, {}, [], { text: 'STOP' }, ['STOP', 'Oui'], [['STOP'], '+33612345678'], [{ type: 'stop' }]);
const said = fc.constantFrom('STOP', 'Oui');

const fromSomethingUnreadable = fc
	.record({ from: fc.oneof(unreadable, fc.constantFrom('nobody', null, '')), name: fc.constantFrom(...senders), said, type: fc.constantFrom('stop', 'response') })
	.map(({ from, name, said: text, type }): UnknownRecord => ({ [name]: from, text, keyword: text, type }));

const sayingSomethingUnreadable = fc
	.record({ from: sender, name: fc.constantFrom(...senders), text: unreadable, type: fc.constantFrom('response', 'text', '') })
	.map(({ from, name, text, type }): UnknownRecord => ({ [name]: from, text, keyword: text, type }));

const ofAnUnreadableType = fc
	.record({ from: sender, name: fc.constantFrom(...senders), type: fc.oneof(unreadable.filter((type) => !isEqual(type, ['STOP', 'Oui'])), fc.constant(['response', 'text'])) })
	.map(({ from, name, type }): UnknownRecord => ({ [name]: from, text: 'Oui', keyword: 'OUI', type }));

type Encoding = (payload: UnknownRecord) => CallbackRequest;
const everyEncoding = Object.values(encodings);
/** A form has only text. */
const jsonEncodings = Object.entries(encodings).flatMap(([name, encode]) => (/json|list/.test(name) ? [encode] : []));

function encoded(payloads: fc.Arbitrary<UnknownRecord>, ways: Encoding[]): fc.Arbitrary<CallbackRequest> {
	return fc.tuple(payloads, fc.constantFrom(...ways)).map(([payload, encode]) => encode(wellFormed(payload)));
}

/** Requests that are no reply and no STOP, by what they lack. */
export const noise: Record<string, fc.Arbitrary<CallbackRequest>> = {
	'a sender': encoded(fromNobody, everyEncoding),
	'a text and the type stop': encoded(sayingNothing, everyEncoding),
	'a known type': encoded(ofAnotherType, everyEncoding),
	'a sender that is text': encoded(fromSomethingUnreadable, jsonEncodings),
	'a type that is text': encoded(ofAnUnreadableType, jsonEncodings),
	'a text that is text': encoded(sayingSomethingUnreadable, jsonEncodings),
};
