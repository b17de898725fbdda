import { accept, checkAll, ifGiven, refuse, type Checked } from '../values/checked';
import { isRecord, type UnknownRecord } from '../values/narrow';
import { checkSender, checkTag, checkUrl } from '../values/sender';
import { checkVirtualNumber } from '../values/virtualNumber';
import { checkCommonOptions, type Clock, type CommonOptions } from './options';

/** Everything an SMS has besides its recipient and its text, checked. SMS that share it can share a request. */
export interface SendSettings extends CommonOptions, Origin {
	tag?: string | undefined;
	deliveryReportUrl?: string | undefined;
	replyUrl?: string | undefined;
	stopNotice: boolean;
	unicode: boolean;
	sandbox: boolean;
}

interface Origin {
	/** Digits without `+`, as /vn/send wants them (docs: long-number send). */
	virtualNumber?: string | undefined;
	sender?: string | undefined;
}

/** The parameters as the user filled them in. */
export interface RawSettings {
	sendFrom: unknown;
	virtualNumber: unknown;
	options: unknown;
}

/** Checks the settings, before anything is spent. The first refusal is returned. */
export function checkSettings(raw: RawSettings, clock: Clock): Checked<SendSettings> {
	const options = isRecord(raw.options) ? raw.options : {};
	const common = checkCommonOptions(options, clock);
	if (!common.ok) return common;
	const origin = checkOrigin(raw, options, common.value.defaultCountry);
	if (!origin.ok) return origin;
	const own = checkAll({
		tag: ifGiven(options.tag, checkTag),
		deliveryReportUrl: ifGiven(options.deliveryReportUrl, (url) => checkUrl(url, 'Delivery Report URL')),
		replyUrl: ifGiven(options.replyUrl, (url) => checkUrl(url, 'Reply URL')),
		stopNotice: accept(options.stopNotice === true),
		unicode: accept(options.unicode === true),
		sandbox: accept(options.sandbox === true),
	});
	return own.ok ? accept({ ...common.value, ...origin.value, ...own.value }) : own;
}

/** What two SMS must share to go out together. Taken after the checks, so that 10:01 and 10:02 meet at 10:05. */
export function settingsKey({ schedule, ...settings }: SendSettings): string {
	return JSON.stringify([settings, schedule?.instant]);
}

/** /vn/send knows no schedule and no Unicode (docs: long-number send): refused, since sending at once or garbled costs money. */
function checkOrigin(raw: RawSettings, options: UnknownRecord, defaultCountry: string): Checked<Origin> {
	if (raw.sendFrom !== 'virtualNumber') return checkAll<Origin>({ sender: ifGiven(options.sender, checkSender) });
	const virtualNumber = checkVirtualNumber(raw.virtualNumber, defaultCountry);
	if (!virtualNumber.ok) return virtualNumber;
	const unavailable = [
		['Scheduled At', options.scheduledAt],
		['Unicode', options.unicode],
	].find(([, value]) => value !== undefined && value !== null && value !== '' && value !== false);
	return unavailable
		? refuse(
				`${String(unavailable[0])} is not available when sending from a virtual number`,
				`Remove the option ${String(unavailable[0])}, or choose Sender Name in Send From.`,
			)
		: accept({ virtualNumber: virtualNumber.value });
}
