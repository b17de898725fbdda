import type { IExecuteFunctions } from 'n8n-workflow';

import * as request from '../../nodes/SmsPartner/api/request';
import { readOptOuts } from '../../nodes/SmsPartner/lookups/optOuts';

describe('readOptOuts', () => {
	afterEach(() => jest.restoreAllMocks());

	it('reads entries that are nothing but a number, and is held up by no other', async () => {
		const data = ['0612345678', 33612345679, null, {}, []];
		jest.spyOn(request, 'callApi').mockResolvedValue({ ok: true, body: { nbData: data.length, data } });
		const list = await readOptOuts({} as IExecuteFunctions);
		if (!list.ok) throw new Error('a list expected');
		expect(list.body.incomplete).toBeUndefined();
		expect(['+33612345678', '+33612345679', '+33612345670'].map((number) => list.body.mayHold(number))).toEqual([true, true, false]);
	});
});
