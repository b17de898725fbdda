import type { ListTotal } from '../behaviour';
import { integer } from './values';

/** The page asked for, from 1; the first one if nothing sensible is asked. */
export function pageNumber(written: unknown): number {
	return Math.max(integer(written) ?? 1, 1);
}

/** One page; beyond the last one, nothing. */
export function pageOf<Entry>(entries: readonly Entry[], page: number, size: number): Entry[] {
	return entries.slice((page - 1) * size, page * size);
}

/** The field that counts the entries of a list, where there is one. */
export function totalField(name: string, total: ListTotal, entries: number, onPage: number): object {
	const counts = { entries, tooMany: entries + 1, perPage: onPage };
	return total === 'absent' ? {} : { [name]: counts[total] };
}
