import type { IDataObject } from 'n8n-workflow';

import { accept, checkAll, ifGiven, refuse, type Checked } from '../../values/checked';
import { checkMessage, encodeMessage } from '../../values/messageText';
import { isRecord } from '../../values/narrow';
import { checkSender } from '../../values/sender';

/** The SMS for recipients whose phone takes no RCS (docs: rcs, failover); undefined when none is wanted. */
export function checkFailover(input: unknown): Checked<IDataObject | undefined> {
	if (!isRecord(input) || Object.keys(input).length === 0) return accept(undefined);
	const options = { unicode: input.unicode === true };
	const checked = checkAll({ sender: ifGiven(input.sender, checkSender), message: checkMessage(input.message, options) });
	if (!checked.ok) return refuse(`SMS Failover: ${checked.message}`, checked.description);
	const { sender, message } = checked.value;
	return accept({
		...(sender !== undefined && { sender }),
		message: encodeMessage(message, options),
		...(input.stopNotice === true && { isStopSms: 1 }),
		...(options.unicode && { isUnicode: 1 }),
	});
}
