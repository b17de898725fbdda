import { randomUUID } from 'node:crypto';
import { numberCheckPayload } from '../../callbacks/payloads';
import type { PendingCallback } from '../../callbacks/post';
import { constraintsFailed, Refusal } from '../../refusal';
import { perMinute } from '../../rateLimits';
import { numbersToVerify } from '../../rules/numberLists';
import { readInternational, roundEuros } from '../../rules/numbers';
import { tagProblems } from '../../rules/sending';
import { text } from '../../rules/values';
import type { Platform } from '../../state';
import type { NumberCheck } from '../../stores/numberChecks';
import type { Endpoint } from '../endpoint';
import { VERIFICATION_CODES } from './codes';

/** Euros for one number. */
const PRICE = 0.005;

/** Paid check of numbers; the results are posted to `notifyUrl`, one call per number (docs: HLR check). */
export const hlrNotify: Endpoint = {
	api: 'sms',
	method: 'post',
	path: '/hlr/notify',
	keyIn: 'body',
	codes: VERIFICATION_CODES,
	rateLimit: perMinute(360),
	answer({ fields }, platform) {
		const numbers = numbersToVerify(fields.phoneNumbers).map((written) => {
			const number = readInternational(written.trim(), platform);
			// What becomes of a number that is none is not documented; it has no price.
			if (number === undefined) throw new Refusal(13);
			return number.e164;
		});
		if (numbers.some((number) => platform.stopList.has(number))) throw new Refusal(14);
		const problems = tagProblems(fields);
		if (problems.length > 0) throw constraintsFailed(problems);

		const cost = roundEuros(numbers.length * PRICE);
		platform.charge(cost);
		const checks = platform.numberChecks.add(numbers, text(fields.notifyUrl));
		platform.callBackLater(() => checks.flatMap((check) => resultOf(check, platform)));
		return {
			success: true,
			code: 200,
			campaign_id: checks[0]?.campaignId,
			number: numbers.length,
			cost,
			currency: 'EUR',
		};
	},
};

/** Nothing in it names the request (docs: HLR result). */
function resultOf({ phoneNumber, notifyUrl }: NumberCheck, platform: Platform): PendingCallback[] {
	if (notifyUrl === undefined) return [];
	const result = platform.numberChecks.resultFor(phoneNumber);
	const fields = { ...result, phoneNumber, messageId: randomUUID(), date: platform.now() };
	return [{ name: 'numberCheck', url: notifyUrl, payload: numberCheckPayload(fields) }];
}
