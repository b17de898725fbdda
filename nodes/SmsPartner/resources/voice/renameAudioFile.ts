import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { VOICE_CODES } from '../../api/codes';
import type { Endpoint } from '../../api/endpoint';
import { callApi } from '../../api/request';
import { eachItemOnce } from '../../running/eachItem';
import type { ItemResult, Operation } from '../../running/operation';
import { parameterReader } from '../../running/parameters';
import { checkRateLimit, rateLimitOptions } from '../../running/rateLimit';
import { accept, checkAll, refuse, type Checked } from '../../values/checked';
import { asText } from '../../values/narrow';
import { requireText } from '../../values/requireText';
import { translate } from '../../values/vocabulary';
import { audioFileField, checkAudioFile } from './audioFiles';

const NAME_LENGTH = { min: 3, max: 50 };

/** docs: voice, rename an audio file. The parameter table is that of another page; every sample sends these fields. */
const AUDIO_FILE_RENAME: Endpoint = {
	api: 'voice',
	method: 'POST',
	path: '/audio-file/rename',
	effect: 'write',
	codes: VOICE_CODES,
	recognises: (body) => body.success === undefined && asText(body.filename) !== undefined,
};

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const read = parameterReader(context);
	return eachItemOnce(
		context,
		items,
		(itemIndex) =>
			checkAll({
				tokenAudio: checkAudioFile(read('audioFile', itemIndex)),
				filename: checkName(read('name', itemIndex)),
				rateLimit: checkRateLimit(read, itemIndex),
			}),
		async ({ rateLimit, ...renamed }) => callApi(context, AUDIO_FILE_RENAME, { body: renamed, ...rateLimit }),
		(body, { tokenAudio, filename }) => translate({ tokenAudio, filename, ...body }, ['audioFileId', 'name']),
	);
}

function checkName(input: unknown): Checked<string> {
	const name = requireText(input, 'Name', `Give the recording a name of ${NAME_LENGTH.min} to ${NAME_LENGTH.max} characters.`);
	if (!name.ok) return name;
	const { length } = name.value;
	return length < NAME_LENGTH.min || length > NAME_LENGTH.max
		? refuse(`Name has ${length} characters: "${name.value}"`, `Give the recording a name of ${NAME_LENGTH.min} to ${NAME_LENGTH.max} characters.`)
		: accept(name.value);
}

export const renameAudioFile: Operation = {
	option: {
		name: 'Rename Audio File',
		value: 'renameAudioFile',
		action: 'Rename an audio file',
		description: 'Give a recording of the Voice Partner account another name',
	},
	effect: 'write',
	fields: [
		audioFileField('The recording to rename'),
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Autumn sale',
			description: `New name of the recording, ${NAME_LENGTH.min} to ${NAME_LENGTH.max} characters`,
		},
		rateLimitOptions,
	],
	execute,
};
