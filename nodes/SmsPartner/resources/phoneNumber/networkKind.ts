import type { Endpoint } from '../../api/endpoint';
import type { Delivery, Outcome, SendKind } from '../../sending/kind';
import { defaultCountryOf, MAX_BATCH_SIZE } from '../../sending/options';
import { shareOf } from '../../sending/totals';
import { accept, checkAll, ifGiven, type Checked } from '../../values/checked';
import { asNumber, type UnknownRecord } from '../../values/narrow';
import { checkTag, checkUrl } from '../../values/sender';
import { translate } from '../../values/vocabulary';
import { VERIFICATION_CODES } from './codes';

/** docs: send a verification. It is paid for each number. */
const HLR_NOTIFY: Endpoint = { api: 'sms', method: 'POST', path: '/hlr/notify', effect: 'write', codes: VERIFICATION_CODES };

export interface NetworkOptions {
	/** Of the numbers that are written without their country code. */
	defaultCountry: string;
	notifyUrl: string | undefined;
	tag: string | undefined;
	/** Seconds. */
	waitOnRateLimit: number | undefined;
}

/** A number to verify in its network. */
export interface NetworkCheck extends Delivery {
	options: NetworkOptions;
}

export function checkNetworkOptions(options: UnknownRecord): Checked<NetworkOptions> {
	return checkAll<NetworkOptions>({
		defaultCountry: accept(defaultCountryOf(options)),
		notifyUrl: ifGiven(options.notifyUrl, (url) => checkUrl(url, 'Notify URL')),
		tag: ifGiven(options.tag, checkTag),
		waitOnRateLimit: accept(asNumber(options.waitOnRateLimit)),
	});
}

/** Equal for items that ask for the same number in the same way: one verification serves them all. */
export function sameCheck({ phoneNumber, options }: NetworkCheck): string {
	return `${phoneNumber} ${keyOf(options)}`;
}

/** About the request as a whole: it is empty, too long or not to be read. */
const REQUEST_CODES = new Set(['2', '3', '19', '50']);

/** How numbers are verified: those with the same URL and tag share a request. */
export const networkKind: SendKind<NetworkCheck> = {
	key: ({ options }) => keyOf(options),
	maxBatch: () => MAX_BATCH_SIZE,
	identity: ({ itemIndex, phoneNumber }) => `${itemIndex} ${phoneNumber}`,
	request: (batch) => {
		const [{ options }] = batch;
		const { notifyUrl, tag, waitOnRateLimit } = options;
		return {
			endpoint: HLR_NOTIFY,
			body: {
				phoneNumbers: batch.map(({ phoneNumber }) => phoneNumber).join(','),
				...(tag !== undefined && { tag }),
				...(notifyUrl !== undefined && { notifyUrl }),
			},
			...(waitOnRateLimit !== undefined && { waitOnRateLimit }),
		};
	},
	read: (batch, body) => {
		const { cost, currency } = shareOf(body, batch.length);
		return new Map(
			batch.map((check): [NetworkCheck, Outcome] => [
				check,
				{ ok: true, json: { ...translate(body, ['campaignId']), cost, currency, tag: check.options.tag ?? null } },
			]),
		);
	},
	concernsAll: (_batch, { field, code }) => field === 'notifyUrl' || (code !== undefined && REQUEST_CODES.has(code)),
};

function keyOf({ notifyUrl, tag, waitOnRateLimit }: NetworkOptions): string {
	return JSON.stringify([notifyUrl, tag, waitOnRateLimit]);
}
