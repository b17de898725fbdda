import { randomUUID } from 'node:crypto';

import axios from 'axios';
import type { INode, INodeCredentials } from 'n8n-workflow';

import { complete, readExample, type Completion } from '../../../scripts/demo/examples';
import type { Execution } from '../../harness/executionRecord';
import type { N8nClient } from '../../harness/n8nClient';
import { pollUntil } from '../../harness/poll';
import { webhookUrl, type WorkflowDefinition } from '../../harness/workflow';
import type { AcceptedSms, Simulator } from '../../simulator';
import type { Platform } from '../platform';

export interface Example {
	workflow: WorkflowDefinition;
	/** Stores it and publishes it; returns its id. */
	publish(): Promise<string>;
	/** The Production URL of a trigger of this package. */
	callbackUrl(trigger: string, path: string): string;
	/** Fills in a form in the order of its fields, and submits it. */
	submit(formTrigger: string, ...values: string[]): Promise<void>;
	/** Another example of the same file, with more filled in. */
	with(completion: Completion): Example;
}

/** A file of examples/ as a user has it after the import, who has chosen credentials in our nodes and nothing more. */
export async function importExample(n8n: N8nClient, platform: Platform, fileName: string): Promise<Example> {
	const imported = complete(await readExample(fileName), (node) => ({ ...ownUrl(node), credentials: credentialsFor(node, platform) }));
	return exampleOf(n8n, imported);
}

function exampleOf(n8n: N8nClient, workflow: WorkflowDefinition): Example {
	const formUrl = ({ webhookId = '' }: INode) => `${n8n.url}/form/${webhookId}`;
	const forms = workflow.nodes.filter(({ type }) => type.endsWith('.formTrigger'));
	const triggers = workflow.nodes.filter(({ type }) => type.endsWith('.smsPartnerTrigger'));
	return {
		workflow,
		callbackUrl: (trigger, path) => webhookUrl(n8n.url, workflow, trigger, path),
		with: (completion) => exampleOf(n8n, complete(workflow, completion)),
		async publish() {
			const id = await n8n.createWorkflow(workflow);
			await n8n.publish(id, triggers.map(({ name }) => webhookUrl(n8n.url, workflow, name, 'reply')));
			for (const form of forms) await pollUntil('the form to be there', async () => ((await axios.get(formUrl(form), { validateStatus: null })).status === 200 ? true : undefined));
			return id;
		},
		async submit(formTrigger, ...values) {
			const form = forms.find(({ name }) => name === formTrigger);
			if (form === undefined) throw new Error(`"${formTrigger}" is no form`);
			await axios.postForm(formUrl(form), Object.fromEntries(values.map((value, index) => [`field-${index}`, value])));
		},
	};
}

/** The files hold no webhook id, because it is the secret part of a URL: the editor makes one up at the import. */
function ownUrl({ type }: INode): Partial<INode> {
	return /Trigger$/.test(type) ? { webhookId: randomUUID() } : {};
}

function credentialsFor({ type, parameters }: INode, { credentials }: Platform): INodeCredentials {
	if (!/\.smsPartner(?:Tool)?$/.test(type)) return {};
	const name = parameters['resource'] === 'voice' ? 'voicePartnerApi' : 'smsPartnerApi';
	const credential = credentials[name];
	return credential === undefined ? {} : { [name]: credential };
}

/** Waits until the only execution of the workflow sleeps and this person has an SMS, and gives the last one. */
export async function asleepAfter(n8n: N8nClient, simulator: Simulator, workflowId: string, phoneNumber: string): Promise<AcceptedSms> {
	return await pollUntil(`the wait for ${phoneNumber}`, async () => {
		const executions = await n8n.executions(workflowId);
		return executions.at(-1)?.status === 'waiting' ? simulator.acceptedFor(phoneNumber).at(-1) : undefined;
	});
}

/** Waits until the last execution of the workflow has ended, not only fallen asleep. */
export async function lastEnded(n8n: N8nClient, workflowId: string): Promise<Execution> {
	return await pollUntil(
		'the execution to end',
		async () => {
			const last = (await n8n.executions(workflowId)).at(-1);
			return last === undefined || ['new', 'running', 'waiting'].includes(last.status) ? undefined : await n8n.execution(last.id);
		},
		{ limitMs: 150_000 },
	);
}
