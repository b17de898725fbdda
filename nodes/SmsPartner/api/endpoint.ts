import type { IHttpRequestMethods } from 'n8n-workflow';

import type { UnknownRecord } from '../values/narrow';

/** What a code means on one endpoint and how to fix it. The same number means different things elsewhere (docs: error codes). */
export type CodeMeanings = Readonly<Record<string, string>>;

export interface Route {
	method: IHttpRequestMethods;
	path: string;
}

export interface Endpoint extends Route {
	api: 'sms' | 'voice';
	/** A `write` is never repeated once it may have arrived: SMS Partner has GETs with side effects too. */
	effect: 'read' | 'write';
	codes: CodeMeanings;
	/** Recognises a success answer that carries no usable `success` field. */
	recognises?: (body: UnknownRecord) => boolean;
	/** Reads a success that is no JSON object, such as a file; undefined for a text that is none. */
	readsText?: (text: string) => UnknownRecord | undefined;
	/** What a success must hold to be of use, such as its list: without it the answer cannot be read. */
	holds?: (body: UnknownRecord) => boolean;
	/** Where the documentation contradicts itself: its other routes, tried in turn while the platform knows no such route. */
	otherRoutes?: readonly Route[];
}

export const CREDENTIAL_TYPES = { sms: 'smsPartnerApi', voice: 'voicePartnerApi' } as const;
