import type { IHttpRequestMethods } from 'n8n-workflow';

import type { UnknownRecord } from '../values/narrow';

/**
 * What a refusal of a request with several recipients says about the others (docs: single-send says nothing of it):
 * - `everybody`: about the request as a whole, whoever its recipients are
 * - `validation`: found before anything can have left
 * - `endsRun`: some may have gone out, and no more will
 *
 * Any other code may have come after some had gone out.
 */
export type Reach = 'everybody' | 'validation' | 'endsRun';

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
	/** How far the refusals of an endpoint for several recipients reach, by code. */
	reaches?: Readonly<Record<string, Reach>>;
	/** Whether a body shows that something was taken, whatever else it says. */
	showsAcceptance?: (body: UnknownRecord) => boolean;
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
