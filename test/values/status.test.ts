import { isFinalStatus, type SmsStatus, toStatus } from '../../nodes/SmsPartner/values/status';
import multiStatus from '../fixtures/sms-multi-status.success.json';

test.each<[unknown, SmsStatus]>([
	['Delivered', 'delivered'],
	['delivered', 'delivered'],
	['DELIVRD', 'delivered'],
	['Not delivered', 'notDelivered'],
	['not delivered', 'notDelivered'],
	['not_delivered', 'notDelivered'],
	['undelivered', 'notDelivered'],
	['UNDELIV', 'notDelivered'],
	['EXPIRED', 'notDelivered'],
	['REJECTD', 'notDelivered'],
	['Waiting', 'waiting'],
	[' waiting ', 'waiting'],
	['pending', 'waiting'],
	['PENDING', 'waiting'],
	['ACCEPTD', 'waiting'],
	['ENROUTE', 'waiting'],
	['ko', 'notSent'],
	['KO', 'notSent'],
	['Numéro introuvable', 'notFound'],
	['Numero introuvable', 'notFound'],
	['UNKNOWN', 'unknown'],
	['something new', 'unknown'],
	['constructor', 'unknown'],
	['', 'unknown'],
	[undefined, 'unknown'],
	[null, 'unknown'],
	[1, 'unknown'],
])('%p is %s', (word, status) => {
	expect(toStatus(word)).toBe(status);
});

test('the words of a multiple status', () => {
	expect(multiStatus.StatutResponse_List.map(({ status }) => toStatus(status))).toEqual(['delivered', 'notFound', 'notFound']);
});

test.each<[SmsStatus, boolean]>([
	['delivered', true],
	['notDelivered', true],
	['notSent', true],
	['waiting', false],
	['notFound', false],
	['unknown', false],
])('%s is final: %p', (status, final) => {
	expect(isFinalStatus(status)).toBe(final);
});

it('does not search long text for a word', () => {
	expect(toStatus(`delivered${'\u0301'.repeat(900_000)}`)).toBe('unknown');
});
