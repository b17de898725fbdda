import type { IDataObject } from 'n8n-workflow';

import type { Failure } from '../../api/failure';
import type { UnknownRecord } from '../../values/narrow';
import { displayPhoneNumber, parsePhoneNumber } from '../../values/phoneNumber';
import { translate } from '../../values/vocabulary';

/** Fewer digits than this cannot tell one person from another. */
const TELLING_DIGITS = 6;

/**
 * The opt-out (STOP) list of the account. Texting someone who said STOP breaks the law: a number counts as not opted
 * out only when it is not found and nothing casts doubt on that.
 */
export class OptOutList {
	private readonly byNumber = new Map<string, UnknownRecord>();
	/** Digits of the entries whose number cannot be read as one. */
	private readonly unread: string[] = [];

	/** `total` is how many entries there are, if the platform says so. */
	constructor(
		readonly entries: readonly UnknownRecord[],
		private readonly total: number | undefined,
	) {
		for (const entry of entries) {
			const number = displayPhoneNumber(entry.phoneNumber) ?? '';
			if (isE164(number)) this.byNumber.set(number, entry);
			else this.unread.push(number.replace(/\D/g, '').replace(/^0+/, ''));
		}
	}

	/** The platform's record of a number (E.164). */
	find(phoneNumber: string): UnknownRecord | undefined {
		return this.byNumber.get(phoneNumber);
	}

	/** Why a number (E.164) that was not found may be on the list all the same. */
	doubtAbout(phoneNumber: string): Failure | undefined {
		if (this.incomplete) return this.incomplete;
		const number = phoneNumber.slice(1);
		const concerns = (digits: string) => digits.length < TELLING_DIGITS || number.endsWith(digits) || digits.includes(number);
		return this.unread.some(concerns)
			? doubt(`an entry of the opt-out list cannot be read and may be ${phoneNumber}`)
			: undefined;
	}

	/** Set when the platform counts more entries than it gave. */
	get incomplete(): Failure | undefined {
		if (this.total === undefined || this.entries.length >= this.total) return undefined;
		return doubt(`the platform gave ${this.entries.length} of the ${this.total} entries of the opt-out list`);
	}
}

function isE164(number: string): boolean {
	const parsed = parsePhoneNumber(number, 'FR');
	return parsed.ok && parsed.value === number;
}

function doubt(reason: string): Failure {
	return {
		kind: 'unreadable',
		message: `The opt-out list could not be read completely: ${reason}`,
		description: 'Nothing was changed. Do not text the number before you have looked for it in the STOP list on my.smspartner.fr.',
		code: 'LIST_INCOMPLETE',
	};
}

export function describeOptOut(entry: UnknownRecord): IDataObject {
	return { ...translate(entry, ['phoneNumber']), optedOut: true, ...translate(entry, ['optOutId', 'createdAt']) };
}
