import { bulkSend } from './bulkSend';
import type { Endpoint } from './endpoint';
import { me } from './me';
import { messageCancel } from './messageCancel';
import { messageStatus } from './messageStatus';
import { multiStatus } from './multiStatus';
import { send } from './send';
import { vnSend } from './vnSend';
import { voiceMe } from './voice/me';

/** Every endpoint the simulator knows; a new one is a file and a line here. */
export const endpoints: readonly Endpoint[] = [
	send,
	bulkSend,
	vnSend,
	messageCancel,
	messageStatus,
	multiStatus,
	me,
	voiceMe,
];
