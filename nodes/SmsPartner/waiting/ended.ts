/** More waits than end within the time in which a repeated event comes. */
const maxKnown = 10_000;

const ended = new Set<string>();

/**
 * Whether this is the first to end a wait: of two equal events at once, both find the execution asleep. n8n 2 sees to
 * that by itself, also between processes.
 */
export function end(nonce: string): boolean {
	if (ended.has(nonce)) return false;
	ended.add(nonce);
	const [oldest] = ended;
	if (ended.size > maxKnown && oldest !== undefined) ended.delete(oldest);
	return true;
}

export function hasEnded(nonce: string): boolean {
	return ended.has(nonce);
}

/** n8n did not resume the execution: the next event may. */
export function goOn(nonce: string): void {
	ended.delete(nonce);
}
