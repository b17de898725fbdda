import axios from 'axios';

import { partPayload } from '../callbacks/longReplies/sample';
import { emptyStore } from './support/webhookContext';
import { serveTrigger, type TriggerServer } from './support/webhookServer';

const http = axios.create({ validateStatus: null, proxy: false });
const part = (reference: number, number: number) => partPayload({ 'concat-ref': String(reference), 'concat-part': String(number), text: `${reference}.${number} ` });

/** Two webhook processors of queue mode: each knows its own requests, and both write the same static data. */
async function twoProcessors(): Promise<[TriggerServer, TriggerServer]> {
	const store = emptyStore();
	return [await serveTrigger({}, { store }), await serveTrigger({}, { store })];
}

test('parts that come to two processors in turn leave once and whole, repeats ignored', async () => {
	const processors = await twoProcessors();
	const arrivals = [part(0, 1), part(1, 2), part(0, 2), part(0, 2), part(0, 1), part(1, 1), part(1, 1), part(1, 2), part(0, 1)];
	for (const [index, payload] of arrivals.entries()) await http.post(`${processors[index % 2]?.url}/reply`, payload);
	const left = processors.flatMap(({ executions }) => executions.flat(2).map(({ json }) => [json['text'], json['complete']]));
	await Promise.all(processors.map(async (processor) => await processor.close()));
	expect(left.sort()).toEqual([['0.1 0.2 ', true], ['1.1 1.2 ', true]]);
});
