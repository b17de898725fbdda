import { asText } from './narrow';

/** French units: o for octet, which is a byte. */
const KILOBYTES: Readonly<Record<string, number>> = { o: 1 / 1024, ko: 1, mo: 1024, go: 1024 ** 2 };

/** A file size such as `104.5Ko` in kilobytes (docs: voice, audio files). */
export function toKilobytes(input: unknown): number | undefined {
	const [, amount = '', unit = ''] = /^(\d+(?:[.,]\d+)?)\s*([kmg]?[ob])$/i.exec(asText(input)?.trim() ?? '') ?? [];
	const factor = KILOBYTES[unit.toLowerCase().replace('b', 'o')];
	return factor === undefined ? undefined : Number((Number(amount.replace(',', '.')) * factor).toFixed(3));
}
