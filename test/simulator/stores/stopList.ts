/** One number that wants no SMS. */
export interface StopEntry {
	readonly id: number;
	/** E.164 */
	readonly phoneNumber: string;
	/** ISO 8601 in UTC. */
	readonly createdAt: string;
}

/** The account's STOP list, which sends, statuses, contacts and the STOP endpoints share. */
export class StopList {
	private readonly byNumber = new Map<string, StopEntry>();
	/** Never used twice, not even after a reset. */
	private nextId = 300;

	constructor(private readonly now: () => Date) {}

	has(phoneNumber: string): boolean {
		return this.byNumber.has(phoneNumber);
	}

	/** The entry of the number, made if there is none. */
	add(phoneNumber: string): StopEntry {
		const known = this.byNumber.get(phoneNumber);
		if (known) return known;
		const entry = { id: this.nextId++, phoneNumber, createdAt: this.now().toISOString() };
		this.byNumber.set(phoneNumber, entry);
		return entry;
	}

	/** Whether there was such an entry. */
	remove(id: number): boolean {
		const entry = this.entries().find((known) => known.id === id);
		return entry !== undefined && this.byNumber.delete(entry.phoneNumber);
	}

	entries(): StopEntry[] {
		return [...this.byNumber.values()];
	}

	clear(): void {
		this.byNumber.clear();
	}
}
