import { roundEuros } from '../rules/numbers';
import { opaqueToken } from '../rules/tokens';

export interface Subaccount {
	readonly id: number;
	readonly token: string;
	readonly email: string;
	readonly type: 'simple' | 'advanced';
	/** Its own key: a secret. */
	readonly apiKey: string;
	/** ISO 8601 in UTC. */
	readonly createdAt: string;
	/** Euros */
	readonly balance: number;
}

/** The sub-accounts, by token. */
export class Subaccounts {
	private readonly byToken = new Map<string, Subaccount>();
	private nextId = 1;

	constructor(private readonly now: () => Date) {}

	/** Without an e-mail, one is made up, as for simple ones (docs: sub-account create). */
	add({ email, type = 'simple', balance = 0 }: Partial<Pick<Subaccount, 'email' | 'type' | 'balance'>>): Subaccount {
		const id = this.nextId++;
		return this.keep({
			id,
			token: opaqueToken(),
			email: email ?? `subaccount-${id}@example.com`,
			type,
			apiKey: `subaccount-key-${opaqueToken()}`,
			createdAt: this.now().toISOString(),
			balance,
		});
	}

	all(): Subaccount[] {
		return [...this.byToken.values()];
	}

	get(token: string): Subaccount | undefined {
		return this.byToken.get(token);
	}

	/** Whether there was one. */
	remove(token: string): boolean {
		return this.byToken.delete(token);
	}

	/** Adds euros, or takes them if there are less than none. */
	move(subaccount: Subaccount, euros: number): Subaccount {
		return this.keep({ ...subaccount, balance: roundEuros(subaccount.balance + euros) });
	}

	clear(): void {
		this.byToken.clear();
	}

	private keep(subaccount: Subaccount): Subaccount {
		this.byToken.set(subaccount.token, subaccount);
		return subaccount;
	}
}
