import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import pLimit from 'p-limit';

import { callApi } from '../../api/request';
import { planBatches } from '../../sending/batches';
import { deliver } from '../../sending/deliver';
import { ledgerOf } from '../../sending/ledger';
import type { Outcome } from '../../sending/outcomes';
import { collectJobs, type Collected, type Job, type Rejected } from '../../sending/recipients';
import { toRequest } from '../../sending/requests';
import { checkSettings, type SendSettings } from '../../sending/settings';
import { accept, type Checked } from '../../values/checked';
import type { NonEmpty } from '../../values/nonEmpty';
import { guarded } from '../guard';
import type { ItemResult, Operation } from '../operation';
import { parameterReader } from '../parameters';
import { sendFields } from './sendFields';
import { hintsFor } from './sendHints';
import { itemText, itemValue, usesInputFields } from './sources';

/** Requests under way at once: enough to hide the platform's latency, few enough not to flood it. */
const CONCURRENT_REQUESTS = 5;

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	const collected = collect(context, items);
	// Without "continue on error" one bad recipient stops the node: stop before anything is spent.
	if (collected.rejected.length > 0 && !context.continueOnFail()) return collected.rejected.map(rejectedResult);
	const outcomes = await sendAll(context, collected.jobs);
	context.addExecutionHints(...hintsFor(collected.jobs));
	return [...collected.rejected.map(rejectedResult), ...[...outcomes].map(outcomeResult)].sort(
		(a, b) => a.itemIndex - b.itemIndex,
	);
}

function collect(context: IExecuteFunctions, items: INodeExecutionData[]): Collected {
	const read = parameterReader(context);
	const fromFields = usesInputFields(context);
	const recipient = itemValue(read, items, 'to', fromFields ? 'phoneField' : undefined);
	const textOf = itemText(read, items, fromFields);
	const settingsOf = settingsReader(context, read);
	return collectJobs(items.length, (itemIndex) =>
		guarded(() => {
			const settings = settingsOf(itemIndex);
			if (!settings.ok) return settings;
			const text = textOf(itemIndex);
			return text.ok ? accept({ to: recipient(itemIndex), text: text.value, settings: settings.value }) : text;
		}),
	);
}

/** Settings are checked once for all items that share them. */
function settingsReader(context: IExecuteFunctions, read: ReturnType<typeof parameterReader>): (itemIndex: number) => Checked<SendSettings> {
	const clock = { timezone: context.getTimezone(), now: new Date() };
	const checked = new Map<string, Checked<SendSettings>>();
	return (itemIndex) => {
		const sendFrom = read('sendFrom', itemIndex);
		const raw = {
			sendFrom,
			virtualNumber: sendFrom === 'virtualNumber' ? read('virtualNumber', itemIndex) : undefined,
			options: read('options', itemIndex),
		};
		const key = JSON.stringify(raw);
		const settings = checked.get(key) ?? checkSettings(raw, clock);
		checked.set(key, settings);
		return settings;
	};
}

/** Sends every SMS that this run has not sent yet; the results stand in the order of the jobs. */
async function sendAll(context: IExecuteFunctions, jobs: Job[]): Promise<Map<Job, Outcome>> {
	const ledger = ledgerOf(context.getExecuteData());
	const outcomes = new Map<Job, Outcome | undefined>(jobs.map((job) => [job, ledger.recall(job)]));
	const limit = pLimit(CONCURRENT_REQUESTS);
	const batches = planBatches(jobs.filter((job) => outcomes.get(job) === undefined));
	await Promise.all(
		batches.map(async (batch) =>
			limit(async () => {
				if (context.getExecutionCancelSignal()?.aborted) return;
				for (const [job, outcome] of await deliver(batch, async (part) => post(context, part))) {
					ledger.record(job, outcome);
					outcomes.set(job, outcome);
				}
			}),
		),
	);
	return new Map([...outcomes].flatMap(([job, outcome]) => (outcome ? [[job, outcome]] : [])));
}

async function post(context: IExecuteFunctions, batch: NonEmpty<Job>): ReturnType<typeof callApi> {
	const { endpoint, body } = toRequest(batch);
	const { timeout } = batch[0].settings;
	return callApi(context, endpoint, { body, ...(timeout !== undefined && { timeout }) });
}

function rejectedResult({ itemIndex, phoneNumber, failure }: Rejected): ItemResult {
	return { itemIndex, json: phoneNumber === undefined ? {} : { phoneNumber }, failure };
}

function outcomeResult([job, outcome]: [Job, Outcome]): ItemResult {
	const { itemIndex, phoneNumber } = job;
	if (outcome.ok) return { itemIndex, json: { phoneNumber, ...describe(job, outcome.sent) } };
	const { failure } = outcome;
	const message = failure.message.includes(phoneNumber) ? failure.message : `${failure.message} (${phoneNumber})`;
	return { itemIndex, json: { phoneNumber }, failure: { ...failure, message } };
}

function describe({ size, settings }: Job, sent: Extract<Outcome, { ok: true }>['sent']): IDataObject {
	return {
		messageId: sent.messageId,
		status: 'waiting',
		segments: sent.segments,
		cost: sent.cost,
		currency: sent.currency,
		encoding: size.encoding,
		characters: size.characters,
		tag: settings.tag ?? null,
		scheduledAt: settings.schedule?.instant ?? null,
		sandbox: settings.sandbox,
	};
}

export const send: Operation = {
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send an SMS',
		description: 'Send one or many SMS; recipients are sent together in batches of up to 500',
	},
	effect: 'write',
	fields: sendFields,
	execute,
};
