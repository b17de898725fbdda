import camelCase from 'lodash/camelCase';
import uniq from 'lodash/uniq';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Endpoint } from '../../api/endpoint';
import { naming, type Answer } from '../../api/failure';
import { callApi } from '../../api/request';
import { optionsField } from '../../fields/optionsField';
import { defaultCountryOption } from '../../fields/sendingFields';
import { presenter, simplifyField } from '../../fields/simplify';
import { allAtOnce } from '../../running/allAtOnce';
import { inChunks } from '../../running/chunks';
import type { ItemResult, Operation } from '../../running/operation';
import { parameterReader } from '../../running/parameters';
import { checkRateLimit, waitOnRateLimitOption, type RateLimit } from '../../running/rateLimit';
import { checkDefaultCountry } from '../../sending/options';
import { accept, type Checked, type Refusal } from '../../values/checked';
import { countryOf } from '../../values/countryOf';
import { entriesByNumber } from '../../values/entriesByNumber';
import { asBoolean, asList, asText, isRecord, type UnknownRecord } from '../../values/narrow';
import { parsePhoneNumber } from '../../values/phoneNumber';
import { translate } from '../../values/vocabulary';
import { VERIFICATION_CODES } from './codes';
import { shownValue } from '../sms/sources';
import { numberFields, numberReader } from './fields';

/** Numbers the platform takes in one request (docs: format verification). */
const MAX_NUMBERS = 500;

/** docs: format verification. Free of charge, and nothing reaches the phone. */
const LOOKUP: Endpoint = {
	api: 'sms',
	method: 'POST',
	path: '/lookup',
	effect: 'read',
	codes: VERIFICATION_CODES,
	holds: (body) => Array.isArray(body.lookup),
};

interface Candidate {
	/** As it stands in the item. */
	written: string;
	/** E.164, or why it cannot be a phone number. */
	number: Checked<string>;
	rateLimit: RateLimit;
}

type Found = Answer<UnknownRecord>;

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const present = presenter(context);
	const read = parameterReader(context);
	const numberOf = numberReader(context, items, read);
	return allAtOnce(
		context,
		items,
		shownValue(numberOf),
		(itemIndex) => checkCandidate(numberOf(itemIndex), read('options', itemIndex), checkRateLimit(read, itemIndex)),
		async (candidates) => {
			const rateLimit = candidates[0]?.rateLimit;
			// Each number once, however many items hold it; those that cannot be one are not worth a request.
			const numbers = uniq(candidates.flatMap(({ number }) => (number.ok ? [number.value] : [])));
			const found = await inChunks(numbers, MAX_NUMBERS, async (chunk) => {
				const answer = await callApi(context, LOOKUP, { body: { phoneNumbers: chunk.join(',') }, ...rateLimit });
				return foundIn(chunk, answer);
			});
			const byNumber = new Map(numbers.map((number, index) => [number, found[index]]));
			return candidates.map(({ itemIndex, written, number }) => {
				if (!number.ok) return { itemIndex, json: present(impossible(written, number), {}) };
				return toResult(itemIndex, number.value, byNumber.get(number.value) ?? notListed, present);
			});
		},
	);
}

/** Only an empty number is refused: that one cannot be a phone number is what this operation is there to find out. */
function checkCandidate(input: Checked<unknown>, options: unknown, rateLimit: Checked<RateLimit>): Checked<Candidate> {
	const country = checkDefaultCountry(isRecord(options) ? options : {});
	if (!country.ok) return country;
	if (!rateLimit.ok) return rateLimit;
	if (!input.ok) return input;
	const number = parsePhoneNumber(input.value, country.value);
	const written = asText(input.value)?.trim();
	return number.ok || written !== undefined ? accept({ written: written ?? '', number, rateLimit: rateLimit.value }) : number;
}

function foundIn(numbers: readonly string[], answer: Found): Found[] {
	if (!answer.ok) return numbers.map(() => answer);
	const entries = entriesByNumber(numbers, asList(answer.body.lookup).filter(isRecord), ['request', 'phoneNumber']);
	return entries.map((entry) => (entry ? { ok: true, body: entry } : notListed));
}

const notListed: Found = {
	ok: false,
	failure: {
		kind: 'unreadable',
		message: 'The platform answered without a word about this number',
		description: 'Nothing was changed. Run the node again for this item.',
		code: 'NOT_LISTED',
	},
};

function toResult(itemIndex: number, phoneNumber: string, found: Found, present: ReturnType<typeof presenter>): ItemResult {
	if (!found.ok) return { itemIndex, json: { phoneNumber }, failure: naming(found.failure, phoneNumber) };
	return { itemIndex, json: present(describe(phoneNumber, found.body), found.body) };
}

function describe(phoneNumber: string, entry: UnknownRecord): IDataObject {
	const valid = asBoolean(entry.success) ?? isRecord(entry.format);
	const type = asText(entry.type);
	return {
		phoneNumber,
		valid,
		countryCode: valid ? countryCode(phoneNumber, asText(entry.countryCode)) : null,
		...translate(entry, ['callingCode']),
		type: type === undefined ? null : camelCase(type),
		...translate(entry, ['network']),
		...translate(isRecord(entry.format) ? entry.format : {}, ['national', 'international']),
		message: asText(entry.message) ?? null,
	};
}

/** `countryCode` is documented as a country's name, and seen empty: the number itself knows better. */
function countryCode(phoneNumber: string, given: string | undefined): string | null {
	return given !== undefined && /^[A-Z]{2}$/.test(given) ? given : (countryOf(phoneNumber) ?? given ?? null);
}

function impossible(phoneNumber: string, { message, description }: Refusal): IDataObject {
	return { ...describe(phoneNumber, { success: false }), message: `${message}. ${description}` };
}

export const verifyFormat: Operation = {
	option: {
		name: 'Verify Format',
		value: 'verifyFormat',
		action: 'Verify the format of a phone number',
		description: 'Find out free of charge whether a number can exist, its country and its kind',
	},
	effect: 'read',
	fields: [
		...numberFields,
		simplifyField,
		optionsField([defaultCountryOption, waitOnRateLimitOption]),
	],
	execute,
};
