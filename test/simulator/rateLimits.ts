/** So many requests in so many seconds, per endpoint (docs: rate limits). */
export interface RateLimit {
	requests: number;
	seconds: number;
	/** Whether answers say in `X-RateLimit-*` headers how much of it is left. */
	announced?: boolean;
}

export function perMinute(requests: number): RateLimit {
	return { requests, seconds: 60 };
}

export function perHour(requests: number): RateLimit {
	return { requests, seconds: 3600 };
}

/** Where a caller stands after one more request. */
export interface Allowance {
	allowed: boolean;
	remaining: number;
	/** Unix seconds when the oldest request counted no longer counts. */
	resetsAt: number;
}

/** Counts requests over the time just gone by. Refused ones do not count. */
export class RateLimits {
	private readonly taken = new Map<string, number[]>();

	take(route: string, { requests, seconds }: RateLimit, now: Date): Allowance {
		const since = now.getTime() - seconds * 1000;
		const recent = (this.taken.get(route) ?? []).filter((time) => time > since);
		const allowed = recent.length < requests;
		if (allowed) recent.push(now.getTime());
		this.taken.set(route, recent);
		const oldest = recent[0] ?? now.getTime();
		return { allowed, remaining: requests - recent.length, resetsAt: Math.ceil(oldest / 1000) + seconds };
	}

	clear(): void {
		this.taken.clear();
	}
}
