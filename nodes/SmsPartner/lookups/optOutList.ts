import type { IDataObject } from 'n8n-workflow';

import type { Failure } from '../api/failure';
import type { Pages } from '../api/paging';
import { spellingsOf } from '../values/frenchNumbering';
import { asText, type UnknownRecord } from '../values/narrow';
import { parsePhoneNumber } from '../values/phoneNumber';
import { tidy, withoutSeparators } from '../values/phoneText';
import { asWritten, translate } from '../values/vocabulary';

/** Fewer digits than this cannot tell one person from another. */
const TELLING_DIGITS = 6;

/** An entry whose number cannot be read as one. */
interface Unread {
	/** Without zeros in front. */
	digits: string;
	mask: RegExp | undefined;
}

/**
 * The opt-out (STOP) list of the account. Texting someone who said STOP breaks the law: a number counts as not opted
 * out only when it is not found and nothing casts doubt on that.
 */
export class OptOutList {
	private readonly byNumber = new Map<string, UnknownRecord>();
	private readonly unread: Unread[] = [];

	readonly entries: readonly UnknownRecord[];
	/** Set when some of the list may be missing. */
	readonly incomplete: Failure | undefined;

	constructor({ entries, total, complete }: Pick<Pages, 'entries' | 'total' | 'complete'>) {
		this.entries = entries;
		this.incomplete = complete ? undefined : doubt(`the platform gave ${entries.length} of ${total === undefined ? 'an unknown number of' : `the ${total}`} entries of the opt-out list`);
		for (const entry of entries) {
			const number = asText(translate(entry, ['phoneNumber']).phoneNumber) ?? '';
			if (isE164(number) && !mayLackItsCode(entry)) this.byNumber.set(number, entry);
			else this.unread.push({ digits: number.replace(/\D/g, '').replace(/^0+/, ''), mask: maskOf(number) });
		}
	}

	/** The platform's record of a number (E.164). */
	find(phoneNumber: string): UnknownRecord | undefined {
		return this.byNumber.get(phoneNumber);
	}

	/** Why a number (E.164) that was not found may be on the list all the same. */
	doubtAbout(phoneNumber: string): Failure | undefined {
		if (this.incomplete) return this.incomplete;
		return this.unread.some(({ digits }) => digits.length < TELLING_DIGITS) || this.mayHold(phoneNumber)
			? doubt(`an entry of the opt-out list cannot be read and may be ${phoneNumber}`)
			: undefined;
	}

	/**
	 * Whether a number (E.164) is on the list, or may be the one of an entry that cannot be read: whose digits it ends with,
	 * or whose mask (`+336xxxxxxx1`) it fits. A short code, or an entry without a number, is nobody's.
	 */
	mayHold(phoneNumber: string): boolean {
		const spellings = spellingsOf(phoneNumber.slice(1));
		const concerns = ({ digits, mask }: Unread) =>
			spellings.some((number) => mask?.test(`+${number}`) ?? (digits.length >= TELLING_DIGITS && (number.endsWith(digits) || digits.includes(number))));
		return this.byNumber.has(phoneNumber) || this.unread.some(concerns);
	}
}

/** The documentation prints numbers with some digits hidden; undefined for a number that is not masked. */
function maskOf(written: string): RegExp | undefined {
	const compact = written.replace(/[\s.()-]/g, '');
	return /^\+?\d*[x*#•]{2,}[\dx*#•]*$/i.test(compact) ? new RegExp(`${compact.replace(/^(\+|0)/, '').replace(/[x*#•]/gi, '\\d')}$`) : undefined;
}

/** So few digits are a number with its country code, or a French mobile that lost its 0: whoever it is said STOP. */
function mayLackItsCode(entry: UnknownRecord): boolean {
	return /^[1-9]\d{0,8}$/.test(withoutSeparators(tidy(asText(asWritten(entry, 'phoneNumber')) ?? '')));
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
