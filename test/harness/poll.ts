import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again and again until `check` gives a value; throws, naming what was awaited, after `limitMs`. */
export async function pollUntil<T>(
	awaited: string,
	check: () => Promise<T | undefined>,
	{ limitMs = 60_000, everyMs = 100 } = {},
): Promise<T> {
	const deadline = Date.now() + limitMs;
	for (;;) {
		const value = await check();
		if (value !== undefined) return value;
		if (Date.now() > deadline) throw new Error(`Waited ${limitMs / 1000} s in vain for ${awaited}`);
		await sleep(everyMs);
	}
}
