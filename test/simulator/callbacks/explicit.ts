import * as payloads from './payloads';
import type { CallbackAnswer, CallbackPoster, PostOptions } from './post';

type Post<Fields> = (url: string, fields?: Fields, options?: PostOptions) => Promise<CallbackAnswer>;

/** Callbacks on demand: each posts its payload to a URL, whatever the platform knows, and gives the answer. */
export interface ExplicitCallbacks {
	reply: Post<payloads.ReplyFields>;
	stop: Post<payloads.ReplyFields>;
	deliveryReport: Post<payloads.DeliveryReportFields>;
	/** One part. */
	virtualNumberReply: Post<payloads.VirtualNumberReplyFields>;
	/** Several parts, one after the other, in the order of `order` (part numbers from 1; may repeat or leave out). */
	longReply(
		url: string,
		fields?: payloads.LongReplyFields & { order?: number[] },
		options?: PostOptions,
	): Promise<CallbackAnswer[]>;
	voiceSms: Post<payloads.VoiceSmsFields>;
	/** A GET. */
	voiceCampaign: Post<payloads.VoiceCampaignFields>;
	numberCheck: Post<payloads.NumberCheckFields>;
	raw(url: string, payload: payloads.Payload, options?: PostOptions): Promise<CallbackAnswer>;
}

export function explicitCallbacks(poster: CallbackPoster): ExplicitCallbacks {
	return {
		reply: async (url, fields, options) =>
			await poster.post('reply', url, payloads.replyPayload(fields), options),
		stop: async (url, fields, options) => await poster.post('stop', url, payloads.stopPayload(fields), options),
		deliveryReport: async (url, fields, options) =>
			await poster.post('deliveryReport', url, payloads.deliveryReportPayload(fields), options),
		virtualNumberReply: async (url, fields, options) =>
			await poster.post('virtualNumberReply', url, payloads.virtualNumberReplyPayload(fields), options),
		async longReply(url, { order, ...fields } = {}, options) {
			const parts = payloads.longReplyPayloads(fields);
			const answers: CallbackAnswer[] = [];
			for (const part of order?.map((number) => parts[number - 1]) ?? parts) {
				if (part === undefined) throw new Error(`There are ${parts.length} parts, numbered from 1`);
				answers.push(await poster.post('longReply', url, part, options));
			}
			return answers;
		},
		voiceSms: async (url, fields, options) =>
			await poster.post('voiceSms', url, payloads.voiceSmsPayload(fields), options),
		voiceCampaign: async (url, fields, options) =>
			await poster.post('voiceCampaign', url, payloads.voiceCampaignPayload(fields), {
				encoding: 'query',
				...options,
			}),
		numberCheck: async (url, fields, options) =>
			await poster.post('numberCheck', url, payloads.numberCheckPayload(fields), options),
		raw: async (url, payload, options) => await poster.post('raw', url, payload, options),
	};
}
