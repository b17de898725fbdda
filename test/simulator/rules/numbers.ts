import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { NumberForm } from '../behaviour';

export interface PlatformNumber {
	/** E.164 */
	e164: string;
	/** `0612345678` for a French number, else E.164. */
	national: string;
	/** ISO 3166-1 alpha-2; undefined for numbers that belong to no country. */
	country: string | undefined;
}

/** French national or international with `+`, digits only; anything else is not a number to the platform (docs: conventions). */
const WRITTEN = /^(\+\d{6,15}|0[1-9]\d{8})$/;

export function readNumber(written: string): PlatformNumber | undefined {
	if (!WRITTEN.test(written)) return undefined;
	const parsed = parsePhoneNumberFromString(written, 'FR');
	if (!parsed?.isValid()) return undefined;
	const national = parsed.country === 'FR' ? `0${parsed.nationalNumber}` : parsed.number;
	return { e164: parsed.number, national, country: parsed.country };
}

/** International, with or without `+`, as the verification samples have it; the rest is no number. */
export function readInternational(
	written: string,
	platform: { readNumber(written: string): PlatformNumber | undefined },
): PlatformNumber | undefined {
	return /^\+?[1-9]\d+$/.test(written) ? platform.readNumber(`+${written.replace('+', '')}`) : undefined;
}

/** For people who play by hand: any usual way of writing, as E.164; what cannot be read stays as it is. */
export function anyForm(written: string): string {
	return parsePhoneNumberFromString(written, 'FR')?.number ?? written;
}

/** A number in E.164 as a list may write it; `masked` is how the samples do. */
export function writtenAs(form: NumberForm, e164: string): string {
	switch (form) {
		case 'international':
			return e164;
		case 'national':
			return readNumber(e164)?.national ?? e164;
		case 'digits':
			return e164.replace('+', '');
		case 'masked':
			return e164.slice(0, 4) + 'X'.repeat(Math.max(e164.length - 5, 0)) + e164.slice(-1);
	}
}

/** What a French SMS costs. */
export const SMS_PRICE = 0.045;

/** SMS, or checks, that an amount buys; in thousandths, whose quotient is exact. */
export function countBought(euros: number, price: number): number {
	return Math.floor(Math.round(euros * 1000) / Math.round(price * 1000));
}

/** Euros for one segment; undefined where the account has no price (code 13). */
export function segmentPrice(country: string | undefined): number | undefined {
	if (country === undefined) return undefined;
	return country === 'FR' ? SMS_PRICE : 0.075;
}

/** Sums of prices in euros without the dust of floating point, which can also be a minus before 0. */
export function roundEuros(amount: number): number {
	return Math.round(amount * 1000) / 1000 + 0;
}
