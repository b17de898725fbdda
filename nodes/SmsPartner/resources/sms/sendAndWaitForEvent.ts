import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { inputFailure } from '../../api/errors';
import { callbackUrlHint } from '../../running/callbackUrlHint';
import { deliverChecked } from '../../running/deliverChecked';
import { infoHints } from '../../running/hints';
import { inputFields } from '../../running/inputFields';
import type { ItemResult, Operation } from '../../running/operation';
import { parameterReader } from '../../running/parameters';
import { clockOf } from '../../sending/clock';
import { isTool, runOf } from '../../sending/ledger';
import type { Sms } from '../../sending/sms';
import { smsKind } from '../../sending/smsKind';
import { accept, checkAll, refuse, type Checked, type Refusal } from '../../values/checked';
import { atLimit } from '../../waiting/atLimit';
import { checkLimit, type WaitLimit } from '../../waiting/limit';
import { ended, left } from '../../waiting/onlyOnce';
import { OPERATION, waitingOutputs, type WaitFor } from '../../waiting/outputs';
import { nonceOf, resumeUrl } from '../../waiting/resumeUrl';
import { fallAsleep, occasionOf, outputNothingByDefault, stackOf } from '../../waiting/runState';
import type { Wait } from '../../waiting/wait';
import { PATHS } from '../../waiting/webhooks';
import { collectMessages } from './send';
import { waitFields } from './sendAndWaitForEventFields';
import { callbackUrls, hintsFor } from './sendHints';

/** Timers are not exact. */
const EARLY_MS = 1_000;

/** What is settled about the wait before anything is sent. */
interface Plan {
	waitFor: WaitFor;
	nonce: string;
	/** Wakes the execution. */
	url: string;
	limit: WaitLimit;
}

async function execute(context: IExecuteFunctions, items: INodeExecutionData[]): Promise<ItemResult[]> {
	if (isTool(context)) return refusedItems(items, asTool);
	outputNothingByDefault(context);
	const stack = stackOf(context);
	if (stack === undefined) return refusedItems(items, unknownN8n);
	const occasion = occasionOf(context);
	if (occasion.kind === 'woken') return goOn(items, occasion);
	if (occasion.kind === 'limit') return await endWait(context, stack, occasion.wait);
	const plan = checkPlan(context, items);
	return plan.ok ? await sendAndSleep(context, items, stack, plan.value) : refusedItems(items, plan);
}

function goOn(items: INodeExecutionData[], { output, nonce }: { output: number; nonce: string }): ItemResult[] {
	return left.claim(nonce) ? items.map(({ json }) => ({ itemIndex: 0, json, output })) : [];
}

/** n8n may come too early: with the time limit of an earlier wait of the same execution, which an answer has ended. */
async function endWait(context: IExecuteFunctions, stack: unknown[], wait: Wait): Promise<ItemResult[]> {
	if (wait.until - Date.now() > EARLY_MS) {
		await fallAsleep(context, stack, wait);
		return [];
	}
	ended.claim(wait.nonce);
	if (!left.claim(wait.nonce)) return [];
	const result = await atLimit(context, wait);
	return [{ ...result, json: { ...wait.input, ...result.json } }];
}

async function sendAndSleep(context: IExecuteFunctions, items: INodeExecutionData[], stack: unknown[], plan: Plan): Promise<ItemResult[]> {
	const { deliveries, rejected } = collectMessages(context, items);
	if (deliveries.length + rejected.length > 1) return refusedItems(items, severalRecipients);
	const messages = deliveries.map((sms) => withUrl(sms, plan));
	if (messages.some((sms) => endsBeforeSending(sms, plan))) return refusedItems(items, tooEarly);

	const urlHint = await callbackUrlHint(context, 'sms', callbackUrls(messages), { ownNetwork: UNREACHABLE_N8N });
	context.addExecutionHints(...hintsFor(messages, new Date()), ...infoHints(urlHint, nothingSentHint(messages)));
	const results = await deliverChecked(context, messages, rejected, smsKind);
	const [result] = results;
	const [sms] = messages;
	if (result === undefined || sms === undefined || 'failure' in result) return results;
	// From here to the end n8n refuses an answer, because the execution does not sleep yet: nothing may take time.
	const { waitFor, nonce, limit } = plan;
	const sent = { ...result.json, phoneNumber: sms.phoneNumber };
	await fallAsleep(context, stack, { waitFor, nonce, until: limit(new Date()).getTime(), sent, input: inputFields(context)(sms.itemIndex) });
	return [];
}

function checkPlan(context: IExecuteFunctions, items: readonly INodeExecutionData[]): Checked<Plan> {
	if (items.length > 1) return severalItems;
	const waitFor = context.getNodeParameter('waitFor', 0, 'reply') === 'delivery' ? 'delivery' : 'reply';
	const nonce = nonceOf(runOf(context));
	return checkAll<Plan>({
		waitFor: accept(waitFor),
		nonce: accept(nonce),
		url: resumeUrl(context.evaluateExpression('{{ $execution.resumeUrl }}', 0), PATHS[waitFor], nonce),
		limit: checkLimit(parameterReader(context)('limitWaitTime', 0), clockOf(context)),
	});
}

function withUrl(sms: Sms, { waitFor, url }: Plan): Sms {
	return { ...sms, settings: { ...sms.settings, [waitFor === 'reply' ? 'replyUrl' : 'deliveryReportUrl']: url } };
}

function endsBeforeSending({ settings }: Sms, { limit }: Plan): boolean {
	return settings.schedule !== undefined && limit(new Date()) <= new Date(settings.schedule.instant);
}

function refusedItems(items: readonly INodeExecutionData[], refusal: Refusal): ItemResult[] {
	return items.map((_item, itemIndex) => ({ itemIndex, json: {}, failure: inputFailure(refusal) }));
}

function nothingSentHint(messages: readonly Sms[]): string | undefined {
	return messages.some(({ settings }) => settings.sandbox) ? 'Sandbox: no SMS was sent, so that no answer comes and the wait ends by Timed Out.' : undefined;
}

const UNREACHABLE_N8N = 'SMS Partner cannot call this n8n: set WEBHOOK_URL on its server to an address open to the internet.';
const oneByOne =
	'A workflow that waits stands still as a whole. Put a Loop Over Items node with batch size 1 before this node and lead all three outputs back to it, or call a sub-workflow for each recipient. Nothing was sent.';
const severalItems = refuse('Only one SMS can be waited for at a time, and there are several input items', oneByOne);
const severalRecipients = refuse('Only one SMS can be waited for at a time, and To holds several numbers', oneByOne);
const asTool = refuse(
	'A tool of an AI agent cannot wait for an answer',
	'Use Send as the tool, and an SMS Partner Trigger for the answers. Nothing was sent.',
);
const tooEarly = refuse(
	'The wait would end before the SMS leaves',
	'Set Limit Wait Time to a time after Scheduled At, or remove Scheduled At. Nothing was sent.',
);
const unknownN8n = refuse(
	'This version of n8n cannot wait in this node',
	'Use Send, and an SMS Partner Trigger for the answers. Nothing was sent.',
);

export const sendAndWaitForEvent: Operation = {
	option: {
		name: 'Send and Wait for Event',
		value: OPERATION,
		action: 'Send an SMS and wait for the reply or delivery',
		description: 'Send one SMS and go on when it is answered, when it has arrived, or when the time is up',
	},
	effect: 'write',
	outputs: waitingOutputs.reply.length,
	fields: waitFields,
	execute,
};
