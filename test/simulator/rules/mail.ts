/** Whether this looks like an e-mail address; what the platform accepts exactly is not documented. */
export function isMail(written: string): boolean {
	return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(written);
}
