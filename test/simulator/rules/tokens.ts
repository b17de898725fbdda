import { randomUUID } from 'node:crypto';

/** An opaque id as the platform gives groups, contacts and sub-accounts: text, never used twice. */
export function opaqueToken(): string {
	return randomUUID().replaceAll('-', '').slice(0, 20);
}
