/** Milliseconds of a `Retry-After` header, which holds seconds or an HTTP date (RFC 9110); undefined when unreadable. */
export function retryAfterMs(header: unknown, now: Date): number | undefined {
	if (typeof header !== 'string' || header.trim() === '') return undefined;
	const ms = Number(header) * 1000;
	if (Number.isFinite(ms)) return Math.max(0, ms);
	const date = Date.parse(header);
	return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
}
