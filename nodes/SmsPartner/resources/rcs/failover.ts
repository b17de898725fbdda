import type { IDataObject } from 'n8n-workflow';

import { accept, checkAll, refuse, type Checked } from '../../values/checked';
import { checkFlag } from '../../values/flag';
import { checkMessage, encodeMessage } from '../../values/messageText';
import { isRecord } from '../../values/narrow';
import { checkOption } from '../../values/option';
import { checkSender } from '../../values/sender';

/** The SMS for recipients whose phone takes no RCS (docs: rcs, failover); undefined when none is wanted. */
export function checkFailover(input: unknown): Checked<IDataObject | undefined> {
	if (!isRecord(input) || Object.keys(input).length === 0) return accept(undefined);
	const flags = checkAll({ unicode: checkFlag(input, 'unicode', 'Unicode'), stopNotice: checkFlag(input, 'stopNotice', 'STOP Notice') });
	if (!flags.ok) return refuse(`SMS Failover: ${flags.message}`, flags.description);
	const { unicode, stopNotice } = flags.value;
	const checked = checkAll({ sender: checkOption(input, 'sender', 'Sender', checkSender), message: checkMessage(input.message, { unicode }) });
	if (!checked.ok) return refuse(`SMS Failover: ${checked.message}`, checked.description);
	const { sender, message } = checked.value;
	return accept({
		...(sender !== undefined && { sender }),
		message: encodeMessage(message, { unicode }),
		...(stopNotice && { isStopSms: 1 }),
		...(unicode && { isUnicode: 1 }),
	});
}
