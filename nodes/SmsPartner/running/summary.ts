import { euros } from '../values/money';
import type { FailedResult, ItemResult, Operation } from './operation';

/** Numbers that an error names at most. */
const MAX_NAMED = 500;

interface Tally {
	through: number;
	refused: number;
	unknown: number;
	skipped: number;
	notStarted: number;
	/** What is billed for those that went through. */
	segments: number;
	cost: number;
	currency: string;
	/** How many went through at a price that nobody told. */
	unpriced: number;
	sandbox: number;
}

type Sends = NonNullable<Operation['sends']>;

export function hasFailed(result: ItemResult): result is FailedResult {
	return 'failure' in result;
}

/** Counts what became of every recipient of a run. */
export function tally(results: readonly ItemResult[]): Tally {
	const counted: Tally = { through: 0, refused: 0, unknown: 0, skipped: 0, notStarted: 0, segments: 0, cost: 0, currency: '', unpriced: 0, sandbox: 0 };
	for (const result of results) {
		counted[groupOf(result)]++;
		const { segments, cost, currency, sandbox } = result.json;
		if (hasFailed(result) || sandbox === true) {
			counted.sandbox += hasFailed(result) ? 0 : 1;
			continue;
		}
		counted.segments += typeof segments === 'number' ? segments : 0;
		counted.cost += typeof cost === 'number' ? cost : 0;
		counted.unpriced += typeof cost === 'number' ? 0 : 1;
		counted.currency ||= typeof currency === 'string' ? currency : '';
	}
	return counted;
}

function groupOf(result: ItemResult): 'through' | 'refused' | 'unknown' | 'skipped' | 'notStarted' {
	if (hasFailed(result)) {
		const { kind, concernsAll } = result.failure;
		if (kind === 'input' && concernsAll) return 'notStarted';
		return kind === 'unknown' || kind === 'notStarted' ? kind : 'refused';
	}
	if (typeof result.json.skipped === 'string') return 'skipped';
	// The platform took it, and says by now that it has not left.
	if (result.json.status === 'notSent') return 'refused';
	return result.json.status === 'unknown' ? 'unknown' : 'through';
}

/** Prices are in euros, also in a list of recipients that does not say so (docs: conventions, money). */
const CURRENCY = 'EUR';

/** The one hint after a run: `498 sent, 1 refused, 1 skipped. 512 SMS billed, 19.46 EUR.` */
export function summaryHint(results: readonly ItemResult[], { done, billed }: Sends): string | undefined {
	if (results.length === 0) return undefined;
	const counted = tally(results);
	const { segments, cost, currency, unpriced, sandbox } = counted;
	const bill = [billed !== undefined && segments > 0 && `${segments} ${billed} billed`, cost > 0 && `${unpriced > 0 ? 'at least ' : ''}${euros(cost)} ${currency || CURRENCY}`].filter((text) => text !== false);
	const played = sandbox > 0 ? ' Sandbox: nothing has left.' : '';
	if (counted.skipped === results.length) return `Everybody was skipped (${results.length}): nothing was ${done}, and nothing billed.`;
	const nobody = counted.through + counted.unknown === 0 ? `Nothing was ${done}: ` : '';
	return `${nobody}${counts(counted, done)}.${bill.length > 0 ? ` ${bill.join(', ')}.` : ''}${played}`;
}

function counts({ through, refused, unknown, skipped, notStarted }: Tally, done: string): string {
	const parts: Array<[number, string]> = [[through, done], [refused, 'refused'], [unknown, 'unknown'], [skipped, 'skipped'], [notStarted, 'not started']];
	return parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`).join(', ');
}

/** What an error that stops the node says first: what has gone through all the same. */
export function stopMessage(results: readonly ItemResult[], { done }: Sends, reason: string): string {
	const counted = tally(results);
	if (counted.through + counted.unknown + counted.skipped === 0) return `Nothing was ${done}: ${reason}`;
	if (results.length === 1) return reason;
	const others = counts({ ...counted, through: 0 }, done);
	return `${counted.through} of ${results.length} ${done}, ${others}: ${reason}`;
}

/** All counts of a run of several, and who failed by a reason of their own. */
export function stopDetails(results: readonly ItemResult[], { done }: Sends): string | undefined {
	if (results.length === 1) return undefined;
	const numbersBy = new Map<string, string[]>();
	for (const { failure, json } of results.filter(hasFailed)) {
		if (failure.kind === 'notStarted' || failure.concernsAll) continue;
		const numbers = numbersBy.get(failure.message) ?? [];
		numbersBy.set(failure.message, numbers);
		numbers.push(typeof json.phoneNumber === 'string' ? json.phoneNumber : 'no number');
	}
	const named = [...numbersBy].map(([message, numbers]) => `${numbers.slice(0, MAX_NAMED).join(', ')}${numbers.length > MAX_NAMED ? ` and ${numbers.length - MAX_NAMED} more` : ''}: ${message}${/[.?!]$/.test(message) ? '' : '.'}`);
	const counted = tally(results);
	const again = counted.through > 0 && done === 'sent' ? ['Running the node again sends to those who got it once more, unless Recipients to Skip leaves them out (Same Tag).'] : [];
	return [`Of ${results.length}: ${counts(counted, done)}.`, ...named, ...again].join(' ');
}
