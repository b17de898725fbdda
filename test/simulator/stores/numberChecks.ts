import type { NumberCheckFields } from '../callbacks/payloads';

/** One number whose check was paid. */
export interface NumberCheck {
	readonly campaignId: string;
	/** E.164 */
	readonly phoneNumber: string;
	readonly notifyUrl?: string;
}

/** What the network says of a number; what is left out is as for a number that can be reached. */
export type NumberCheckResult = Omit<NumberCheckFields, 'phoneNumber' | 'messageId' | 'date'>;

/** Network checks and what they find. */
export class NumberChecks {
	readonly all: NumberCheck[] = [];
	private readonly results = new Map<string, NumberCheckResult>();
	private nextCampaign = 1;

	add(phoneNumbers: readonly string[], notifyUrl: string | undefined): NumberCheck[] {
		const campaignId = `HLR${String(this.nextCampaign++).padStart(6, '0')}`;
		const url = notifyUrl === undefined ? {} : { notifyUrl };
		const checks = phoneNumbers.map((phoneNumber) => ({ campaignId, phoneNumber, ...url }));
		this.all.push(...checks);
		return checks;
	}

	resultFor(phoneNumber: string): NumberCheckResult {
		return this.results.get(phoneNumber) ?? {};
	}

	setResult(phoneNumber: string, result: NumberCheckResult): void {
		this.results.set(phoneNumber, result);
	}

	clear(): void {
		this.all.length = 0;
		this.results.clear();
	}
}
