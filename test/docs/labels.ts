import { SmsPartnerApi } from '../../credentials/SmsPartnerApi.credentials';
import { VoicePartnerApi } from '../../credentials/VoicePartnerApi.credentials';
import { SmsPartner } from '../../nodes/SmsPartner/SmsPartner.node';
import { SmsPartnerTrigger } from '../../nodes/SmsPartner/SmsPartnerTrigger.node';
import { isRecord } from '../../nodes/SmsPartner/values/narrow';
import { waitingOutputs } from '../../nodes/SmsPartner/waiting/outputs';

/** Everything of the nodes and credentials that the editor shows as a label: fields, choices, operations, outputs. */
export function nodeLabels(): Set<string> {
	const shown = [new SmsPartner().description, new SmsPartnerTrigger().description, new SmsPartnerApi(), new VoicePartnerApi(), waitingOutputs];
	return new Set(shown.flatMap(labelsIn));
}

function labelsIn(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap((entry) => (typeof entry === 'string' ? [entry] : labelsIn(entry)));
	if (!isRecord(value)) return [];
	const { displayName, name, type, placeholder } = value;
	// The name of a choice is its label, that of a field is not; the placeholder of a collection is its button.
	const labels = [displayName ?? ('value' in value ? name : undefined), /ollection$/.test(String(type)) ? placeholder : undefined];
	return [...labels.filter((label) => typeof label === 'string'), ...Object.values(value).flatMap(labelsIn)];
}

/** Words of n8n's own editor and nodes. */
export const n8nLabels: ReadonlySet<string> = new Set([
	...['Continue', 'Credentials', 'Custom API Call', 'Data Tables', 'Execute', 'Executions', 'Expression', 'Fixed', 'Form URLs', 'Install', 'More details', 'On Error', 'Path', 'Production URL', 'Publish', 'Retry On Fail'],
	...['Settings', 'Stop Workflow', 'Test URL', 'Timezone', 'Webhook URLs'],
	...['AI Agent', 'Data Table', 'Execute Sub-Workflow', 'Filter', 'HTTP Request', 'If', 'Loop Over Items', 'Manual Trigger', 'MCP Server Trigger'],
	...['Remove Duplicates', 'Schedule Trigger', 'Switch', 'Webhook'],
]);
