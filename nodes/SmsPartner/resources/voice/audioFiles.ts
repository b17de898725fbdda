import type { INodeProperties } from 'n8n-workflow';

import { VOICE_CODES } from '../../api/codes';
import type { Endpoint } from '../../api/endpoint';
import type { Answer } from '../../api/failure';
import { callApi, type ApiContext, type ApiInput } from '../../api/request';
import { pickerField, recordPicker } from '../../fields/pickers';
import type { Checked } from '../../values/checked';
import { checkOpaqueId } from '../../values/identifier';
import { asList, isRecord, type UnknownRecord } from '../../values/narrow';

/** docs: voice, list of audio files. Its success has neither `success` nor `code`. */
const AUDIOS: Endpoint = {
	api: 'voice',
	method: 'GET',
	path: '/audios/{apiKey}',
	effect: 'read',
	codes: VOICE_CODES,
	holds: (body) => Array.isArray(body.datas),
};

/** The validated audio files of the account, as the platform describes them. */
export async function listAudioFiles(context: ApiContext, input: ApiInput = {}): Promise<Answer<UnknownRecord[]>> {
	const answer = await callApi(context, AUDIOS, input);
	return answer.ok ? { ok: true, body: asList(answer.body.datas).filter(isRecord) } : answer;
}

export const audioFilePicker = recordPicker('searchAudioFiles', listAudioFiles, 'audioFileId');

export function audioFileField(description: string): INodeProperties {
	return pickerField({ displayName: 'Audio File', name: 'audioFile', description, placeholder: 'e.g. 5c0a8d5e9a1f3' }, audioFilePicker);
}

export function checkAudioFile(input: unknown): Checked<string> {
	return checkOpaqueId(input, 'Audio File', 'Choose an audio file from the list, or give the audioFileId that Voice > Get Audio Files returned. Files are uploaded on my.voicepartner.fr.');
}
