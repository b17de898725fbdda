import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { skipOption, spendingLimitOption, stopOnFailureOption } from '../../fields/guardOptions';
import { optionsField } from '../../fields/optionsField';
import { defaultCountryOption, scheduledAtOption, timeoutOption, toField } from '../../fields/sendingFields';
import { sendBroadcasts, type CheckMessage } from '../../running/broadcast';
import { infoHints } from '../../running/hints';
import type { ItemResult, Operation } from '../../running/operation';
import { waitOnRateLimitOption } from '../../running/rateLimit';
import { voiceDeparture, voiceKind } from '../../sending/voice';
import { checkCallBackNumber } from '../../values/callBackNumber';
import { accept, checkAll } from '../../values/checked';
import { checkEmail } from '../../values/email';
import { asText, isRecord } from '../../values/narrow';
import { checkOption } from '../../values/option';
import { translate } from '../../values/vocabulary';
import { audioFileField, checkAudioFile } from './audioFiles';
import { consentHint } from './consentHint';
import { checkNotifyUrl, notifyUrlOption } from './voiceFields';

/** docs: voice, voicemail drop */
const voicemail = voiceKind('/campaign/send', (body) => ({
	...translate(body, ['campaignId']),
	audioFileName: isRecord(body.audioFile) ? (asText(body.audioFile.filename) ?? null) : null,
}));

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const results = await sendBroadcasts(context, items, ['audioFile', 'emailForNotification'], checkVoicemail, voicemail);
	context.addExecutionHints(...infoHints(consentHint(results)));
	return results;
}

const checkVoicemail: CheckMessage = ({ audioFile, emailForNotification }, options, { schedule, defaultCountry }) => {
	const checked = checkAll({
		tokenAudio: checkAudioFile(audioFile),
		emailForNotification: checkEmail(emailForNotification, 'Notification Email'),
		sender: checkOption(options, 'sender', 'Sender', (sender) => checkCallBackNumber(sender, defaultCountry)),
		notifyUrl: checkNotifyUrl(options),
	});
	if (!checked.ok) return checked;
	return accept({
		body: { ...checked.value, ...voiceDeparture(schedule) },
		shown: { scheduledAt: schedule?.instant ?? null },
	});
};

export const depositVoicemail: Operation = {
	option: {
		name: 'Deposit Voicemail',
		value: 'depositVoicemail',
		action: 'Deposit a voicemail',
		description: 'Leave a recording on the voicemail of one or many; recipients are sent together in batches of up to 500',
	},
	effect: 'write',
	sends: { done: 'sent', billed: 'calls' },
	fields: [
		toField,
		audioFileField('The recording to leave on the voicemail'),
		{
			displayName: 'Notification Email',
			name: 'emailForNotification',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'name@email.com',
			description: 'Address to which the platform writes when all voicemails of a batch are left',
		},
		optionsField([
			defaultCountryOption,
			notifyUrlOption,
			scheduledAtOption,
			{
				displayName: 'Sender',
				name: 'sender',
				type: 'string',
				default: '',
				placeholder: 'e.g. 0612345678',
				description: 'Mobile number that recipients can call back, as you validated it on my.voicepartner.fr',
			},
			timeoutOption,
			waitOnRateLimitOption,
			...[skipOption('duplicates'), spendingLimitOption('calls'), stopOnFailureOption],
		]),
	],
	execute,
};
