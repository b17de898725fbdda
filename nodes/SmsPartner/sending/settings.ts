import { accept, refuse, type Checked } from '../values/checked';
import { asNumber, asText, isRecord, type UnknownRecord } from '../values/narrow';
import { parsePhoneNumber } from '../values/phoneNumber';
import { parseSchedule, type Schedule } from '../values/schedule';
import { checkSender, checkTag, checkUrl } from '../values/sender';

/** Recipients the platform takes in one request (docs: single-send, code 50). */
export const MAX_BATCH_SIZE = 500;

/** Everything an SMS has besides its recipient and its text, checked. SMS that share it can share a request. */
export interface SendSettings {
	/** Digits without `+`, as /vn/send wants them (docs: long-number send). */
	virtualNumber?: string;
	sender?: string;
	tag?: string;
	schedule?: Schedule;
	deliveryReportUrl?: string;
	replyUrl?: string;
	stopNotice: boolean;
	unicode: boolean;
	sandbox: boolean;
	defaultCountry: string;
	batchSize: number;
	/** Seconds. */
	timeout?: number;
}

/** The parameters as the user filled them in. */
export interface RawSettings {
	sendFrom: unknown;
	virtualNumber: unknown;
	options: unknown;
}

export interface Clock {
	timezone: string;
	now: Date;
}

/** Checks the settings, before anything is spent. The first refusal is returned. */
export function checkSettings(raw: RawSettings, clock: Clock): Checked<SendSettings> {
	const options = isRecord(raw.options) ? raw.options : {};
	const defaultCountry = asText(options.defaultCountry) ?? 'FR';
	const settings: SendSettings = {
		stopNotice: options.stopNotice === true,
		unicode: options.unicode === true,
		sandbox: options.sandbox === true,
		defaultCountry,
		batchSize: MAX_BATCH_SIZE,
	};
	const timeout = asNumber(options.timeout);
	if (timeout !== undefined && timeout > 0) settings.timeout = timeout;
	const checks = [
		() => checkBatchSize(options, settings),
		() => checkOrigin(raw, options, settings),
		() => optional(options.tag, checkTag, (value) => (settings.tag = value)),
		() => optional(options.deliveryReportUrl, (url) => checkUrl(url, 'Delivery Report URL'), (value) => (settings.deliveryReportUrl = value)),
		() => optional(options.replyUrl, (url) => checkUrl(url, 'Reply URL'), (value) => (settings.replyUrl = value)),
		() => optional(options.scheduledAt, (at) => parseSchedule(at, clock.timezone, clock.now), (value) => (settings.schedule = value)),
	];
	for (const check of checks) {
		const result = check();
		if (!result.ok) return result;
	}
	return accept(settings);
}

/** What two SMS must share to go out together. Taken after the checks, so that 10:01 and 10:02 meet at 10:05. */
export function settingsKey({ schedule, ...settings }: SendSettings): string {
	return JSON.stringify([settings, schedule?.instant]);
}

function optional<T>(value: unknown, check: (value: unknown) => Checked<T>, keep: (checked: T) => void): Checked<unknown> {
	if (value === undefined || value === null || value === '') return accept(undefined);
	const result = check(value);
	if (result.ok) keep(result.value);
	return result;
}

function checkBatchSize(options: UnknownRecord, settings: SendSettings): Checked<unknown> {
	const size = options.batchSize === undefined ? MAX_BATCH_SIZE : asNumber(options.batchSize);
	if (size === undefined || !Number.isInteger(size) || size < 1 || size > MAX_BATCH_SIZE) {
		return refuse(
			`Batch Size must be a whole number from 1 to ${MAX_BATCH_SIZE}`,
			`The platform takes at most ${MAX_BATCH_SIZE} recipients in one request. Remove the option to use ${MAX_BATCH_SIZE}.`,
		);
	}
	settings.batchSize = size;
	return accept(size);
}

/** /vn/send knows no schedule and no Unicode (docs: long-number send): refused, since sending at once or garbled costs money. */
function checkOrigin(raw: RawSettings, options: UnknownRecord, settings: SendSettings): Checked<unknown> {
	if (raw.sendFrom !== 'virtualNumber') {
		return optional(options.sender, checkSender, (value) => (settings.sender = value));
	}
	const number = parsePhoneNumber(raw.virtualNumber, settings.defaultCountry);
	if (!number.ok) {
		return refuse(
			`Virtual Number: ${number.message}`,
			'Enter the virtual number of your SMS Partner account, such as +33644000000.',
		);
	}
	settings.virtualNumber = number.value.slice(1);
	const unavailable = [
		['Scheduled At', options.scheduledAt],
		['Unicode', options.unicode],
	].find(([, value]) => value !== undefined && value !== null && value !== '' && value !== false);
	return unavailable
		? refuse(
				`${String(unavailable[0])} is not available when sending from a virtual number`,
				`Remove the option ${String(unavailable[0])}, or choose Sender Name in Send From.`,
			)
		: accept(number.value);
}
