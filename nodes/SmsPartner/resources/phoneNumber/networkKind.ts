import { showsAcceptance } from '../../api/acceptance';
import { VERIFICATION_REACHES } from '../../api/codes';
import type { Endpoint } from '../../api/endpoint';
import { checkGuards, type Guards } from '../../sending/guards';
import type { Delivery, Outcome, SendKind } from '../../sending/kind';
import { checkWaitOnRateLimit, defaultCountryOf, MAX_BATCH_SIZE } from '../../sending/options';
import { shareOf } from '../../sending/totals';
import { accept, checkAll, type Checked } from '../../values/checked';
import type { UnknownRecord } from '../../values/narrow';
import { checkOption } from '../../values/option';
import { checkTag, checkUrl } from '../../values/sender';
import { translate } from '../../values/vocabulary';
import { VERIFICATION_CODES } from './codes';

/** docs: send a verification. It is paid for each number. */
const HLR_NOTIFY: Endpoint = { api: 'sms', method: 'POST', path: '/hlr/notify', effect: 'write', codes: VERIFICATION_CODES, reaches: VERIFICATION_REACHES, showsAcceptance };

export interface NetworkOptions {
	/** Of the numbers that are written without their country code. */
	defaultCountry: string;
	notifyUrl: string | undefined;
	tag: string | undefined;
	guards: Guards;
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
		notifyUrl: checkOption(options, 'notifyUrl', 'Notify URL', (url) => checkUrl(url, 'Notify URL')),
		tag: checkOption(options, 'tag', 'Tag', checkTag),
		guards: checkGuards(options),
		waitOnRateLimit: checkWaitOnRateLimit(options),
	});
}

/** Equal for items that ask for the same number in the same way: one verification serves them all. */
export function sameCheck({ phoneNumber, options }: NetworkCheck): string {
	return `${phoneNumber} ${keyOf(options)}`;
}

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
	concernsAll: (_batch, { field }) => field === 'notifyUrl',
	unit: 'verifications',
	idName: 'campaignId',
};

function keyOf({ notifyUrl, tag, waitOnRateLimit }: NetworkOptions): string {
	return JSON.stringify([notifyUrl, tag, waitOnRateLimit]);
}
