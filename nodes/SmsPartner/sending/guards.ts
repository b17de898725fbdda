import { accept, checkAll, refuse, type Checked } from '../values/checked';
import { checkFlag } from '../values/flag';
import { asNumber, type UnknownRecord } from '../values/narrow';

/** Whom "Recipients to Skip" can leave out, and what the output says of them. */
export const SKIP_REASONS = { duplicates: 'duplicate', sameTag: 'sameTag', optedOut: 'optedOut' } as const;

export type Skip = keyof typeof SKIP_REASONS;
export type SkipReason = (typeof SKIP_REASONS)[Skip];

/** What the user wants to hold before anything is sent. */
export interface Guards {
	skip: readonly Skip[];
	/** Most billed SMS (or RCS, or calls) of the run. */
	spendingLimit?: number | undefined;
	checkCredit: boolean;
	stopOnFailure: boolean;
}

export const NO_GUARDS: Guards = { skip: [], checkCredit: false, stopOnFailure: false };

/** Checks the guards among the options. An expression that gives nothing is refused: without its guard more would be sent. */
export function checkGuards(options: UnknownRecord, tag?: string): Checked<Guards> {
	return checkAll<Guards>({
		skip: checkSkip(options, tag),
		spendingLimit: checkSpendingLimit(options),
		checkCredit: checkFlag(options, 'checkCredit', 'Check Credit First'),
		stopOnFailure: checkFlag(options, 'stopOnFailure', 'Stop If One Fails'),
	});
}

function checkSkip(options: UnknownRecord, tag: string | undefined): Checked<Skip[]> {
	if (!Object.hasOwn(options, 'skip')) return accept([]);
	const chosen = typeof options.skip === 'string' ? options.skip.split(',').map((name) => name.trim()) : options.skip;
	if (!Array.isArray(chosen) || !chosen.every(isSkip)) {
		return refuse(
			'"Recipients to Skip" is none of the known choices',
			`Its expression must give a list of these: ${Object.keys(SKIP_REASONS).join(', ')}. Or remove the option to send to everybody.`,
		);
	}
	return chosen.includes('sameTag') && tag === undefined
		? refuse('"Recipients to Skip" asks for those who have an SMS with this tag, and there is no tag', 'Add the option Tag: one tag for each campaign, such as spring-sale.')
		: accept(chosen);
}

function isSkip(name: unknown): name is Skip {
	return typeof name === 'string' && Object.hasOwn(SKIP_REASONS, name);
}

function checkSpendingLimit(options: UnknownRecord): Checked<number | undefined> {
	if (!Object.hasOwn(options, 'spendingLimit')) return accept(undefined);
	const limit = asNumber(options.spendingLimit);
	return limit !== undefined && Number.isInteger(limit) && limit >= 0
		? accept(limit)
		: refuse('"Spending Limit" must be a whole number', 'It counts what is billed (SMS, RCS or calls), not euros: give the most that the run may need, such as 500. If it comes from an expression, check what it gives on this item, or remove the option.');
}
