import type { IHttpRequestMethods } from 'n8n-workflow';

import type { UnknownRecord } from '../values/narrow';

/** What a code means on one endpoint and how to fix it. The same number means different things elsewhere (docs: error codes). */
export type CodeMeanings = Readonly<Record<string, string>>;

export interface Endpoint {
	api: 'sms' | 'voice';
	method: IHttpRequestMethods;
	path: string;
	/** A `write` is never repeated once it may have arrived: SMS Partner has GETs with side effects too. */
	effect: 'read' | 'write';
	codes: CodeMeanings;
	/** Recognises a success answer that carries no usable `success` field. */
	recognises?: (body: UnknownRecord) => boolean;
}

export const CREDENTIAL_TYPES = { sms: 'smsPartnerApi', voice: 'voicePartnerApi' } as const;
