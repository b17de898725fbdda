import type { INodeProperties } from 'n8n-workflow';

import { refuse, type Checked } from '../../values/checked';
import { checkOpaqueId } from '../../values/identifier';
import type { UnknownRecord } from '../../values/narrow';
import { checkOption } from '../../values/option';
import { checkUrl } from '../../values/sender';

export const notifyUrlOption: INodeProperties = {
	displayName: 'Notify URL',
	name: 'notifyUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://n8n.example.com/webhook/…/voice-status',
	description: 'Where the platform reports what became of the calls: the voice-status URL of an SMS Partner Trigger',
};

export function checkNotifyUrl(options: UnknownRecord): Checked<string | undefined> {
	return checkOption(options, 'notifyUrl', 'Notify URL', (url) => checkUrl(url, 'Notify URL'));
}

export const campaignIdField: INodeProperties = {
	displayName: 'Campaign ID',
	name: 'campaignId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. Ff1tbu0lax',
	description: 'The campaignId that Send Voice SMS or Deposit Voicemail returned',
};

/** It becomes part of a path, so it must be nothing but an id. */
export function checkCampaignId(input: unknown): Checked<string> {
	const campaignId = checkOpaqueId(input, 'Campaign ID', 'Fill in the campaignId that Send Voice SMS or Deposit Voicemail returned.');
	if (!campaignId.ok || /^[\w-]+$/.test(campaignId.value)) return campaignId;
	return refuse(
		`Campaign ID is no ID: "${campaignId.value}"`,
		'It is made of letters and digits, such as Ff1tbu0lax. Fill in the campaignId that Send Voice SMS or Deposit Voicemail returned.',
	);
}
