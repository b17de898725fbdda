import { sleep, type IWebhookFunctions } from 'n8n-workflow';

import type { Response } from '../answered';
import type { Message } from './messages';
import { WaitingParts } from './waitingParts';

/**
 * What this process knows, by node. n8n's static data is one value per workflow, read at the start of a request and
 * written at its end, so that of two requests at once the later overwrites what the other has added.
 */
const known = new Map<string, WaitingParts>();

const everyMs = 1;
const maxRepeats = 30_000;

/** n8n 2.41 forgets, while it prepares an execution, that the static data has changed: it is told so until it answers. */
async function repeatUntilAnswered(mark: () => void, response: Pick<Response, 'writableEnded'>): Promise<void> {
	for (let repeats = 0; !response.writableEnded && repeats < maxRepeats; repeats += 1) {
		await sleep(everyMs);
		mark();
	}
}

/** The waiting parts of a node, and their place in the static data. */
export interface NodeParts {
	parts: WaitingParts;
	/**
	 * Has n8n store them when it answers this request, without the messages that depart. `execution` is the response to a
	 * request that is about to start an execution.
	 */
	store(departing: readonly Message[], execution?: Pick<Response, 'writableEnded'>): void;
	/** Whether the static data lacks what it should hold. */
	needsStoring(now: number): boolean;
}

/** Static data does not outlive a test in the editor: there, memory is all there is, and all it takes. */
export function partsOfNode(context: IWebhookFunctions): NodeParts {
	const isTest = context.getMode() === 'manual';
	const key = JSON.stringify([context.getWorkflow().id, context.getNode().id, isTest]);
	const parts = known.get(key) ?? new WaitingParts();
	known.set(key, parts);
	if (isTest) return { parts, store: () => undefined, needsStoring: () => false };

	const staticData = context.getWorkflowStaticData('node');
	parts.merge(staticData.longReplies);
	return {
		parts,
		store: (departing, execution) => {
			const value = parts.storedWithout(departing);
			const mark = () => {
				staticData.longReplies = value;
			};
			mark();
			if (execution !== undefined) void repeatUntilAnswered(mark, execution);
		},
		needsStoring: (now) => parts.isMissingFrom(staticData.longReplies, now),
	};
}
