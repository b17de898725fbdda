import { integer } from './values';

/** The page asked for, from 1; the first one if nothing sensible is asked. */
export function pageNumber(written: unknown): number {
	return Math.max(integer(written) ?? 1, 1);
}

/** One page; beyond the last one, nothing. */
export function pageOf<Entry>(entries: readonly Entry[], page: number, size: number): Entry[] {
	return entries.slice((page - 1) * size, page * size);
}
