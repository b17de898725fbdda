import type { IDataObject, GenericValue } from 'n8n-workflow';

import { toCalendarDay } from './calendarDay';
import { toIsoDate } from './dates';
import { toSeconds } from './duration';
import { toKilobytes } from './fileSize';
import { asBoolean, asNumber, asText, type UnknownRecord } from './narrow';
import { displayPhoneNumber } from './phoneNumber';
import { toStatus } from './status';

interface Term {
	/** The platform's names for it, the likeliest first. */
	aliases: readonly string[];
	read: (value: unknown) => GenericValue;
}

const text = (...aliases: string[]): Term => ({ aliases, read: asText });
const number = (...aliases: string[]): Term => ({ aliases, read: asNumber });
const flag = (...aliases: string[]): Term => ({ aliases, read: asBoolean });
const date = (...aliases: string[]): Term => ({ aliases, read: (value) => toIsoDate(value) });

/** One name for each notion, whatever the platform calls it on the page at hand. */
const TERMS = {
	phoneNumber: { aliases: ['phoneNumber', 'phone', 'phone_number', 'number', 'msisdn'], read: displayPhoneNumber },
	messageId: text('messageId', 'message_id', 'msgId'),
	status: { aliases: ['statut', 'status'], read: toStatus },
	segments: number('nb_sms', 'nbSms', 'nbSMS', 'nb_rcs'),
	cost: number('cost'),
	balance: number('balance', 'solde'),
	credit: number('credit'),
	currency: { aliases: ['currency'], read: (value) => (value === '€' ? 'EUR' : asText(value)) },
	optedOut: flag('stopSms', 'stopSMS'),
	isSpam: flag('isSpam'),
	doneAt: date('doneAt', 'date'),
	createdAt: date('createdAt', 'created_at'),
	tag: text('tag'),
	countryCode: text('countryCode', 'country_code'),
	callingCode: text('prefixCode'),
	network: text('network'),
	national: text('national'),
	international: text('international'),
	campaignId: text('campaignId', 'campaign_id'),
	audioFileId: text('tokenAudio', 'token'),
	durationSeconds: { aliases: ['duration'], read: toSeconds },
	sizeKilobytes: { aliases: ['size'], read: toKilobytes },
	contactId: text('contactId'),
	groupId: text('groupId', 'id'),
	optOutId: text('stopId', 'id'),
	subaccountId: text('token'),
	subaccountCredit: number('subaccountCredit'),
	email: text('email'),
	name: text('name', 'filename'),
	firstName: text('firstname'),
	lastName: text('lastname'),
	birthDate: { aliases: ['date'], read: toCalendarDay },
	url: text('url'),
	custom1: text('custom1'),
	custom2: text('custom2'),
	custom3: text('custom3'),
	custom4: text('custom4'),
} satisfies Record<string, Term>;

export type TermName = keyof typeof TERMS;

/** The named notions of a platform record, each under its one name; null where the record has none. */
export function translate(record: UnknownRecord, names: readonly TermName[]): IDataObject {
	return Object.fromEntries(names.map((name) => [name, readTerm(record, name) ?? null]));
}

/** The same notion as the platform wrote it. */
export function asWritten(record: UnknownRecord, name: TermName): unknown {
	const alias = TERMS[name].aliases.find((candidate) => record[candidate] !== undefined && record[candidate] !== null);
	return alias === undefined ? undefined : record[alias];
}

function readTerm(record: UnknownRecord, name: TermName): GenericValue {
	const value = asWritten(record, name);
	return value === undefined ? undefined : TERMS[name].read(value);
}
