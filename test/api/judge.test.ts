import type { Endpoint } from '../../nodes/SmsPartner/api/endpoint';
import { judge } from '../../nodes/SmsPartner/api/judge';
import { SEND } from '../../nodes/SmsPartner/sending/requests';
import { fixture, fixtureNames, fixtureText } from '../fixtures';

const write: Endpoint = { api: 'sms', method: 'POST', path: '/send', effect: 'write', codes: { 9: 'nine', 10: 'ten', NOT_CREDIT: 'no credit' } };
const read: Endpoint = { ...write, method: 'GET', effect: 'read' };

describe('judge', () => {
	/** One documented success says success: false, and only its endpoint can recognise it. */
	const MISPRINTED = 'sms-group-list.success';

	it.each(fixtureNames('sms-').filter((name) => name.includes('.success') && name !== MISPRINTED))('accepts %s', (name) => {
		expect(judge(read, { status: 200, text: fixtureText(name) })).toEqual({ ok: true, body: fixture(name) });
	});

	it.each([200, 400])('reads the refusals of the documentation, under HTTP %i', (status) => {
		for (const name of fixtureNames('sms-').filter((candidate) => candidate.includes('.error-10'))) {
			expect(judge(write, { status, text: fixtureText(name) })).toEqual({
				ok: false,
				failure: { kind: 'refused', message: fixture(name).message, description: 'ten', code: '10', httpStatus: status },
			});
		}
	});

	it.each(fixtureNames('sms-').filter((name) => name.includes('.error-9')))('reads both spellings of the field list: %s', (name) => {
		const answer = judge(write, { status: 400, text: fixtureText(name) });
		expect(answer).toMatchObject({ ok: false, failure: { code: '9', description: 'nine' } });
		if (answer.ok) return;
		expect(answer.failure.fields?.map(({ field }) => field)).toEqual(
			['message', expect.stringMatching(/^phoneNumbers?$/), 'sender', 'scheduledDeliveryDate', 'minute', 'time'],
		);
		for (const { message } of answer.failure.fields ?? []) expect(answer.failure.message).toContain(message);
	});

	it.each([
		[{ success: false, error: 'plain text' }, 'plain text'],
		[{ success: false, errors: { message: 'in an object' } }, 'in an object'],
		[{ success: false, errors: ['one', 'two'] }, 'one two'],
		[{ success: false, code: 4, status: 'Numéro introuvable' }, 'Numéro introuvable'],
		[{ success: false, code: 77 }, 'The platform refused the request (code 77)'],
		[{ code: 10, message: 'without success' }, 'without success'],
		[{ error: 'NOT_CREDIT' }, 'NOT_CREDIT'],
	])('takes the text of %j', (body, message) => {
		expect(judge(write, { status: 200, text: JSON.stringify(body) })).toMatchObject({ ok: false, failure: { kind: 'refused', message } });
	});

	it.each([
		{ error: 'NOT_CREDIT' },
		{ errors: ['NOT_CREDIT'] },
		{ error: { code: 'NOT_CREDIT', message: 'Crédit insuffisant' } },
		{ errors: [{ elementId: 'children[phoneNumbers].data', message: 'NOT_CREDIT' }] },
		{ errors: { NOT_CREDIT: 'Crédit insuffisant' } },
		{ message: 'NOT_CREDIT' },
		{ code: 'NOT_CREDIT' },
		{ success: false, code: 400, message: 'NOT_CREDIT' },
	])('explains the symbolic codes of Voice Partner wherever they stand: %j', (body) => {
		for (const status of [200, 400]) {
			expect(judge(write, { status, text: JSON.stringify(body) })).toMatchObject({ ok: false, failure: { kind: 'refused', code: 'NOT_CREDIT', description: 'no credit' } });
		}
	});

	it('takes a body without success under a refusing HTTP status for a refusal', () => {
		expect(judge(write, { status: 400, text: '{"message":"Mauvaise requête"}' })).toMatchObject({ ok: false, failure: { kind: 'refused', message: 'Mauvaise requête' } });
	});

	it('sends the user of a voice endpoint to the voice dashboard', () => {
		expect(judge({ ...write, api: 'voice' }, { status: 500, text: '' })).toMatchObject({ failure: { description: expect.stringContaining('my.voicepartner.fr') } });
	});

	const unreadable: Array<[string, number, string]> = [
		['an HTML page in a 200', 200, '<html><body>Maintenance</body></html>'],
		['an empty 200', 200, ''],
		['truncated JSON', 200, '{"success":true,"message_i'],
		['a JSON list', 200, '[1,2]'],
		['a 500 with HTML', 500, '<h1>Oops</h1>'],
		['a 502 that claims a refusal', 502, '{"success":false,"code":9}'],
		['a request time-out', 408, ''],
	];

	it.each(unreadable)('a write that gets %s has an unknown outcome', (_what, status, text) => {
		expect(judge(write, { status, text })).toMatchObject({
			ok: false,
			failure: { kind: 'unknown', message: expect.stringMatching(/^Outcome unknown: /), description: expect.stringContaining('not repeated') },
		});
	});

	it.each(unreadable)('a look-up that gets %s can be tried again', (_what, status, text) => {
		expect(judge(read, { status, text })).toMatchObject({ ok: false, failure: { kind: 'unreadable' } });
	});

	it.each([
		[404, '<html>'],
		[405, ''],
		[404, '{"code":404,"message":"No route found"}'],
		[404, '{"message":"Not Found"}'],
	])('HTTP %i with %j comes from a server without the route', (status, text) => {
		expect(judge(write, { status, text })).toMatchObject({ ok: false, failure: { kind: 'refused', unknownRoute: true } });
	});

	it.each([
		[404, '{"success":false,"code":404,"message":"no such group"}'],
		[404, '{"success":false,"message":"no such group"}'],
		[400, '<html>'],
	])('HTTP %i with %j comes from a route that exists', (status, text) => {
		const answer = judge(write, { status, text });
		expect(answer).toMatchObject({ ok: false, failure: { kind: 'refused' } });
		expect(answer).not.toMatchObject({ failure: { unknownRoute: true } });
	});

	it('explains a refusal without a code by its HTTP status, where the endpoint names it', () => {
		const lookUp: Endpoint = { ...read, codes: { 404: 'no such group' } };
		expect(judge(lookUp, { status: 404, text: '{"success":false}' })).toMatchObject({ failure: { description: 'no such group' } });
	});

	it.each<[Endpoint, string]>([
		[read, 'unreadable'],
		[write, 'unknown'],
	])('takes no success for one that lacks what it must hold', (endpoint, kind) => {
		const list: Endpoint = { ...endpoint, holds: (body) => Array.isArray(body.data) };
		expect(judge(list, { status: 200, text: '{"success":true,"data":[]}' })).toMatchObject({ ok: true });
		expect(judge(list, { status: 200, text: '{"success":true,"data":null}' })).toMatchObject({ ok: false, failure: { kind } });
	});

	it.each([301, 401, 403, 404])('HTTP %i without a body is a refusal', (status) => {
		expect(judge(write, { status, text: '<html>' })).toMatchObject({ ok: false, failure: { kind: 'refused', code: String(status) } });
	});

	it.each(['<html>', '', '{"success":false}', '{"success":false,"code":429}', '{"success":false,"code":4711}'])('429 with %j is a rate limit', (text) => {
		expect(judge(write, { status: 429, text })).toMatchObject({ ok: false, failure: { kind: 'rateLimited' } });
	});

	it.each([
		['9', '{"success":false,"code":9}'],
		['NOT_CREDIT', '{"success":false,"errors":["NOT_CREDIT"]}'],
	])('429 with the code %s of a documented refusal is that refusal of a write, which is not repeated', (code, text) => {
		expect(judge(write, { status: 429, text })).toMatchObject({ ok: false, failure: { kind: 'refused', code } });
		expect(judge(read, { status: 429, text })).toMatchObject({ ok: false, failure: { kind: 'rateLimited' } });
	});

	it('accepts what the endpoint recognises without a success field', () => {
		const lenient: Endpoint = { ...read, recognises: (body) => Array.isArray(body.groups) };
		expect(judge(lenient, { status: 200, text: fixtureText(MISPRINTED) })).toEqual({ ok: true, body: fixture(MISPRINTED) });
		expect(judge(read, { status: 200, text: fixtureText(MISPRINTED) })).toMatchObject({ ok: false });
	});

	describe('an endpoint that reads texts', () => {
		const file: Endpoint = { ...read, readsText: (text) => (text.startsWith('06') ? { content: text } : undefined) };

		it('takes a text for a success', () => {
			expect(judge(file, { status: 200, text: '0612345678\n' })).toEqual({ ok: true, body: { content: '0612345678\n' } });
		});

		it.each([
			[200, '<html>'],
			[400, '0612345678'],
			[500, '0612345678'],
			[200, '{"success":false,"code":33,"message":"Fichier introuvable"}'],
		])('but not HTTP %i with %j', (status, text) => {
			expect(judge(file, { status, text })).toMatchObject({ ok: false });
		});
	});

	it.each(['{}', '{"message":"Service en maintenance"}', '{"status":"ko"}', '{"result":{"success":false}}'])('does not take %s for a write that was done', (text) => {
		expect(judge(write, { status: 200, text })).toMatchObject({ ok: false, failure: { kind: 'unknown' } });
	});

	describe('an answer to a send', () => {
		it.each<[string, object, object]>([
			['success without an id', { success: true }, { kind: 'unknown' }],
			['a refusal with an id', { success: false, code: 200, message_id: 5 }, { kind: 'unknown' }],
			['an id and a failing code', { success: 'yes', code: 0, message_id: 5 }, { kind: 'unknown' }],
			['a refusal', { success: false, code: 14, message: 'STOP' }, { kind: 'refused', code: '14' }],
			['a code that is a name of the language', { success: false, code: 'constructor' }, { kind: 'refused', description: expect.any(String) }],
		])('%s', (_what, body, failure) => {
			expect(judge(SEND, { status: 200, text: JSON.stringify(body) })).toMatchObject({ ok: false, failure });
		});

		it.each([{ success: 'OK', message_id: 5, error: null }, { success: null, message_id: 5, errors: [] }, { code: 200, message_id: 5 }])('%j was sent', (body) => {
			expect(judge(SEND, { status: 200, text: JSON.stringify(body) })).toMatchObject({ ok: true });
		});
	});
});
