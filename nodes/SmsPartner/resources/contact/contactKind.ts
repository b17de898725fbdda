import type { IDataObject } from 'n8n-workflow';

import { showsAcceptance } from '../../api/acceptance';
import { CONTACT_REACHES } from '../../api/codes';
import type { Endpoint } from '../../api/endpoint';
import type { Delivery, Outcome, SendKind } from '../../sending/kind';
import { readListed } from '../../sending/listed';
import { asList, asNumber, isRecord, type UnknownRecord } from '../../values/narrow';
import { isNonEmpty, type NonEmpty } from '../../values/nonEmpty';
import { translate } from '../../values/vocabulary';
import { CONTACT_DETAIL_CODES } from './codes';
import { describeDetails } from './details';

/** A contact to put into a group. */
export interface NewContact extends Delivery {
	groupId: string;
	/** As the platform names them. */
	details: IDataObject;
	batchSize: number;
}

const codes = {
	...CONTACT_DETAIL_CODES,
	1: 'The group is missing. Choose one in Group.',
	2: 'The details of the contact are missing. Fill in Phone Number.',
	404: 'The platform does not know this group; it may be deleted already. Choose one from the list in Group.',
};

/** docs: add-contact */
const CONTACT_ADD: Endpoint = { api: 'sms', method: 'POST', path: '/contact/add', effect: 'write', codes, reaches: CONTACT_REACHES };

/**
 * docs: batch contacts. One page gives it the route of single contacts, a client library this one. A success has neither
 * `success` nor `code`.
 */
const CONTACT_ADD_MANY: Endpoint = {
	...CONTACT_ADD,
	path: '/contact/multiple/add',
	otherRoutes: [{ method: 'POST', path: '/contact/add' }],
	recognises: (body) => Array.isArray(body.results),
	showsAcceptance,
};

/** How contacts are added: those of one group share a request. */
export const contactKind: SendKind<NewContact> = {
	key: ({ groupId, batchSize }) => JSON.stringify([groupId, batchSize]),
	maxBatch: ({ batchSize }) => batchSize,
	identity: ({ itemIndex, phoneNumber }) => `${itemIndex} ${phoneNumber}`,
	request: (batch) => {
		const [{ groupId }, ...others] = batch;
		const [contact, ...more] = batch.map(({ phoneNumber, details }) => ({ phoneNumber, ...details }));
		return others.length === 0
			? { endpoint: CONTACT_ADD, body: { groupId, contact } }
			: { endpoint: CONTACT_ADD_MANY, body: { groupId, contactsList: [contact, ...more] } };
	},
	read: (batch, body) => {
		const entries = asList(body.results).filter(isRecord);
		const [only, ...others] = batch;
		if (others.length > 0 || isNonEmpty(entries)) return readBatch(batch, entries, body);
		return new Map([[only, { ok: true, json: describe(only, isRecord(body.contact) ? body.contact : {}) }]]);
	},
	concernsAll: (_batch, { field }) => field === 'groupId',
	describe: (contact, { id }) => describe(contact, { contactId: id }),
	unit: 'contacts',
};

/**
 * The answer lists contacts with a success each (docs: batch contacts). Whether it lists those that were added too is
 * not certain: where it does not, its report must count as many as are missing.
 */
function readBatch(batch: NonEmpty<NewContact>, entries: readonly UnknownRecord[], body: UnknownRecord): Map<NewContact, Outcome> {
	const read = (unlisted?: (contact: NewContact) => Outcome) => readListed(batch, entries, CONTACT_ADD_MANY, describe, unlisted);
	const outcomes = read();
	const refused = [...outcomes.values()].filter((outcome) => !outcome.ok && outcome.failure.kind === 'refused').length;
	const report = isRecord(body.rapport) ? body.rapport : {};
	const taken = (asNumber(report.nbline_imported) ?? 0) + (asNumber(report.nbline_updated) ?? 0);
	return taken + refused === batch.length ? read((contact) => ({ ok: true, json: describe(contact, {}) })) : outcomes;
}

/** The platform's id of the contact, and what was sent; it does not document an id for the contacts of a batch. */
function describe({ groupId, details }: NewContact, record: UnknownRecord): IDataObject {
	return { ...translate(record, ['contactId']), groupId, ...describeDetails(details) };
}
