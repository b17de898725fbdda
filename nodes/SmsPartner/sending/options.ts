import { accept, checkAll, ifGiven, refuse, type Checked } from '../values/checked';
import { asNumber, asText, isRecord, type UnknownRecord } from '../values/narrow';
import { checkOption, isHole } from '../values/option';
import { parseSchedule, type Schedule } from '../values/schedule';

/** Recipients the platform takes in one request (docs: single-send, code 50; rcs; voice, campaign). */
export const MAX_BATCH_SIZE = 500;

/** The options that all kinds of messages have in common, checked. */
export interface CommonOptions {
	/** Of the numbers that are written without their country code. */
	defaultCountry: string;
	batchSize: number;
	schedule?: Schedule | undefined;
	/** Seconds. */
	timeout?: number | undefined;
	/** Seconds. */
	waitOnRateLimit?: number | undefined;
}

export interface Clock {
	timezone: string;
	now: Date;
}

/** Checks the options as the user filled them in. */
export function checkCommonOptions(options: UnknownRecord, clock: Clock): Checked<CommonOptions> {
	return checkAll<CommonOptions>({
		defaultCountry: checkDefaultCountry(options),
		batchSize: checkBatchSize(options),
		schedule: checkScheduledAt(options, clock),
		timeout: checkTimeout(options),
		waitOnRateLimit: checkWaitOnRateLimit(options),
	});
}

/** When the message leaves, undefined for at once. An expression that gives nothing is refused: the user wanted it later. */
export function checkScheduledAt(options: UnknownRecord, { timezone, now }: Clock): Checked<Schedule | undefined> {
	if (isHole(options, 'scheduledAt')) {
		return refuse(
			'"Scheduled At" is empty, and the message would leave at once',
			'Its expression gives nothing on this item: give a date and a time, or remove the option to send at once.',
		);
	}
	return ifGiven(options.scheduledAt, (at) => parseSchedule(at, timezone, now));
}

/** Country of the numbers that are written without their country code, out of the options as the user filled them in. */
export function defaultCountryOf(options: unknown): string {
	const country = checkDefaultCountry(isRecord(options) ? options : {});
	// No country's code: numbers without theirs are refused, rather than read as those of another country.
	return country.ok ? country.value : '';
}

export function checkDefaultCountry(options: UnknownRecord): Checked<string> {
	const { defaultCountry } = options;
	if (!isHole(options, 'defaultCountry') && (defaultCountry === undefined || defaultCountry === '')) return accept('FR');
	const country = asText(defaultCountry);
	return country === undefined
		? refuse(
				'"Default Country" is empty or not a country',
				'Its expression gives no country on this item: give one such as FR, or remove the option to use France.',
			)
		: accept(country);
}

/** The part of a request that these options set. */
export function requestOptions({ timeout, waitOnRateLimit }: CommonOptions): { timeout?: number; waitOnRateLimit?: number } {
	return {
		...(timeout !== undefined && { timeout }),
		...(waitOnRateLimit !== undefined && { waitOnRateLimit }),
	};
}

function checkBatchSize(options: UnknownRecord): Checked<number> {
	const checked = checkOption(options, 'batchSize', 'Batch Size', (value) => {
		const size = asNumber(value);
		if (size !== undefined && Number.isInteger(size) && size >= 1 && size <= MAX_BATCH_SIZE) return accept(size);
		return refuse(
			`Batch Size must be a whole number from 1 to ${MAX_BATCH_SIZE}`,
			`The platform takes at most ${MAX_BATCH_SIZE} recipients in one request. Remove the option to use ${MAX_BATCH_SIZE}.`,
		);
	});
	return checked.ok ? accept(checked.value ?? MAX_BATCH_SIZE) : checked;
}

/** Seconds to wait when the platform asks to slow down; 0 is not to wait at all. */
export function checkWaitOnRateLimit(options: UnknownRecord): Checked<number | undefined> {
	return checkOption(options, 'waitOnRateLimit', 'Wait on Rate Limit', (value) => checkSeconds(value, 'Wait on Rate Limit'));
}

/** 0 or less is no time-out of the user's. */
function checkTimeout(options: UnknownRecord): Checked<number | undefined> {
	const seconds = checkOption(options, 'timeout', 'Timeout', (value) => checkSeconds(value, 'Timeout'));
	return seconds.ok && seconds.value !== undefined && seconds.value <= 0 ? accept(undefined) : seconds;
}

function checkSeconds(value: unknown, label: string): Checked<number> {
	const seconds = asNumber(value);
	return seconds === undefined ? refuse(`"${label}" is not a number`, 'Give a number of seconds, such as 60, or remove the option.') : accept(seconds);
}
