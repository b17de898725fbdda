import type { Endpoint } from '../endpoint';
import { audioFileRename } from './audioFileRename';
import { audios } from './audios';
import { campaignCancel } from './campaignCancel';
import { campaignSend } from './campaignSend';
import { voiceMe } from './me';
import { ttsSend } from './ttsSend';

export const voice: readonly Endpoint[] = [voiceMe, audios, audioFileRename, campaignSend, ttsSend, campaignCancel];
