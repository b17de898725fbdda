/** What calls to a virtual number meet: nothing, another number, a voicemail. */
export type Forwarding = 'off' | 'number' | 'voicemail';

export interface VirtualNumber {
	/** Digits, without `+`. */
	readonly number: string;
	readonly forwarding: Forwarding;
	/** The number calls go to, or the e-mail that is told of messages. */
	readonly target?: string;
	/** `noForwarding`: forwarding is not enabled for it. */
	readonly state: 'active' | 'disabled' | 'noForwarding';
}

/** The virtual number every account has here. */
export const VIRTUAL_NUMBER = '33700000001';

/** The virtual numbers of the account, for call forwarding. */
export class VirtualNumbers {
	private readonly numbers = new Map<string, VirtualNumber>();

	constructor() {
		this.clear();
	}

	all(): VirtualNumber[] {
		return [...this.numbers.values()];
	}

	/** With or without `+`. */
	get(number: string): VirtualNumber | undefined {
		return this.numbers.get(number.replace('+', ''));
	}

	/** Adds the number, or replaces it. */
	set(number: VirtualNumber): VirtualNumber {
		this.numbers.set(number.number, number);
		return number;
	}

	clear(): void {
		this.numbers.clear();
		this.set({ number: VIRTUAL_NUMBER, forwarding: 'off', state: 'active' });
	}
}
