import { perMinute } from '../../rateLimits';
import { requiredAudioFile } from '../../rules/voice';
import { text } from '../../rules/values';
import { VoiceRefusal } from '../../voiceRefusal';
import type { Endpoint } from '../endpoint';

/** Renames an audio file, with the three fields of all samples (docs: voice rename). */
export const audioFileRename: Endpoint = {
	api: 'voice',
	method: 'post',
	path: '/audio-file/rename',
	keyIn: 'body',
	keyMissing: 10,
	rateLimit: perMinute(5),
	answer({ fields }, platform) {
		const file = requiredAudioFile(fields, platform);
		const filename = text(fields.filename)?.trim() ?? '';
		// 3 to 50 characters; the name of this refusal is not documented.
		if (filename.length < 3 || filename.length > 50) throw new VoiceRefusal('FILENAME_INVALID');
		platform.voice.rename(file, filename);
		return { success: true, filename, tokenAudio: file.token };
	},
};
