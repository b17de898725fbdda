import type { IDataObject } from 'n8n-workflow';

import type { WrittenAt } from '../../running/parameters';
import { accept, checkAll, type Checked, type Refusal } from '../../values/checked';
import { checkFlag } from '../../values/flag';
import { checkMessage, encodeMessage } from '../../values/messageText';
import { isRecord } from '../../values/narrow';
import { checkOption } from '../../values/option';
import { checkReceived } from '../../values/receivedText';
import { checkSender } from '../../values/sender';

/** The SMS for recipients whose phone takes no RCS (docs: rcs, failover); undefined when none is wanted. */
export function checkFailover(input: unknown, writtenAt: WrittenAt): Checked<IDataObject | undefined> {
	if (!isRecord(input) || Object.keys(input).length === 0) return accept(undefined);
	const flags = checkAll({ unicode: checkFlag(input, 'unicode', 'Unicode'), stopNotice: checkFlag(input, 'stopNotice', 'STOP Notice') });
	if (!flags.ok) return ofFailover(flags);
	const { unicode, stopNotice } = flags.value;
	const received = checkReceived(input.message, { fieldLabel: 'Message', ...writtenAt('failover', 'message') });
	const checked = checkAll({
		sender: checkOption(input, 'sender', 'Sender', checkSender),
		message: received.ok ? checkMessage(received.value, { unicode }) : received,
	});
	if (!checked.ok) return ofFailover(checked);
	const { sender, message } = checked.value;
	return accept({
		...(sender !== undefined && { sender }),
		message: encodeMessage(message, { unicode }),
		...(stopNotice && { isStopSms: 1 }),
		...(unicode && { isUnicode: 1 }),
	});
}

/** Which of the two messages it is about. */
function ofFailover(refusal: Refusal): Refusal {
	return { ...refusal, message: `SMS Failover: ${refusal.message}` };
}
