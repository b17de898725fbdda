import chunk from 'lodash/chunk';
import pLimit from 'p-limit';

const CONCURRENT_CHUNKS = 5;

/** Works through a list in chunks, a few at a time; the results stand in the order of the list. */
export async function inChunks<T, R>(list: readonly T[], size: number, work: (chunk: readonly T[]) => Promise<R[]>): Promise<R[]> {
	const limit = pLimit(CONCURRENT_CHUNKS);
	const results = await Promise.all(chunk(list, size).map(async (part) => limit(async () => work(part))));
	return results.flat();
}
