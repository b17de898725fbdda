/** More waits than end within the time in which an event is repeated. */
const maxKnown = 10_000;

/** Nonces of waits to which something has happened that must happen once, in this process. */
class OnlyOnce {
	private readonly nonces = new Set<string>();

	/** Whether it is the first time. */
	claim(nonce: string): boolean {
		if (this.has(nonce)) return false;
		this.nonces.add(nonce);
		const [oldest] = this.nonces;
		if (this.nonces.size > maxKnown && oldest !== undefined) this.nonces.delete(oldest);
		return true;
	}

	has(nonce: string): boolean {
		return this.nonces.has(nonce);
	}

	/** It did not happen after all. */
	release(nonce: string): void {
		this.nonces.delete(nonce);
	}
}

/** Waits that an event has ended, or their limit: of two equal events at once, both find the execution asleep. */
export const ended = new OnlyOnce();

/**
 * Waits that have left the node. n8n 1 resumes an execution at its time limit also when an answer resumes it at the same
 * time, or has resumed it before and it is still under way.
 */
export const left = new OnlyOnce();
