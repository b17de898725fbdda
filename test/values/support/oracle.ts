import fc from 'fast-check';
import metadata from 'libphonenumber-js/metadata.max.json';
import parseWithLibrary, { type PhoneNumber } from 'libphonenumber-js/max';

import { asList, asText, isRecord, type UnknownRecord } from '../../../nodes/SmsPartner/values/narrow';

/** Every country that the library knows, and the calling codes of none (800 and others) under the code itself. All numbers of Tristan da Cunha are too short. */
export const ALL: readonly string[] = [...Object.keys(countries()), ...Object.keys(nonGeographic())].filter((country) => country !== 'TA');

export function callingCodeOf(country: string): string {
	return asText(asList(metadataOf(country))[0]) ?? '';
}

/** What the library says is dialled before a national number; empty where nothing is. */
export function trunkOf(country: string): string {
	const trunk = country in countries() ? asList(metadataOf(country))[5] : undefined;
	return typeof trunk === 'string' ? trunk : '';
}

/** National numbers that fit the library's own patterns, of every type or of mobiles alone. */
export function nationalNumbers(country: string, which: 'all' | 'mobile' = 'all'): fc.Arbitrary<string> {
	const types = asList(asList(metadataOf(country))[11]).map((type) => asText(asList(type)[0]) ?? '');
	const patterns = (which === 'mobile' && types[1] ? [types[1]] : types).filter((pattern) => pattern !== '' && pattern !== '0');
	return fc.oneof(...patterns.map((pattern) => fc.stringMatching(new RegExp(`^(?:${pattern})$`))));
}

/** Numbers that the library calls valid in this country, in what this package takes for a whole number. */
export function validNumbers(country: string, which: 'all' | 'mobile' = 'all'): fc.Arbitrary<PhoneNumber> {
	return nationalNumbers(country, which)
		.map((national) => parseWithLibrary(`+${callingCodeOf(country)}${national}`, { extract: false }))
		.filter((number): number is PhoneNumber => number !== undefined && number.isPossible() && number.isValid() && inScope(number));
}

export function isValid(e164: string): boolean {
	const number = parseWithLibrary(e164, { extract: false });
	return number !== undefined && number.number === e164 && number.isValid();
}

/** E.164 has at most 15 digits and we want at least 8; numbers that begin with 00 (freephone of Bulgaria, Japan …) and Canada's 310-xxxx are dialled inside the country only. */
function inScope({ number, nationalNumber, countryCallingCode }: PhoneNumber): boolean {
	const digits = number.length - 1;
	const isLocal = nationalNumber.startsWith('00') || (countryCallingCode === '1' && nationalNumber.length < 10);
	return digits >= 8 && digits <= 15 && !isLocal;
}

function metadataOf(country: string): unknown {
	const entry = nonGeographic()[country];
	return country in countries() ? countries()[country] : [country, ...asList(entry).slice(1)];
}

function countries(): UnknownRecord {
	return section('countries');
}

function nonGeographic(): UnknownRecord {
	return section('nonGeographic');
}

function section(name: string): UnknownRecord {
	const all: unknown = metadata;
	const found = isRecord(all) ? all[name] : undefined;
	return isRecord(found) ? found : {};
}
