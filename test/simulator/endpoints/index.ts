import { bulkSend } from './bulkSend';
import { bulkStatus } from './bulkStatus';
import { bulkStatusByTag } from './bulkStatusByTag';
import { callForward } from './callForward';
import { contact } from './contact';
import { costResume } from './costResume';
import type { Endpoint } from './endpoint';
import { group } from './group';
import { location } from './location';
import { me } from './me';
import { messageCancel } from './messageCancel';
import { messageStatus } from './messageStatus';
import { multiStatus } from './multiStatus';
import { numberCheck } from './numberCheck';
import { rcsSend } from './rcsSend';
import { send } from './send';
import { sondageSend } from './sondageSend';
import { stopSms } from './stopSms';
import { subaccount } from './subaccount';
import { vnSend } from './vnSend';
import { voice } from './voice';

/** Every endpoint the simulator knows; a new one is a file and a line here or in its folder's index. */
export const endpoints: readonly Endpoint[] = [
	send,
	bulkSend,
	vnSend,
	sondageSend,
	rcsSend,
	messageCancel,
	messageStatus,
	multiStatus,
	bulkStatus,
	bulkStatusByTag,
	costResume,
	me,
	...stopSms,
	...group,
	...contact,
	...numberCheck,
	callForward,
	...subaccount,
	...location,
	...voice,
];
