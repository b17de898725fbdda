import type { Resource } from '../../running/operation';
import { audioFilePicker } from './audioFiles';
import { cancel } from './cancel';
import { depositVoicemail } from './depositVoicemail';
import { getAudioFiles } from './getAudioFiles';
import { getBalance } from './getBalance';
import { renameAudioFile } from './renameAudioFile';
import { sendSms } from './sendSms';

export const voice: Resource = {
	option: { name: 'Voice', value: 'voice' },
	operations: [cancel, depositVoicemail, getAudioFiles, getBalance, renameAudioFile, sendSms],
	defaultOperation: 'sendSms',
	pickers: [audioFilePicker],
};
