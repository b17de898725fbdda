import { accept, checkAll, refuse, type Checked } from '../values/checked';
import { checkFlag } from '../values/flag';
import { isRecord, type UnknownRecord } from '../values/narrow';
import { checkOption } from '../values/option';
import { checkSender, checkTag, checkUrl } from '../values/sender';
import { checkVirtualNumber } from '../values/virtualNumber';
import { checkGuards, type Guards } from './guards';
import { checkCommonOptions, type Clock, type CommonOptions } from './options';

/** Everything an SMS has besides its recipient and its text, checked. SMS that share it can share a request. */
export interface SendSettings extends CommonOptions, Origin {
	tag?: string | undefined;
	deliveryReportUrl?: string | undefined;
	replyUrl?: string | undefined;
	stopNotice: boolean;
	unicode: boolean;
	sandbox: boolean;
	guards: Guards;
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
	const flags = checkAll({
		stopNotice: checkFlag(options, 'stopNotice', 'STOP Notice'),
		unicode: checkFlag(options, 'unicode', 'Unicode'),
		sandbox: checkFlag(options, 'sandbox', 'Sandbox'),
	});
	if (!flags.ok) return flags;
	const origin = checkOrigin(raw, options, { ...common.value, ...flags.value });
	if (!origin.ok) return origin;
	const own = checkAll({
		tag: checkOption(options, 'tag', 'Tag', checkTag),
		deliveryReportUrl: checkOption(options, 'deliveryReportUrl', 'Delivery Report URL', (url) => checkUrl(url, 'Delivery Report URL')),
		replyUrl: checkOption(options, 'replyUrl', 'Reply URL', (url) => checkUrl(url, 'Reply URL')),
	});
	if (!own.ok) return own;
	const guards = checkGuards(options, own.value.tag);
	return guards.ok ? accept({ ...common.value, ...flags.value, ...origin.value, ...own.value, guards: guards.value }) : guards;
}

/** What two SMS must share to go out together. Taken after the checks, so that 10:01 and 10:02 meet at 10:05. */
export function settingsKey({ schedule, guards: _ofTheRun, ...settings }: SendSettings): string {
	return JSON.stringify([settings, schedule?.instant]);
}

/** /vn/send knows no schedule and no Unicode (docs: long-number send): refused, since sending at once or garbled costs money. */
function checkOrigin(
	raw: RawSettings,
	options: UnknownRecord,
	{ defaultCountry, schedule, unicode }: CommonOptions & { unicode: boolean },
): Checked<Origin> {
	if (raw.sendFrom !== 'virtualNumber') return checkAll<Origin>({ sender: checkOption(options, 'sender', 'Sender', checkSender) });
	const virtualNumber = checkVirtualNumber(raw.virtualNumber, defaultCountry);
	if (!virtualNumber.ok) return virtualNumber;
	const unavailable = schedule ? 'Scheduled At' : unicode ? 'Unicode' : undefined;
	return unavailable !== undefined
		? refuse(
				`${unavailable} is not available when sending from a virtual number`,
				`Remove the option ${unavailable}, or choose Sender Name or Short Code in Send From.`,
			)
		: accept({ virtualNumber: virtualNumber.value });
}
