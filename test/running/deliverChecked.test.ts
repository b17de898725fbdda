import type { IExecuteFunctions } from 'n8n-workflow';

import * as request from '../../nodes/SmsPartner/api/request';
import { deliverChecked } from '../../nodes/SmsPartner/running/deliverChecked';
import { NO_GUARDS } from '../../nodes/SmsPartner/sending/guards';
import { smsKind } from '../../nodes/SmsPartner/sending/smsKind';
import { messagesWith, phoneNumber } from '../sending/messages';

describe('deliverChecked', () => {
	afterEach(() => jest.restoreAllMocks());

	it('by Stop If One Fails starts nothing, and does not deny what went out when n8n called the node before', async () => {
		const executeData = {};
		const context = { getNode: () => ({ type: 'smsPartner' }), getExecuteData: () => executeData, getExecutionCancelSignal: () => undefined } as unknown as IExecuteFunctions;
		const callApi = jest.spyOn(request, 'callApi').mockResolvedValue({ ok: true, body: { success: true, message_id: 5, nb_sms: 1 } });
		const [first, second] = messagesWith(['a', 'b']).map((message) => ({ ...message, guards: { ...NO_GUARDS, stopOnFailure: true } }));
		if (!first || !second) throw new Error('two messages expected');
		await deliverChecked(context, [first], [], smsKind);
		const rejected = { itemIndex: 2, phoneNumber: '12', failure: { kind: 'input', message: 'no', description: '', code: 'INVALID_INPUT' } } as const;
		expect(await deliverChecked(context, [first, second], [rejected], smsKind)).toMatchObject([
			{ itemIndex: 0, json: { phoneNumber: phoneNumber(0), messageId: '5', status: 'waiting' } },
			{ itemIndex: 1, failure: { kind: 'notStarted', code: 'STOPPED' } },
			{ itemIndex: 2, failure: { code: 'INVALID_INPUT' } },
		]);
		expect(callApi).toHaveBeenCalledTimes(1);
	});
});
