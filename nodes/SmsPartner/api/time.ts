import { sleep } from 'n8n-workflow';

/** A timer cannot run for longer than some weeks, and older versions of n8n cannot end one early. */
const SLICE_MS = 1_000;

/** Waits so long, however long that is, or until the signal. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
	for (let left = ms; left > 0 && signal?.aborted !== true; left -= SLICE_MS) {
		// It rejects when the signal ends it.
		await sleep(Math.min(left, SLICE_MS), signal).catch(() => undefined);
	}
}

/**
 * What `work` gives in so much time in all, or undefined. Whatever it has open is to end with its signal; should it not,
 * nobody waits for it any longer.
 */
export async function inTime<T>(ms: number, work: (late: AbortSignal) => Promise<T>): Promise<T | undefined> {
	const done = new AbortController();
	const late = new AbortController();
	const clock = async () => {
		await pause(ms, done.signal);
		if (!done.signal.aborted) late.abort();
		return undefined;
	};
	// Work that ends with the signal has nothing else to tell.
	const working = work(late.signal).catch(async (error: unknown) => (late.signal.aborted ? undefined : await Promise.reject(error)));
	try {
		return await Promise.race([working, clock()]);
	} finally {
		done.abort();
	}
}
