import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { skipOption, spendingLimitOption, stopOnFailureOption } from '../../fields/guardOptions';
import { optionsField } from '../../fields/optionsField';
import { defaultCountryOption, scheduledAtOption, timeoutOption, toField } from '../../fields/sendingFields';
import { sendBroadcasts, type CheckMessage } from '../../running/broadcast';
import { infoHints } from '../../running/hints';
import type { ItemResult, Operation } from '../../running/operation';
import { waitOnRateLimitOption } from '../../running/rateLimit';
import { voiceDeparture, voiceKind } from '../../sending/voice';
import { accept, checkAll, refuse, type Checked } from '../../values/checked';
import { asNumber } from '../../values/narrow';
import { checkOption } from '../../values/option';
import { requireReceived } from '../../values/receivedText';
import { requireText } from '../../values/requireText';
import { translate } from '../../values/vocabulary';
import { audioFileField, checkAudioFile } from './audioFiles';
import { consentHint } from './consentHint';
import { checkNotifyUrl, notifyUrlOption } from './voiceFields';

const SPEECH_RATE = { min: 0.5, max: 2 };

/** docs: voice SMS */
const voiceSms = voiceKind('/tts/send', (body) => translate(body, ['campaignId', 'durationSeconds']));

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const results = await sendBroadcasts(context, items, ['content', 'text', 'audioFile', 'language'], checkVoiceSms, voiceSms);
	context.addExecutionHints(...infoHints(consentHint(results)));
	return results;
}

const checkVoiceSms: CheckMessage = ({ content, text, audioFile, language }, options, { schedule }, writtenAt) => {
	const spoken = content !== 'audioFile';
	const checked = checkAll({
		said: spoken ? requireReceived(text, 'Fill in what the voice is to say. If it comes from an expression, check that it gives a text on this item.', { fieldLabel: 'Text', ...writtenAt('text') }) : checkAudioFile(audioFile),
		lang: spoken ? requireText(language, 'Language', 'Give the language of the text in two letters, such as fr or en.') : accept(undefined),
		speechRate: spoken ? checkOption(options, 'speechRate', 'Speech Rate', checkSpeechRate) : accept(undefined),
		notifyUrl: checkNotifyUrl(options),
	});
	if (!checked.ok) return checked;
	const { said, ...settings } = checked.value;
	return accept({
		body: { ...(spoken ? { text: said } : { tokenAudio: said }), ...settings, ...voiceDeparture(schedule) },
		shown: { language: settings.lang ?? null, scheduledAt: schedule?.instant ?? null },
	});
};

/** The platform would silently take the nearest it knows (docs: voice SMS). */
function checkSpeechRate(input: unknown): Checked<number> {
	const rate = asNumber(input);
	const { min, max } = SPEECH_RATE;
	return rate !== undefined && rate >= min && rate <= max
		? accept(rate)
		: refuse(`Speech Rate must be a number from ${min} to ${max}`, 'Give 1 for the normal rate, less to speak slower and more to speak faster, or remove the option.');
}

const contentFields: INodeProperties[] = [
	{
		displayName: 'Content',
		name: 'content',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Audio File', value: 'audioFile', description: 'A recording of your Voice Partner account is played' },
			{ name: 'Text', value: 'text', description: 'A voice reads a text aloud' },
		],
		default: 'text',
		description: 'What people hear when they answer the call',
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		required: true,
		placeholder: 'e.g. Hello, your parcel has arrived.',
		description: 'What the voice says. Each comma is a pause of half a second.',
		displayOptions: { show: { content: ['text'] } },
	},
	{
		displayName: 'Language',
		name: 'language',
		type: 'string',
		default: 'fr',
		required: true,
		placeholder: 'e.g. fr',
		description: 'Language in which the text is written and read aloud, in two letters',
		displayOptions: { show: { content: ['text'] } },
	},
	{
		...audioFileField('The recording to play when the call is answered'),
		displayOptions: { show: { content: ['audioFile'] } },
	},
];

export const sendSms: Operation = {
	option: {
		name: 'Send Voice SMS',
		value: 'sendSms',
		action: 'Send a voice SMS',
		description: 'Call one or many and read a text aloud, or play a recording',
	},
	effect: 'write',
	sends: { done: 'sent', billed: 'calls' },
	fields: [
		toField,
		...contentFields,
		optionsField([
			defaultCountryOption,
			notifyUrlOption,
			scheduledAtOption,
			{
				displayName: 'Speech Rate',
				name: 'speechRate',
				type: 'number',
				typeOptions: { minValue: SPEECH_RATE.min, maxValue: SPEECH_RATE.max, numberPrecision: 2 },
				default: 1,
				displayOptions: { show: { '/content': ['text'] } },
				description: 'How fast the voice speaks: 0.5 is half as fast as normal, 2 is twice as fast',
			},
			timeoutOption,
			waitOnRateLimitOption,
			...[skipOption('duplicates'), spendingLimitOption('calls'), stopOnFailureOption],
		]),
	],
	execute,
};
