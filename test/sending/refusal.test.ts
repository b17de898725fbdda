import type { Endpoint, Reach } from '../../nodes/SmsPartner/api/endpoint';
import type { Failure } from '../../nodes/SmsPartner/api/failure';
import { NO_GUARDS } from '../../nodes/SmsPartner/sending/guards';
import { complaintAbout, reachOf } from '../../nodes/SmsPartner/sending/refusal';
import { SEND } from '../../nodes/SmsPartner/sending/requests';
import { smsKind } from '../../nodes/SmsPartner/sending/smsKind';
import { voiceKind } from '../../nodes/SmsPartner/sending/voice';
import { isNonEmpty } from '../../nodes/SmsPartner/values/nonEmpty';
import { messagesWith } from './messages';

const voice = voiceKind('/tts/send', () => ({}));
const refused = (facts: Partial<Failure>): Failure => ({ kind: 'refused', message: 'no', description: '', httpStatus: 400, ...facts });

function reach(facts: Partial<Failure>, texts = ['a', 'b'], endpoint: Endpoint = SEND): Reach | undefined {
	const batch = messagesWith(texts);
	if (!isNonEmpty(batch)) throw new Error('no messages');
	return reachOf(batch, smsKind, endpoint, refused(facts));
}

describe('reachOf', () => {
	it.each([1, 10, 20, 22, 23, 30, 40, 42, 44, 45, 46, 47, 48, 49, 50, 51, 96, 992])('code %i is everybody\'s', (code) => {
		expect(reach({ code: String(code) })).toBe('everybody');
	});

	it.each([2, 43, 52, 90])('code %i is validation: nothing can have left', (code) => {
		expect(reach({ code: String(code) })).toBe('validation');
	});

	it.each([11, 500])('code %i ends the run, and something may have gone out', (code) => {
		expect(reach({ code: String(code) })).toBe('endsRun');
	});

	it.each([4, 9, 13, 14, 15, 55, 4711, 'toString', '__proto__', 'NOT_CREDIT', 400, 403])('after code %j something may have gone out', (code) => {
		expect(reach({ code: String(code) })).toBeUndefined();
	});

	it('reads a list of complaints: about recipients and texts, about what all share, about what nobody knows', () => {
		const complaints = (...fields: string[]) => ({ code: '9', fields: fields.map((field) => ({ field, message: 'no' })) });
		expect(reach(complaints('phoneNumbers', 'message'))).toBe('validation');
		expect(reach(complaints(''))).toBe('validation');
		expect(reach(complaints('phoneNumbers', 'sender'))).toBe('everybody');
		expect(reach(complaints('phoneNumbers', 'surprise'))).toBeUndefined();
	});

	it('a complaint about the text is everybody\'s where several share it', () => {
		for (const facts of [{ code: '52' }, { code: '9', fields: [{ field: 'message', message: 'no' }] }]) {
			expect(reach(facts, ['same', 'same'])).toBe('everybody');
			expect(reach(facts, ['a', 'b'])).toBe('validation');
			expect(reach(facts, ['alone'])).toBe('validation');
		}
	});

	it.each<[Partial<Failure>, Reach | undefined]>([
		[{ httpStatus: 400, code: '400', bodiless: true }, 'validation'],
		[{ httpStatus: 400 }, undefined],
		[{ httpStatus: 403, code: '403', bodiless: true }, 'everybody'],
		[{ httpStatus: 413 }, 'everybody'],
		[{ httpStatus: 302, code: '302', bodiless: true }, 'everybody'],
		[{ httpStatus: 409, code: '409', bodiless: true }, undefined],
		[{ httpStatus: 404, code: '404', unknownRoute: true }, 'everybody'],
		[{ httpStatus: 200 }, undefined],
	])('without a code of the platform, %j reaches %j', (facts, expected) => {
		expect(reach(facts)).toBe(expected);
	});

	it.each([
		['NOT_CREDIT', 'endsRun'],
		['SENDER_INVALID', 'everybody'],
		['PHONE_NUMBER_REQUIRED', 'validation'],
		['DESTINATION_INVALID', undefined],
		['44', undefined],
		['14', undefined],
	])('each endpoint declares its own codes: %s on voice reaches %j', (code, expected) => {
		const [first] = messagesWith(['a']);
		if (!first) throw new Error('no message');
		const { endpoint } = voice.request([{ ...first, broadcast: { body: {}, shown: {}, options: { defaultCountry: 'FR', batchSize: 500 }, guards: NO_GUARDS, key: '' } }]);
		expect(reach({ code }, ['a', 'b'], endpoint)).toBe(expected);
	});
});


describe('complaintAbout', () => {
	it.each(['0692123456', '+262692123456', '00262692123456', '262692123456', '+33692123456'])('finds a recipient under the number %s', (written) => {
		const [first] = messagesWith(['a']);
		if (!first) throw new Error('no message');
		const failure = refused({ code: '9', message: `Le numéro n'est pas valide (${written})` });
		expect(complaintAbout({ ...first, phoneNumber: '+262692123456' }, failure)).toBe(failure.message);
		expect(complaintAbout({ ...first, phoneNumber: '+33692123456' }, failure)).toBeUndefined();
		expect(complaintAbout({ ...first, phoneNumber: '+262692123457' }, failure)).toBeUndefined();
	});
});
