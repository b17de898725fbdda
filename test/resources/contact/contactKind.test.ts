import { contactKind, type NewContact } from '../../../nodes/SmsPartner/resources/contact/contactKind';
import { isNonEmpty, type NonEmpty } from '../../../nodes/SmsPartner/values/nonEmpty';
import { fixture } from '../../fixtures';

function contacts(count: number): NonEmpty<NewContact> {
	const list = Array.from({ length: count }, (_, index): NewContact => ({
		itemIndex: index,
		phoneNumber: `+3360000000${index}`,
		groupId: 'GROUP_ID',
		details: { firstname: `firstname_${index + 1}` },
		batchSize: 500,
	}));
	if (!isNonEmpty(list)) throw new Error('at least one');
	return list;
}

const outcomes = (count: number, body: Record<string, unknown>) => {
	const batch = contacts(count);
	const read = contactKind.read(batch, body);
	return batch.map((contact) => read.get(contact));
};
const line = (index: number, success: boolean, facts = {}) => ({ success, code: success ? 200 : 15, phoneNumber: `+3360000000${index}`, message: success ? 'ok' : 'déjà', ...facts });
const report = (imported: number, updated = 0) => ({ nbline_imported: imported, nbline_updated: updated });
const ok = { ok: true };
const refused = { ok: false, failure: { kind: 'refused', code: '15' } };
const unknown = { ok: false, failure: { kind: 'unknown' } };

describe('contactKind', () => {
	it('adds one contact by itself and many together', () => {
		const [one] = contacts(1);
		expect(contactKind.request([one])).toMatchObject({ endpoint: { path: '/contact/add' }, body: { groupId: 'GROUP_ID', contact: { phoneNumber: '+33600000000', firstname: 'firstname_1' } } });
		expect(contactKind.request(contacts(2))).toMatchObject({ endpoint: { path: '/contact/multiple/add' }, body: { contactsList: [{ phoneNumber: '+33600000000' }, { phoneNumber: '+33600000001' }] } });
	});

	it('puts contacts of different groups into different requests', () => {
		const [one] = contacts(1);
		expect(contactKind.key(one)).not.toBe(contactKind.key({ ...one, groupId: 'OTHER' }));
		expect(contactKind.key(one)).toBe(contactKind.key({ ...one, itemIndex: 4, phoneNumber: '+33600000004', details: {} }));
	});

	it('reads sms-contact-add.success', () => {
		expect(outcomes(1, fixture('sms-contact-add.success'))).toEqual([{ ok: true, json: expect.objectContaining({ contactId: 'CONTACT_ID', groupId: 'GROUP_ID', firstName: 'firstname_1', lastName: null }) }]);
	});

	it('reads sms-contact-add-batch.success, which refuses every line', () => {
		expect(outcomes(2, fixture('sms-contact-add-batch.success'))).toMatchObject(
			[0, 1].map(() => ({ ok: false, failure: { kind: 'refused', code: '15', message: 'Le numéro est déjà dans le groupe', description: expect.stringContaining('Contact > Update') } })),
		);
	});

	it('reads lines of both kinds, with the contactId where a line tells it', () => {
		expect(outcomes(3, { results: [line(2, true, { contactId: 77 }), line(0, true), line(1, false)], rapport: report(2) })).toMatchObject([
			{ ok: true, json: { contactId: null } },
			refused,
			{ ok: true, json: { contactId: '77' } },
		]);
	});

	it.each([
		['counted as imported', report(2), [ok, refused, ok]],
		['counted as imported and updated', report(1, 1), [ok, refused, ok]],
		['not counted', report(1), [unknown, refused, unknown]],
		['in an answer without a report', undefined, [unknown, refused, unknown]],
	])('takes contacts without a line that are %s', (_what, rapport, expected) => {
		expect(outcomes(3, { results: [line(1, false)], rapport })).toMatchObject(expected);
	});

	it('believes a report without any line', () => {
		expect(outcomes(2, { success: true, rapport: report(2) })).toMatchObject([ok, ok]);
		expect(outcomes(2, { success: true })).toMatchObject([unknown, unknown]);
	});

	it('reads a batch answer that came for one contact', () => {
		expect(outcomes(1, { results: [line(0, false)] })).toMatchObject([refused]);
	});
});
