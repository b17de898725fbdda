import { accept, refuse, type Checked } from './checked';
import { asNumber } from './narrow';

/** Sums and shares of prices without the noise of binary fractions. */
export function euros(amount: number): number {
	return Number(amount.toFixed(6));
}

/** An amount in euros that is to be moved or spent: above 0. `fieldLabel` names the field in the refusal. */
export function checkAmount(input: unknown, fieldLabel: string): Checked<number> {
	const amount = euros(asNumber(input) ?? 0);
	return amount > 0 ? accept(amount) : refuse(`"${fieldLabel}" must be a number above 0`, `Enter the amount in euros in ${fieldLabel}, such as 25 or 12.50.`);
}
