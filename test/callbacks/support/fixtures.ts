import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CallbackEvent } from '../../../nodes/SmsPartner/callbacks/events';
import { isRecord, type UnknownRecord } from '../../../nodes/SmsPartner/values/narrow';

const folder = join(__dirname, '../../fixtures');

/** Every callback the documentation prints, with the event it is. */
export const fixtures: ReadonlyArray<{ name: string; event: CallbackEvent }> = [
	{ name: 'webhook.response.json', event: 'reply' },
	{ name: 'webhook.response.legacy.json', event: 'reply' },
	{ name: 'webhook.stop.json', event: 'stop' },
	{ name: 'webhook.vn-reply.json', event: 'reply' },
	{ name: 'webhook.vn-reply.concat-1.json', event: 'reply' },
	{ name: 'webhook.vn-reply.concat-2.json', event: 'reply' },
	{ name: 'webhook.dlr.json', event: 'deliveryReport' },
	{ name: 'webhook.hlr.json', event: 'numberCheck' },
	{ name: 'webhook.voice-campaign.query.json', event: 'voiceStatus' },
	{ name: 'webhook.voice-sms.json', event: 'voiceStatus' },
	{ name: 'webhook.voice-sms.with-audio.json', event: 'voiceStatus' },
];

export function fixtureFiles(): string[] {
	return readdirSync(folder).filter((name) => name.startsWith('webhook.'));
}

export function readFixture(name: string): UnknownRecord {
	const payload: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
	if (!isRecord(payload)) throw new Error(`${name} holds no object`);
	return payload;
}
